import { expect } from '@open-wc/testing';
import { inquiryErrors, tidyInquiry } from './inquiry.ts';

const fields = (applicationNo: string, nationalId: string) =>
  inquiryErrors(tidyInquiry({ applicationNo, nationalId })).map(({ field }) => field);

describe('progress inquiry', () => {
  it('tidies width, case and spaces', () => {
    expect(tidyInquiry({ applicationNo: ' cy-115 0001 ', nationalId: 'a123456789' })).to.deep.equal({
      applicationNo: 'CY-1150001',
      nationalId: 'A123456789',
    });
  });

  it('asks for what is missing', () => {
    expect(fields('', '')).to.deep.equal(['applicationNo', 'nationalId']);
    expect(fields('CY-1', ' ')).to.deep.equal(['nationalId']);
  });

  it('takes citizens, residents and old resident numbers', () => {
    for (const id of ['A123456789', 'A800000014', 'AB12345678']) expect(fields('CY-1', id), id).to.deep.equal([]);
  });

  it('refuses what cannot be an id', () => {
    for (const id of ['123', 'A12345678', 'A1234567890', '1123456789']) {
      expect(fields('CY-1', id), id).to.deep.equal(['nationalId']);
    }
  });
});
