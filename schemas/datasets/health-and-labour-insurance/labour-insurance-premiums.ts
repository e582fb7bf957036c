/** 勞保被保險人各月份自負額 (dataset 55): the person's own share of the premiums in a year, by month. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { code, money, number, rows, yesNo } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';
import { bureauMonth, insuredPerson, insuredUnit } from './labour-insurance-columns.ts';

const shape: Shape = {
  envelope: 'returnData',
  parts: [
    {
      columns: [
        ...insuredPerson,
        about(
          number(['qryYear', 'roc_year'], '年度（民國）', 'year (ROC)', '114'),
          '民國年，就是查詢時選的年度。',
          'In years of the Republic: the year chosen for the query (114 is 2025).',
        ),
        about(
          money(['totalAmt', 'total_own_premium'], '全年自付保險費合計', 'own premiums of the year', '13740'),
          '這一年度各月份自付額的總和，可供申報所得稅列舉扣除保險費參考。',
          'Sum of the months below; of use for the insurance deduction of the income tax return.',
        ),
        rows(['feeData', 'premiums'], { 'zh-Hant': '各月份自付額', en: 'own premiums by month' }, [
          bureauMonth(['feeYM', 'premium_month'], '保險費年月', 'month of the premium', '2025-10'),
          ...insuredUnit,
          code(
            ['insClass', 'insured_kind'],
            '被保險人類別',
            'kind of insured person',
            { 1: '受僱勞工', 2: '職業工會會員', 3: '漁會甲類會員', 4: '自願投保', 5: '被裁減資遣續保' },
            '受僱勞工',
          ),
          money(['wage', 'insured_salary'], '月投保薪資', 'monthly insured salary', '45800'),
          number(['insDays', 'insured_days'], '加保日數', 'days insured', '30', 'personal'),
          money(['ordFee', 'ordinary_premium'], '普通事故保險費自付額', 'own share, ordinary risks', '1053'),
          money(['empFee', 'employment_premium'], '就業保險費自付額', 'own share, employment insurance', '92'),
          about(
            money(['occFee', 'occupational_premium'], '職業災害保險費自付額', 'own share, occupational accidents', '0'),
            '受僱勞工的職災保險費由雇主全額負擔，是 0；職業工會會員等才有。',
            'Nil for employees, whose employer bears it; paid by members of occupational unions and the like.',
          ),
          about(
            money(['selfAmt', 'own_premium'], '自付額合計', 'own share in all', '1145'),
            '這個月個人應負擔的保險費合計。',
            'What the person bears of this month’s premiums.',
          ),
          yesNo(['paidMk', 'paid'], '已繳納', 'paid', '是'),
        ]),
      ],
    },
  ],
};

export const labourInsurancePremiums = defineDataset(
  {
    no: 55,
    id: 'API.MvxhraWZDV',
    idIs: 'assumed',
    name: {
      'zh-Hant': '勞保被保險人各月份自負額',
      en: 'Monthly labour insurance premiums borne by the insured person',
    },
    ministry: '勞動部',
    unit: '勞工保險局',
    ...offices.labourInsurance,
    category: 'health-and-labour-insurance',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
    formats: ['json', 'pdf'],
    minutes: 0,
    parameters: [parameters.year],
    specialCategory: false,
    status: 'in-use',
    offers: 'fields',
  },
  'assumed',
  shape,
);
