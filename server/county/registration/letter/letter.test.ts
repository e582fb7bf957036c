import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { askedOf } from '#schemas/services/asked.ts';
import { personal } from '../../testing/test-service.ts';
import { askedBy, withQuestion } from '../testing.fixture.ts';
import { testLoaded } from '../../testing/test-service.ts';
import { letterOf, type LetterInput } from './content.ts';
import { odtOf, odtType } from './odt.ts';
import { pdfOf } from './pdf.ts';

const now = new Date('2026-11-23T02:00:00Z');
const asked = askedOf(testLoaded);
const input: LetterInput = {
  organisation: '嘉義縣政府',
  asked,
  returnUrl: 'https://county.example/mydata/return/test-relief',
  spApiUrl: 'https://county.example/mydata/sp-api/test-relief',
  addresses: [],
  now,
};
const textOf = (given: LetterInput): string => JSON.stringify(letterOf(given));

test('it says organisation, service, datasets with fields, proofs with their rule, basis, addresses, contact', () => {
  const text = textOf(input);
  for (const said of [
    '嘉義縣政府',
    '中華民國115年11月23日',
    '嘉義縣測試救助',
    '個人戶籍資料',
    personal,
    '身分證統一編號',
    '戶籍謄本',
    '作業要點',
    '社會救助法',
    '058',
    '1825 天',
    input.returnUrl,
    input.spApiUrl,
    '社會救助科',
    '05-3620900',
    '可由民眾擇一的資料集',
  ])
    assert.ok(text.includes(said), said);
});

test('what the service does not say is left open, never made up', () => {
  const rows = letterOf(input).parts.flatMap((part) => ('rows' in part ? part.rows : []));
  assert.deepEqual(
    rows.filter(([, value]) => value === '（請填寫）').map(([label]) => label),
    ['電子郵件', '個人資料類別', '中央機關是否已有線上申辦', '對外連線的 IP 位址'],
  );
});

test('of a registered service it is a change, and says what differs', () => {
  const more = askedBy(withQuestion('$.spouse_name', personal));
  const letter = letterOf({ ...input, asked: more, registered: asked, clientId: 'CLI.abcdefghij' });
  assert.match(letter.title, /異動/);
  const changes = letter.parts.find(({ heading }) => heading.includes('差異'));
  assert.ok(changes && 'items' in changes && changes.items.some((item) => item.includes('配偶')));
});

test('the ODT is a package that begins with its type, stored, and holds whole XML', () => {
  const awkward = { ...asked, purpose: '審核 <b>&"救助" \u0007', terms: '一\n二' };
  const bytes = odtOf(letterOf({ ...input, asked: awkward }), now);
  // ODF 1.2 part 3, 3.3: the type stands at byte 38, not compressed.
  assert.equal(Buffer.from(bytes).toString('latin1', 30, 38), 'mimetype');
  assert.equal(Buffer.from(bytes).toString('latin1', 38, 38 + odtType.length), odtType);
  const files = unzipSync(bytes);
  const named = [...strFromU8(files['META-INF/manifest.xml']!).matchAll(/full-path="([^"/][^"]*)"/g)].map(([, p]) => p);
  assert.deepEqual(named.sort(), ['content.xml', 'meta.xml', 'styles.xml']);
  const content = strFromU8(files['content.xml']!);
  assert.ok(content.includes('審核 &lt;b&gt;&amp;&quot;救助&quot; '));
  assert.ok(!content.includes('\u0007'));
  for (const path of named) assertWhole(strFromU8(files[path!]!));
});

/** Every element that is opened is closed, in order. */
function assertWhole(xml: string): void {
  const open: string[] = [];
  for (const [, close, name, self] of xml.matchAll(/<(\/?)([\w:-]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close) assert.equal(open.pop(), name);
    else if (!self) open.push(name!);
  }
  assert.deepEqual(open, []);
}

test('the PDF has its pages numbered and its font in it', async () => {
  const bytes = Buffer.from(await pdfOf(letterOf(input), now));
  assert.equal(bytes.toString('latin1', 0, 5), '%PDF-');
  assert.ok(bytes.includes('/FontFile2'));
  assert.ok((bytes.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length >= 2);
});

test('in the PDF a cell that is longer than a page goes on on the next, inside its frame', async () => {
  const long = (length: number): string => '法'.repeat(length);
  const letter = {
    title: '申請表',
    subtitle: '嘉義縣政府',
    parts: [
      { heading: '一、依據', rows: [['法律依據', long(4000)] as const, ['特定目的', '社會救助'] as const] },
      {
        heading: '二、取代',
        head: ['文件', '規定', '依據', '欄位'],
        table: [['戶籍謄本', long(650), long(1500), '姓名']],
      },
    ],
  };
  const pdf = Buffer.from(await pdfOf(letter, now));
  const pages = contentsOf(pdf).filter((content) => /\bBT\b/.test(content));
  // 4,000 characters are three pages and a bit, 1,500 in a third of the width three more.
  assert.ok(pages.length >= 4 && pages.length <= 8, String(pages.length));
  // No page but the last is nearly empty.
  for (const content of pages.slice(0, -1)) {
    const ends = [...content.matchAll(/^[\d.]+ ([\d.]+) [\d.]+ ([\d.]+) re$/gm)].map(
      ([, y, height]) => Number(y) + Number(height),
    );
    assert.ok(Math.max(...ends) > 841.89 - 64 - 160, String(ends));
  }
  for (const content of pages)
    for (const [, y, height] of content.matchAll(/^[\d.]+ ([\d.]+) [\d.]+ ([\d.]+) re$/gm))
      assert.ok(Number(y) + Number(height) <= 841.89 - 64 + 0.1, `${y} ${height}`);
  // Each character once: two bytes of its glyph, in the text that is shown.
  const glyphs = new Map<string, number>();
  for (const content of pages)
    for (const [, hex] of content.matchAll(/<([0-9a-f]+)>/g))
      for (const glyph of hex!.match(/.{4}/g) ?? []) glyphs.set(glyph, (glyphs.get(glyph) ?? 0) + 1);
  // Also in 法律依據.
  assert.equal(Math.max(...glyphs.values()), 4000 + 650 + 1500 + 1);
});

function contentsOf(pdf: Buffer): string[] {
  const contents: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    const end = pdf.indexOf('endstream', at);
    try {
      contents.push(inflateSync(pdf.subarray(at + 7, end)).toString('latin1'));
    } catch {
      // The `endstream` before it, or no text.
    }
  }
  return contents;
}
