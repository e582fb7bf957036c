/** What designers call the types of questions. */
import type { FieldType } from '#schemas/form/definition.ts';
import type { Text } from '#schemas/text.ts';
import { say } from '../../model/command.ts';

export const typeNames: { readonly [Type in FieldType]: Text } = {
  text: say('單行文字', 'Short text'),
  'long-text': say('多行文字', 'Long text'),
  number: say('數字', 'Number'),
  'roc-date': say('日期', 'Date'),
  'national-id': say('身分證統一編號', 'National ID number'),
  phone: say('電話', 'Phone'),
  email: say('電子郵件', 'E-mail'),
  address: say('地址', 'Address'),
  choice: say('選擇題', 'Choice'),
  file: say('上傳檔案', 'File upload'),
  'bank-account': say('金融帳戶', 'Bank account'),
  declaration: say('聲明', 'Declaration'),
  evidence: say('佐證文件', 'Evidence'),
  group: say('重複群組', 'Repeating group'),
};
