/** What designers call the transforms. */
import type { Text } from '#schemas/text.ts';
import { say } from './command.ts';

const names: { readonly [transform: string]: Text } = {
  'address-parts': say('拆成縣市、鄉鎮和地址', 'split into address parts'),
  'code-to-label': say('代碼換成文字', 'code to words'),
  count: say('算有幾筆', 'count the entries'),
  'day-of': say('只取日期', 'take the day'),
  first: say('只取第一筆', 'take the first entry'),
  'full-width': say('轉成全形', 'to full width'),
  'half-width': say('轉成半形', 'to half width'),
  join: say('全部接成一段文字', 'join into one text'),
  'mask-id': say('遮住部分證號', 'mask the id'),
  'mask-mobile': say('遮住部分手機號碼', 'mask the mobile number'),
  'mask-name': say('遮住部分姓名', 'mask the name'),
  number: say('讀成數字', 'read as a number'),
  'roc-date-text': say('寫成民國日期', 'write as a ROC date'),
  'roc-month-text': say('寫成民國年月', 'write as a ROC month'),
  'sex-from-birth-order': say('由出生別得出性別', 'sex from birth order'),
  trim: say('去掉前後空白', 'trim spaces'),
  upper: say('轉成大寫', 'to capitals'),
};

export const transformName = (use: string): Text => names[use] ?? say(use, use);
