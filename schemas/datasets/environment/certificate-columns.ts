/** What the 13 certificates of the Ministry of Environment have in common. Names run together in lower case, dates ROC with hyphens. */
import { about, written } from '../../normalise/column-marks.ts';
import { code, date, nationalId, number, rows, text } from '../../normalise/columns.ts';
import type { Column, Shape, ValueColumn } from '../../normalise/shape.ts';

type Names = readonly [from: string, to: string];

export const hyphened = (names: Names, zh: string, en: string, sample: string): ValueColumn =>
  written(date(names, zh, en, sample), 'roc-hyphens');

const holder = [
  nationalId(['idno', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
  text(['name', 'person_name'], '姓名', 'name', '陳筱玲'),
  hyphened(['birthday', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'),
] as const;

/** 級別; what each class of certificate allows differs, the words do not. */
export const level = (levels: readonly ('甲級' | '乙級' | '丙級')[], sample: '甲級' | '乙級' | '丙級'): ValueColumn => {
  const codes = { 甲級: 'A', 乙級: 'B', 丙級: 'C' } as const;
  return about(
    code(
      ['certlevel', 'certificate_level'],
      '級別',
      'level',
      Object.fromEntries(levels.map((name) => [codes[name], name])),
      sample,
    ),
    `證書的級別：${levels.join('、')}。級別愈高，可擔任的場所規模愈大。`,
    `Level of the certificate (${levels.map((name) => codes[name]).join(', ')}); A is the highest.`,
  );
};

const training = [
  text(['classname', 'training_class'], '訓練班別', 'training class', '環境保護人員證照訓練班', 'plain'),
  text(['classno', 'training_term'], '期別', 'term of the class', '11001期', 'plain'),
  text(
    ['trainorg', 'training_organisation'],
    '訓練機構',
    'training organisation',
    '行政院環境保護署環境保護人員訓練所',
    'plain',
  ),
  hyphened(['passdate', 'passed_date'], '測驗及格日期', 'date of passing', '2021-04-30'),
] as const;

const issue = [
  hyphened(['issuedate', 'issued_date'], '發證日期', 'date of issue', '2021-06-01'),
  text(['issueorg', 'issuing_office'], '發證機關', 'office of issue', '行政院環境保護署', 'plain'),
  about(
    code(['issuekind', 'issue_kind'], '核發別', 'kind of issue', { 1: '初發', 2: '換發', 3: '補發' }, '初發'),
    '這張證書是初發、換發或補發。',
    'Whether the certificate was issued first, exchanged, or replaced.',
  ),
  code(['form', 'certificate_form'], '證書形式', 'form', { P: '紙本', E: '電子' }, '紙本', 'plain'),
  about(
    code(['status', 'status'], '證書狀態', 'state of the certificate', { 1: '有效', 2: '廢止', 3: '撤銷' }, '有效'),
    '目前是有效、廢止或撤銷。',
    'Whether it is valid, revoked for the future, or annulled from the start.',
  ),
] as const;

/** 在職訓練. */
const retrainings = rows(['retrains', 'retrainings'], { 'zh-Hant': '在職訓練', en: 'in-service trainings' }, [
  hyphened(['retraindate', 'completed_date'], '完成日期', 'date of completion', '2024-09-20'),
  written(number(['retrainhours', 'training_hours'], '訓練時數', 'hours of training', '6', 'personal'), 'text'),
  text(['retrainorg', 'training_organisation'], '訓練機構', 'training organisation', '環境部國家環境研究院', 'plain'),
]);

/** 設置: the post that the certificate is used for, approved by the county. */
export const appointments = rows(['setups', 'appointments'], { 'zh-Hant': '設置紀錄', en: 'appointments' }, [
  text(['facname', 'facility_name'], '設置事業單位名稱', 'name of the facility', '太保好食股份有限公司'),
  about(
    text(['facno', 'facility_control_no'], '管制編號', 'control number of the facility', 'Q0000001'),
    '環保機關給事業單位的管制編號，共 8 碼，不是統一編號。',
    'The environmental authority’s number of the facility, 8 characters; not the business number.',
  ),
  about(
    code(
      ['setupkind', 'appointment_kind'],
      '設置別',
      'kind of appointment',
      { 1: '專責人員', 2: '代理人' },
      '專責人員',
    ),
    '擔任專責（專業技術）人員，或是其代理人。',
    'Whether as the responsible person or as the substitute.',
  ),
  hyphened(['setupdate', 'appointed_date'], '核准設置日期', 'approved on', '2021-07-01'),
  about(
    hyphened(['canceldate', 'dismissed_date'], '解除設置日期', 'ended on', '2025-05-31'),
    '仍在設置中時沒有這個日期。',
    'Absent while the appointment lasts.',
  ),
  text(['setuporg', 'approving_office'], '核准機關', 'office of approval', '嘉義縣環境保護局', 'plain'),
]);

/** `own`: what this kind of certificate says beyond the others, right after its number. */
export const certificateShape = (certificate: {
  readonly title: string;
  readonly number: string;
  readonly own: readonly Column[];
  readonly rows?: readonly Column[];
}): Shape => ({
  envelope: 'responseData',
  parts: [
    {
      columns: [
        ...holder,
        rows(['certs', 'certificates'], { 'zh-Hant': '證書', en: 'certificates' }, [
          text(['certname', 'certificate_title'], '證書名稱', 'title of the certificate', certificate.title, 'plain'),
          text(['certno', 'certificate_no'], '證書字號', 'certificate number', certificate.number),
          ...certificate.own,
          ...training,
          ...issue,
          retrainings,
          ...(certificate.rows ?? []),
        ]),
      ],
    },
  ],
});
