/** What the care manager found, and what was granted by it: columns of dataset 64. */
import { about, written } from '../../normalise/column-marks.ts';
import { code, date, money, number, rows, text, yesNo } from '../../normalise/columns.ts';
import type { ValueColumn } from '../../normalise/shape.ts';

export const iso = (column: ValueColumn): ValueColumn => written(column, 'iso');

export const assessment = [
  text(['assessmentNo', 'assessment_no'], '評估編號', 'number of the assessment', '1140000001'),
  iso(date(['assessedOn', 'assessed_date'], '評估日期', 'date of assessment', '2025-09-15')),
  code(['assessmentKind', 'assessment_kind'], '評估類別', 'kind of assessment', { 1: '初評', 2: '複評' }, '初評'),
  about(
    code(
      ['cmsLevel', 'care_level'],
      '長照需要等級',
      'care level (CMS)',
      { 1: '第1級', 2: '第2級', 3: '第3級', 4: '第4級', 5: '第5級', 6: '第6級', 7: '第7級', 8: '第8級' },
      '第4級',
    ),
    'CMS 等級，第 2 級最輕、第 8 級最重；第 1 級不給付。',
    'CMS level: 2 is the lightest and 8 the gravest; level 1 carries no benefits.',
  ),
  about(
    number(['adlScore', 'adl_score'], '日常生活活動功能分數（ADL）', 'activities of daily living (ADL)', '60'),
    '0 到 100 分，分數愈低愈需要協助。',
    '0 to 100; the lower, the more help is needed.',
  ),
  about(
    number(['iadlScore', 'iadl_score'], '工具性日常生活活動分數（IADL）', 'instrumental activities (IADL)', '9'),
    '0 到 24 分，分數愈低愈需要協助。',
    '0 to 24; the lower, the more help is needed.',
  ),
  about(
    yesNo(['dementia', 'dementia'], '失智', 'dementia', '否'),
    '評估時有失智症診斷。',
    'Whether dementia had been diagnosed at the assessment.',
  ),
  yesNo(['disabilityHolder', 'disability_certificate'], '領有身心障礙證明', 'holds a disability certificate', '是'),
  iso(date(['nextReviewOn', 'next_assessment_date'], '預定複評日期', 'next assessment planned', '2026-09-14')),
];

export const benefits = rows(['benefits', 'benefits'], { 'zh-Hant': '核定給付', en: 'benefits granted' }, [
  about(
    code(
      ['benefitKind', 'benefit_kind'],
      '給付類別',
      'kind of benefit',
      { BC: '照顧及專業服務', D: '交通接送服務', EF: '輔具及居家無障礙環境改善服務', G: '喘息服務' },
      '照顧及專業服務',
    ),
    '長期照顧給付及支付基準的四類額度之一。',
    'One of the four kinds of the benefit and payment standard.',
  ),
  money(['quotaAmount', 'quota_amount'], '給付額度', 'quota', '18580'),
  code(
    ['quotaPeriod', 'quota_period'],
    '額度計算期間',
    'period of the quota',
    { M: '每月', Y: '每年', T: '每3年' },
    '每月',
    'plain',
  ),
  about(
    number(['copayRate', 'copayment_rate'], '部分負擔比率（%）', 'co-payment (%)', '16'),
    '民眾要自付的百分比，依身分別和給付類別而定。',
    'What the person pays, in per cent; by class of household and kind of benefit.',
  ),
]);
