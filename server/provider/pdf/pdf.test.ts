import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { inUse } from '#schemas/datasets/catalogue.ts';
import type { JsonValue } from '#schemas/datasets/types.ts';
import { loadResidents } from '../../sandbox/load-residents.ts';
import { certificateOf } from './certificate-of.ts';
import { certificatePdf, lockedPdf } from './render.ts';
import { pagesOfPdf, textOfPdf } from './testing/read-pdf.ts';

const now = new Date('2026-11-23T02:00:00Z');
const transactionUid = 'a3bb189e-8bf9-4c4e-9e3c-6b6f9a1f0001';
const person = { uid: 'A123456789', name: '測試人', birthDate: '1909-01-02' };
const tax = 'API.TeV2Md7SIx';
const certificate = (payload: JsonValue, resource = tax, name = person.name) =>
  certificateOf({ dataset: inUse.get(resource)!, payload, person: { ...person, name }, transactionUid, now });

test('a dataset that comes as documents only states the person and what its record says', async () => {
  const text = textOfPdf(
    await certificatePdf(certificate({ 繳納年度: '114年', 稅額: 12345, 明細: [{ 項目: '甲' }, { 項目: '乙' }] })),
  );
  for (const words of [
    '財政部財政資訊中心',
    '綜合所得稅納稅證明',
    '中華民國115年11月23日10時00分',
    '測試人',
    'A123456789',
    '民國前3年1月2日',
    '繳納年度',
    '12,345',
    '明細（2/2）',
    '乙',
    '測試用・不具效力',
  ])
    assert.ok(text.replaceAll(' ', '').includes(words), `${words}\n${text}`);
  assert.match(text, /測試字第115\d{8}號/);
  assert.match(textOfPdf(await certificatePdf(certificate({}))), /查有「綜合所得稅納稅證明」之紀錄/);
});

test('each invented resident’s documents say every value with its label, and are small', async () => {
  const [resident] = (await loadResidents()).filter(({ slug }) => slug === 'chen-hsiao-ling');
  for (const [resource, payload] of Object.entries(resident!.records)) {
    if (payload === null) continue;
    const made = certificate(payload, resource);
    const bytes = await certificatePdf(made);
    const text = textOfPdf(bytes).replace(/\s/g, '');
    assert.ok(made.sections.flatMap(({ rows }) => rows).length > 2, resource);
    for (const { label, value } of made.sections.flatMap(({ rows }) => rows).filter(({ image }) => !image)) {
      assert.ok(text.includes(label.normalize('NFKC').replace(/\s/g, '')) || text.includes(label), label);
      assert.ok(text.includes(value.replace(/\s/g, '')) || value.length > 20, `${resource} ${label}`);
    }
    assert.ok(bytes.length < 60_000, `${resource}: ${bytes.length}`);
  }
});

test('a name keeps its middle dot; a character without a glyph is shown as missing and told', async () => {
  const text = textOfPdf(await certificatePdf(certificate({ 備註: '甲・乙／丙' }, tax, '巴蘇亞‧博伊哲努\u{2A6A5}')));
  assert.ok(text.includes('巴蘇亞‧博伊哲努〓'), text);
  assert.ok(text.includes('甲・乙/丙'), text);
  assert.match(text.replaceAll('\n', ''), /「〓」為本文件字型沒有的字（U\+2A6A5），請以資料檔所載為準/);
});

test('a long record goes on over further pages, each with its number', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => ({ 土地: `地號${i}`, 說明: '很長的說明'.repeat(12) }));
  const bytes = await certificatePdf(certificate({ 明細: rows }));
  const pages = pagesOfPdf(bytes);
  assert.ok(pages > 4, String(pages));
  const text = textOfPdf(bytes);
  assert.ok(text.includes(`第${pages}頁，共${pages}頁`));
  assert.ok(text.includes('地號59'));
});

test('a locked copy opens with the national id, first letter a capital, and with nothing else', async () => {
  const bytes = await lockedPdf(certificate({}), 'a123456789');
  const pdf = Buffer.from(bytes).toString('latin1');
  assert.match(pdf, /\/Encrypt /);
  assert.ok(!textOfPdf(bytes).includes('A123456789'));
  assert.ok(!pdf.includes('財政部'));
  // ISO 32000, revision 5: U = SHA-256(password + validation salt), validation salt, key salt.
  const user = Buffer.from(/\/U <([0-9a-f]+)>/.exec(pdf)![1]!, 'hex');
  const opens = (password: string): boolean =>
    createHash('sha256')
      .update(Buffer.concat([Buffer.from(password), user.subarray(32, 40)]))
      .digest()
      .equals(user.subarray(0, 32));
  assert.equal(user.length, 48);
  assert.ok(opens('A123456789'));
  for (const wrong of ['', 'a123456789', 'A123456780']) assert.ok(!opens(wrong), wrong);
});
