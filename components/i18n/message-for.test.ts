import { expect } from '@open-wc/testing';
import type { Field } from '#schemas/form/definition.ts';
import { locateError } from './locate-error.ts';
import { messageFor } from './message-for.ts';
import type { AnswerError } from './answer-error.ts';

const text = (zh: string) => ({ 'zh-Hant': zh, en: zh });
const options = [{ value: 'a', label: text('甲') }];
const rows: [Field, AnswerError, string][] = [
  [{ type: 'text', id: 'n', label: text('姓名') }, { keyword: 'required' }, '請輸入姓名'],
  [{ type: 'text', id: 'n', label: text('姓名') }, { keyword: 'minLength', params: { limit: 1 } }, '請輸入姓名'],
  [
    { type: 'text', id: 'n', label: text('姓名') },
    { keyword: 'maxLength', params: { limit: 5 } },
    '姓名最多 5 個字，請刪減',
  ],
  [
    { type: 'text', id: 'n', label: text('代號') },
    { keyword: 'pattern', params: { pattern: 'x' } },
    '代號的格式不符，請照說明再填一次',
  ],
  [{ type: 'national-id', id: 'n', label: text('身分證統一編號') }, { keyword: 'required' }, '請輸入身分證統一編號'],
  [
    { type: 'national-id', id: 'n', label: text('身分證統一編號') },
    { keyword: 'format', params: { format: 'national-id' }, data: 'A123456788' },
    '身分證統一編號檢查碼不符，請再核對每一碼，例如 A123456789',
  ],
  [
    { type: 'national-id', id: 'n', label: text('身分證統一編號') },
    { keyword: 'format', params: { format: 'national-id' }, data: 'A1234' },
    '身分證統一編號應為 10 碼，現在是 5 碼，例如 A123456789',
  ],
  [
    { type: 'national-id', id: 'n', label: text('身分證統一編號'), citizenOnly: true },
    { keyword: 'format', params: { format: 'citizen-id' }, data: 'A800000014' },
    '身分證統一編號請填國民身分證統一編號，第 2 碼是 1 或 2',
  ],
  [
    { type: 'number', id: 'n', label: text('人數') },
    { keyword: 'type', params: { type: 'number' }, data: '三' },
    '人數請只填數字，例如 1200',
  ],
  [
    { type: 'number', id: 'n', label: text('人數') },
    { keyword: 'type', params: { type: 'integer' }, data: 1.5 },
    '人數請填整數，不要有小數',
  ],
  [
    { type: 'number', id: 'n', label: text('人數') },
    { keyword: 'maximum', params: { limit: 9 } },
    '人數不能大於 9，請再確認',
  ],
  [
    { type: 'phone', id: 'n', label: text('電話') },
    { keyword: 'format', params: { format: 'tw-mobile' } },
    '電話請填 09 開頭的 10 碼手機號碼',
  ],
  [
    { type: 'email', id: 'n', label: text('電子郵件') },
    { keyword: 'format', params: { format: 'email' } },
    '電子郵件的格式不完整，例如 name@example.com',
  ],
  [
    { type: 'roc-date', id: 'n', label: text('生日') },
    { keyword: 'formatMaximum', params: { limit: '2026-11-23' } },
    '生日不能晚於民國115年11月23日，請再確認',
  ],
  [
    { type: 'roc-date', id: 'n', label: text('生日') },
    { keyword: 'format', params: { format: 'not-after-today' } },
    '生日不能晚於今天，請再確認',
  ],
  [{ type: 'choice', as: 'radio', options, id: 'n', label: text('事由') }, { keyword: 'required' }, '請選擇事由'],
  [
    { type: 'choice', as: 'select', options, id: 'n', label: text('事由') },
    { keyword: 'enum' },
    '事由請從列出的項目選擇',
  ],
  [
    { type: 'choice', as: 'checkboxes', options, id: 'n', label: text('事由') },
    { keyword: 'minItems', params: { limit: 2 } },
    '事由請至少選 2 項',
  ],
  [
    { type: 'file', accept: [], maxBytes: 1, maxFiles: 2, id: 'n', label: text('診斷書') },
    { keyword: 'required' },
    '請上傳診斷書',
  ],
  [
    { type: 'declaration', statement: text('真'), id: 'n', label: text('切結') },
    { keyword: 'const' },
    '請閱讀「切結」並勾選',
  ],
  [
    { type: 'group', rowTitle: text('成員'), maxRows: 3, fields: [], id: 'n', label: text('家庭成員') },
    { keyword: 'required' },
    '請填寫家庭成員，至少 1 筆',
  ],
  [
    { type: 'address', id: 'n', label: text('通訊地址') },
    { keyword: 'required', params: { missingProperty: 'n' } },
    '請輸入通訊地址',
  ],
  [
    { type: 'address', id: 'n', label: text('通訊地址') },
    { keyword: 'required', instancePath: '/n', params: { missingProperty: 'town' } },
    '請選擇通訊地址的鄉鎮市區',
  ],
  [
    { type: 'bank-account', id: 'n', label: text('撥款帳戶') },
    { keyword: 'format', instancePath: '/n/account', params: { format: 'bank-account' } },
    '請輸入撥款帳戶的帳號，7 到 16 碼數字，不要有符號',
  ],
  [{ type: 'text', id: 'n', label: text('姓名') }, { keyword: 'confirm' }, '請選擇「姓名」正確或有誤'],
  [
    { type: 'choice', as: 'radio', options, id: 'n', label: text('事由') },
    { keyword: 'reason' },
    '請說明修改「事由」的原因',
  ],
  [{ type: 'text', id: 'n', label: text('姓名') }, { keyword: 'official' }, '請再確認姓名'],
];

describe('messageFor', () => {
  for (const [field, error, message] of rows) {
    it(`${field.type} ${error.keyword}: ${message}`, () => {
      expect(messageFor(field, error, 'zh-Hant')).to.equal(message);
      expect(messageFor(field, error, 'en')).not.to.equal('');
    });
  }
});

describe('locateError', () => {
  const inner: Field = { type: 'address', id: 'home', label: text('地址') };
  const group: Field = {
    type: 'group',
    rowTitle: text('成員'),
    maxRows: 3,
    fields: [inner],
    id: 'members',
    label: text('成員'),
  };
  const fields: Field[] = [{ type: 'address', id: 'town', label: text('地址') }, group];

  it('finds fields, their parts and rows', () => {
    const at = (instancePath: string, missingProperty?: string) => {
      const found = locateError(fields, {
        keyword: missingProperty ? 'required' : 'minLength',
        instancePath,
        params: { missingProperty },
      });
      return found && [found.path, found.error.part];
    };
    expect(at('', 'town')).to.deep.equal(['town', undefined]);
    expect(at('/town', 'detail')).to.deep.equal(['town', 'detail']);
    expect(at('/town/detail')).to.deep.equal(['town', 'detail']);
    expect(at('/members/1', 'home')).to.deep.equal(['members[1].home', undefined]);
    expect(at('/members/1/home', 'town')).to.deep.equal(['members[1].home', 'town']);
    expect(at('/members')).to.deep.equal(['members', undefined]);
    expect(at('', 'unknown')).to.equal(undefined);
  });
  it('an address whose id is that of a part is missing as a whole', () => {
    const found = locateError(fields, { keyword: 'required', instancePath: '', params: { missingProperty: 'town' } })!;
    expect(messageFor(found.field, found.error, 'zh-Hant')).to.equal('請輸入地址');
  });
});
