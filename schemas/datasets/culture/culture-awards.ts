/** 獎助資料 (dataset 80): the recipient, and one row for each award. Field names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { date, money, rows, text, texts } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { recipientColumns } from './recipient-columns.ts';

const awards = rows(['awardList', 'awards'], { 'zh-Hant': '獎助案件', en: 'awards' }, [
  text(['caseNo', 'case_no'], '案件編號', 'case number', '113B00045'),
  text(['year', 'year'], '年度', 'year (ROC)', '113', 'plain'),
  text(['awardName', 'award_name'], '獎項或獎助名稱', 'award', '優良電影劇本獎'),
  text(['session', 'award_edition'], '屆次', 'edition', '第46屆', 'plain'),
  text(['category', 'award_category'], '類別', 'category', '劇情長片劇本'),
  about(
    text(['prize', 'prize'], '獎別', 'prize', '優等'),
    '得到的獎，例如首獎、優等、佳作、入圍、獎助。',
    'What was won, such as first prize, merit, honourable mention, nomination or a stipend.',
  ),
  text(['workName', 'work_title'], '得獎作品', 'work', '嘉南平原的風'),
  text(['role', 'role'], '得獎身分', 'role', '編劇'),
  texts(['coWinners', 'co_winners'], '共同得獎人', 'others who won with the person', '林志明'),
  about(
    money(['prizeAmount', 'awarded_amount'], '獎金或獎助金額', 'amount awarded', '200000'),
    '稅前的金額；只有獎座或獎狀時不會有值。',
    'Before tax; absent where the award is a trophy or certificate alone.',
  ),
  written(date(['awardDate', 'awarded_date'], '獲獎日期', 'date of the award', '2024-10-15'), 'iso'),
  text(['certNo', 'certificate_no'], '獎狀或證明字號', 'certificate number', '文影字第1130000045號'),
  text(['awardOrg', 'issuing_office'], '獎助機關', 'awarding authority', '文化部', 'plain'),
  about(
    text(['caseStatus', 'status'], '案件狀態', 'state of the case', '已頒發'),
    '評審中、已公布、已頒發或撤銷。',
    'Being judged (評審中), announced (已公布), awarded (已頒發) or withdrawn (撤銷).',
  ),
]);

const shape: Shape = { envelope: 'responseData', parts: [{ columns: [...recipientColumns, awards] }] };

export const cultureAwards = defineDataset(
  {
    no: 80,
    id: 'API.Jm2jKHKIPr',
    idIs: 'assumed',
    name: { 'zh-Hant': '獎助資料', en: 'Awards for culture' },
    ministry: '文化部',
    unit: '',
    ...offices.culture,
    category: 'culture',
    identity: ['citizen-certificate', 'tw-fido', 'business-certificate'],
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
