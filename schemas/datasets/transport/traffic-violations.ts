/** 違規資料 (dataset 37): the root is an array, one record per ticket. Field names assumed. */
import { about, written, formatted } from '../../normalise/column-marks.ts';
import { code, date, dateTime, money, nationalId, number, text, texts } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const shape: Shape = {
  list: { to: 'violations', label: { 'zh-Hant': '違規案件', en: 'violations' } },
  parts: [
    {
      columns: [
        about(
          nationalId(['offenderId', 'holder_id'], '受處罰人身分證統一編號', 'id of the person fined', 'A123456789'),
          '受處罰的人：駕駛人，或被逕行舉發的車主。',
          'Who is fined: the driver, or the owner where the vehicle was reported without stopping it.',
        ),
        text(['offenderName', 'holder_name'], '受處罰人姓名', 'name of the person fined', '陳筱玲'),
        code(['offenderType', 'holder_kind'], '受處罰人別', 'who is fined', { 1: '駕駛人', 2: '車主' }, '駕駛人'),
        text(['ticketNo', 'ticket_no'], '舉發單號', 'ticket number', 'L1A000001'),
        formatted(text(['plateNo', 'plate_no'], '車牌號碼', 'plate number', 'ABC-1234'), 'plate-number'),
        text(['carType', 'vehicle_type'], '車種', 'kind of vehicle', '自用小客車', 'plain'),
        written(
          dateTime(['violationDt', 'violated_at'], '違規時間', 'time of the violation', '2025-09-03T08:30:00+08:00'),
          'iso-offset',
        ),
        text(['violationPlace', 'violated_place'], '違規地點', 'place of the violation', '嘉義縣太保市祥和一路東段'),
        about(
          texts(['ruleNo', 'rules'], '違反法條', 'rules violated', '道路交通管理處罰條例第40條'),
          '違反的法條；一件可能有兩條。',
          'The rules violated; a case may name two.',
        ),
        text(['fact', 'violation'], '違規事實', 'violation', '行車速度超過規定之最高時速20公里以內'),
        code(
          ['reportType', 'report_kind'],
          '舉發方式',
          'way of reporting',
          { 1: '當場舉發', 2: '逕行舉發', 3: '民眾檢舉' },
          '逕行舉發',
        ),
        text(['reportUnit', 'reporting_office'], '舉發單位', 'reporting office', '嘉義縣警察局交通隊', 'plain'),
        written(date(['reportDt', 'reported_date'], '填單日期', 'date of the ticket', '2025-09-10'), 'iso-offset'),
        about(
          written(date(['appearDt', 'due_date'], '應到案日期', 'to be settled by', '2025-10-25'), 'iso-offset'),
          '要在這一天以前繳納罰鍰或陳述意見，逾期會加重。',
          'The fine must be paid or contested by this day; it rises afterwards.',
        ),
        text(['appearOffice', 'issuing_office'], '應到案處所', 'office in charge', '嘉義區監理所', 'plain'),
        money(['fineAmt', 'fine_amount'], '罰鍰金額', 'fine', '1600'),
        about(
          number(['points', 'points'], '違規記點', 'points', '1'),
          '駕駛執照違規記點的點數，沒有就是 0。',
          'Points on the driving licence; 0 for none.',
        ),
        text(['otherPenalty', 'other_penalty'], '其他處罰', 'other penalty', '參加道路交通安全講習'),
        about(
          text(['caseStatus', 'status'], '案件狀態', 'state of the case', '未結案'),
          '未結案、已繳納、已裁決、分期繳納、移送執行或撤銷。',
          'Open (未結案), paid (已繳納), decided (已裁決), in instalments (分期繳納), enforced (移送執行) or withdrawn (撤銷).',
        ),
        written(date(['decisionDt', 'decided_date'], '裁決日期', 'date of the decision', '2025-11-05'), 'iso-offset'),
        money(['paidAmt', 'paid_amount'], '已繳金額', 'amount paid', '1600'),
        written(date(['paidDt', 'paid_date'], '繳納日期', 'date of payment', '2025-10-20'), 'iso-offset'),
      ],
    },
  ],
};

export const trafficViolations = defineDataset(
  {
    no: 37,
    id: 'API.e98PaKiAFn',
    idIs: 'observed',
    name: { 'zh-Hant': '違規資料', en: 'Traffic violations' },
    ministry: '交通部',
    unit: '公路總局',
    ...offices.road,
    category: 'transport',
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
