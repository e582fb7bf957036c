/** 勞工保險被保險人投保資料(明細) (dataset 47): every enrolment, change of insured salary and withdrawal. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { code, money, number, rows, text, yesNo } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { bureauDate, insuranceKind, insuredPerson, insuredUnit } from './labour-insurance-columns.ts';

const shape: Shape = {
  envelope: 'returnData',
  parts: [
    {
      columns: [
        ...insuredPerson,
        about(
          code(
            ['insStatus', 'status'],
            '目前投保狀況',
            'present state',
            { 1: '投保中', 2: '已退保', 3: '未曾投保' },
            '已退保',
          ),
          '查詢當日是否在保：投保中、已退保或未曾投保。',
          'Whether the person is insured on the day of the query.',
        ),
        about(
          number(
            ['insYear', 'labour_insurance_years'],
            '勞保年資（年）',
            'years of labour insurance',
            '17',
            'personal',
          ),
          '累計勞工保險年資的整年數，未滿一年的日數在另一欄。',
          'Whole years of labour insurance in all; the days beyond stand in a field of their own.',
        ),
        number(
          ['insDay', 'labour_insurance_days'],
          '勞保年資（未滿一年日數）',
          'days beyond the years of labour insurance',
          '124',
          'personal',
        ),
        number(
          ['empYear', 'employment_insurance_years'],
          '就保年資（年）',
          'years of employment insurance',
          '17',
          'personal',
        ),
        number(
          ['empDay', 'employment_insurance_days'],
          '就保年資（未滿一年日數）',
          'days beyond the years of employment insurance',
          '124',
          'personal',
        ),
        bureauDate(['qryDte', 'queried_date'], '查詢日期', 'date of query', '2026-01-15'),
        rows(['insData', 'enrolments'], { 'zh-Hant': '投保異動紀錄', en: 'enrolments and changes' }, [
          number(['seqNo', 'sequence_no'], '序號', 'sequence number', '1'),
          insuranceKind('勞工保險'),
          ...insuredUnit,
          about(
            code(
              ['txnKind', 'change_kind'],
              '異動別',
              'kind of change',
              { 4: '加保', 2: '退保', 3: '調整投保薪資', 1: '續保' },
              '加保',
            ),
            '這一筆是加保、退保、續保，還是調整投保薪資。',
            'Whether this entry is an enrolment, a withdrawal, a continuation or a change of the insured salary.',
          ),
          money(['wage', 'insured_salary'], '月投保薪資', 'monthly insured salary', '45800'),
          bureauDate(['efDte', 'effective_date'], '生效日期', 'date of effect', '2018-07-02'),
          about(
            bureauDate(['tsDte', 'withdrawn_date'], '退保日期', 'date of withdrawal', '2025-12-31'),
            '仍在保時沒有這個日期。',
            'Absent while the person is still insured.',
          ),
          yesNo(['ptMk', 'part_time'], '部分工時', 'part-time work', '否'),
          text(['memo', 'remarks'], '備註', 'remarks', '普通退保'),
        ]),
      ],
    },
  ],
};

export const labourInsuranceEnrolment = defineDataset(
  {
    no: 47,
    id: 'API.UZQkKbsOpz',
    idIs: 'observed',
    name: {
      'zh-Hant': '勞工保險被保險人投保資料(明細)',
      en: 'Labour insurance enrolment of the insured person (details)',
    },
    ministry: '勞動部',
    unit: '勞工保險局',
    ...offices.labourInsurance,
    category: 'health-and-labour-insurance',
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
