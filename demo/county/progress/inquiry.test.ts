import { expect } from '@open-wc/testing';
import { applicationCheckDigit } from '#schemas/taiwan/application-number.ts';
import { inquiryErrors, tidyInquiry } from './inquiry.ts';

const number = `CY1151123-482913${applicationCheckDigit('1151123482913')}`;

const fields = (applicationNo: string, nationalId: string) =>
  inquiryErrors(tidyInquiry({ applicationNo, nationalId })).map(({ field }) => field);

describe('progress inquiry', () => {
  it('tidies width, case and spaces', () => {
    const typed = ` ｃｙ1151123－${'482913'}\u200B${applicationCheckDigit('1151123482913')} `;
    expect(tidyInquiry({ applicationNo: typed, nationalId: 'a123-456-789' })).to.deep.equal({
      applicationNo: number,
      nationalId: 'A123456789',
    });
  });

  it('asks for what is missing', () => {
    expect(fields('', '')).to.deep.equal(['applicationNo', 'nationalId']);
    expect(fields(number, ' ')).to.deep.equal(['nationalId']);
  });

  it('takes citizens, residents and old resident numbers', () => {
    for (const id of ['A123456789', 'A800000014', 'AB12345677']) expect(fields(number, id), id).to.deep.equal([]);
  });

  it('refuses what cannot be an id', () => {
    for (const id of ['123', 'A12345678', 'A1234567890', '1123456789']) {
      expect(fields(number, id), id).to.deep.equal(['nationalId']);
    }
  });
});
