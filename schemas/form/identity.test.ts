import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identityInPath, identityInWords } from './identity.ts';

test('words that ask who the person itself is', () => {
  const own = {
    name: [
      '姓名',
      '申請人姓名',
      '申請人的姓名：',
      '您的姓名',
      '本人姓名',
      '中文姓名',
      '姓 名',
      '公司名稱',
      'Name',
      'Full name',
    ],
    id: [
      '身分證統一編號',
      '身份證字號',
      '國民身分證統一編號',
      '申請人身分證字號',
      '身分證號碼',
      '統一編號',
      '居留證號碼',
      '身分證字號（居留證號碼）',
      'National ID number',
    ],
    birth: ['生日', '出生年月日', '出生日期', '您的生日', '申請人出生年月日', 'Date of birth'],
  } as const;
  for (const [part, labels] of Object.entries(own))
    for (const label of labels) assert.equal(identityInWords(label), part, label);
  for (const label of [
    '配偶姓名',
    '代理人姓名',
    '戶長姓名',
    '緊急聯絡人姓名',
    '他的姓名',
    '父親姓名',
    '子女生日',
    '代領人身分證統一編號',
    '預產期',
    '服務名稱',
    '姓名羅馬拼音',
    '',
  ])
    assert.equal(identityInWords(label), undefined, label);
});

test('columns of the one whose record it is', () => {
  for (const path of ['$.person_name', '$.self.person_id', '$.members[*].birth_date', '$.person_id'])
    assert.ok(identityInPath(path), path);
  for (const path of [
    '$.spouse_name',
    '$.household_head_id',
    '$.father_name',
    '$.masked_id',
    '$.household_address.whole',
  ])
    assert.equal(identityInPath(path), undefined, path);
});
