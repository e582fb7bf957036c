/** 全部供給制安置就養榮民 (dataset 84): whether and where a veteran lives on full public care. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { code, money, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { contact, holder, serviceOffice, slashDate } from './veteran-columns.ts';

const shape: Shape = {
  envelope: 'responseData',
  parts: [
    {
      columns: [
        ...holder,
        text(['cardNo', 'veteran_certificate_no'], '榮民證字號', 'number of the veteran’s card', '榮字第0990001號'),
        about(
          code(
            ['supplyType', 'supply_kind'],
            '供給類別',
            'kind of supply',
            { 1: '全部供給制', 2: '部分供給制' },
            '全部供給制',
          ),
          '全部供給制：發給就養給付，可公費住進榮家；部分供給制：自付服務費住進榮家。',
          'Full: an allowance and a place in a veterans home; partial: a place in the home at one’s own cost',
        ),
        about(
          code(['residenceType', 'residence_kind'], '安置方式', 'way of placement', { 1: '內住', 2: '外住' }, '內住'),
          '內住：公費住進榮譽國民之家；外住：住在家裡。兩種都領就養給付。',
          'Inside: lives in a veterans home at public cost; outside: lives at home; both receive the allowance',
        ),
        text(['homeName', 'veterans_home'], '安置機構', 'veterans home', '白河榮譽國民之家'),
        slashDate(['approveDate', 'approved_date'], '核定日期', 'date of approval', '2020-02-20'),
        text(['approveNo', 'approval_no'], '核定文號', 'number of the approval', '輔養字第1090000001號'),
        slashDate(['placeDate', 'valid_from_date'], '就養生效日期', 'first day of the care', '2020-03-01'),
        about(
          slashDate(['stopDate', 'valid_until_date'], '停止就養日期', 'last day of the care', '2026-12-31'),
          '目前仍在就養的人沒有這個日期。',
          'Absent while the care goes on',
        ),
        about(
          money(['monthlyAmt', 'monthly_amount'], '每月就養給付', 'monthly allowance', '14874'),
          '每月發給的金額（新臺幣元）。',
          'Amount paid each month, in New Taiwan dollars',
        ),
        code(
          ['status', 'status'],
          '就養狀態',
          'state of the care',
          { 1: '就養中', 2: '停止就養', 3: '暫停給付' },
          '就養中',
        ),
        ...contact,
        serviceOffice,
      ],
    },
  ],
};

export const veteransInFullCare = defineDataset(
  {
    no: 84,
    id: 'API.U72wqzRQ6S',
    idIs: 'assumed',
    name: { 'zh-Hant': '全部供給制安置就養榮民', en: 'Veterans in full residential care' },
    ministry: '退輔會',
    unit: '',
    ...offices.veterans,
    category: 'military',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
    formats: ['json', 'pdf'],
    minutes: 0,
    parameters: [],
    specialCategory: false,
    status: 'in-use',
    offers: 'fields',
  },
  'assumed',
  shape,
);
