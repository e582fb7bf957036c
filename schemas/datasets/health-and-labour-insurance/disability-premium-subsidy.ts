/** 勞保身心障礙政府補助費 (dataset 52): what the government pays of the premium of an insured person with a disability, by month. Field names assumed. */
import { about, special } from '../../normalise/column-marks.ts';
import { code, money, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { bureauMonth, insuranceKind, insuredPerson, insuredUnit } from './labour-insurance-columns.ts';

const shape: Shape = {
  envelope: 'returnData',
  parts: [
    {
      columns: [
        ...insuredPerson,
        rows(['subData', 'subsidies'], { 'zh-Hant': '補助紀錄', en: 'subsidies' }, [
          bureauMonth(['subYM', 'subsidised_month'], '補助年月', 'month of the subsidy', '2025-10'),
          insuranceKind('勞工保險'),
          ...insuredUnit,
          money(['wage', 'insured_salary'], '月投保薪資', 'monthly insured salary', '45800'),
          special(
            about(
              code(
                ['disLevel', 'disability_level'],
                '身心障礙等級',
                'degree of disability',
                { 1: '輕度', 2: '中度', 3: '重度', 4: '極重度' },
                '中度',
              ),
              '身心障礙證明上的等級：輕度、中度、重度或極重度。補助的比率由它決定。',
              'The degree on the disability certificate; the rate of the subsidy follows from it.',
            ),
          ),
          special(
            about(
              number(['subRate', 'subsidy_rate'], '補助比率（%）', 'rate of subsidy (%)', '50'),
              '百分比：極重度和重度 100，中度 50，輕度 25。',
              'In per cent: 100 for profound and severe, 50 for moderate, 25 for mild disability.',
            ),
          ),
          about(
            money(['selfAmt', 'own_premium'], '應自付保險費', 'own premium before the subsidy', '1145'),
            '補助以前，個人本來要負擔的保險費。',
            'What the person would pay without the subsidy.',
          ),
          money(['subAmt', 'subsidy_amount'], '政府補助金額', 'subsidy', '573'),
          about(
            money(['payAmt', 'premium_to_pay'], '實際負擔保險費', 'premium to pay', '572'),
            '扣掉補助以後，個人實際負擔的保險費。',
            'What the person pays in the end.',
          ),
          about(
            text(
              ['subGov', 'subsidising_government'],
              '補助機關',
              'government that pays',
              '衛生福利部社會及家庭署',
              'plain',
            ),
            '負擔這筆補助的中央機關或縣市政府。',
            'The central agency or county that bears this subsidy.',
          ),
        ]),
      ],
    },
  ],
};

export const disabilityPremiumSubsidy = defineDataset(
  {
    no: 52,
    id: 'API.Re7iskoXPi',
    idIs: 'assumed',
    name: {
      'zh-Hant': '勞保身心障礙政府補助費',
      en: 'Government subsidy of labour insurance premiums for persons with disabilities',
    },
    ministry: '勞動部',
    unit: '勞工保險局',
    ...offices.labourInsurance,
    category: 'health-and-labour-insurance',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
    formats: ['json', 'pdf'],
    minutes: 0,
    parameters: [],
    specialCategory: true,
    status: 'in-use',
    offers: 'fields',
  },
  'assumed',
  shape,
);
