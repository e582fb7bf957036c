import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zipSync } from 'fflate';
import { packOuter, readOuter, type OuterEntry } from './outer-zip.ts';
import { readZip } from './zip.ts';

const zip = zipSync({ 'a.json': new TextEncoder().encode('{}') });
const entries: OuterEntry[] = [
  { resourceId: 'API.7QovE2Gev6', resourceName: '個人戶籍資料 <新> & "舊"', code: 200, zip },
  { resourceId: 'API.AbAYGIjoYw', resourceName: '低收及中低收列冊資料', code: 204 },
];
const manifestOf = (...rows: string[]): Uint8Array =>
  new TextEncoder().encode(`<files>${rows.map((row) => `<file>${row}</file>`).join('')}</files>`);
const row = (id: string, code: string, filename = `${id}.zip`): string =>
  `<filename>${filename}</filename><resource_id>${id}</resource_id><resource_name>名</resource_name><code>${code}</code>`;
const shape = { step: 'shape' };

test('entries come back, with and without a zip', () => {
  const read = readOuter(packOuter(entries));
  assert.deepEqual(
    read.map(({ zip: _, ...rest }) => rest),
    entries.map(({ zip: _, ...rest }) => rest),
  );
  assert.deepEqual(Buffer.from(read[0]!.zip!), Buffer.from(zip));
  assert.equal(read[1]!.zip, undefined);
});

test('the archive is laid out as the interface says', () => {
  const files = readZip(packOuter(entries));
  assert.deepEqual([...files.keys()], ['API.7QovE2Gev6.zip', 'META-INFO/manifest.xml']);
  const manifest = new TextDecoder().decode(files.get('META-INFO/manifest.xml'));
  assert.match(
    manifest,
    /<files>\s*<file>\s*<filename>API\.7QovE2Gev6\.zip<\/filename>\s*<resource_id>API\.7QovE2Gev6<\/resource_id>\s*<resource_name>個人戶籍資料 &lt;新&gt; &amp; &quot;舊&quot;<\/resource_name>\s*<code>200<\/code>\s*<\/file>/,
  );
});

test('when one failed nothing is packed, and packing otherwise is our own mistake', () => {
  const failed: OuterEntry[] = [
    { resourceId: 'API.7QovE2Gev6', resourceName: '甲', code: 200 },
    { resourceId: 'API.AbAYGIjoYw', resourceName: '乙', code: 504 },
  ];
  assert.deepEqual(readOuter(packOuter(failed)), failed);
  for (const wrong of [[{ ...failed[0]!, zip }, failed[1]!], [failed[0]!], [{ ...entries[1]!, zip }]])
    assert.throws(() => packOuter(wrong), TypeError);
});

test('archives that do not agree with their manifest are refused', () => {
  const id = 'API.7QovE2Gev6';
  const inner = { [`${id}.zip`]: zip };
  const archives: Record<string, Record<string, Uint8Array>> = {
    'no manifest': inner,
    'empty manifest': { 'META-INFO/manifest.xml': manifestOf() },
    'zip missing': { 'META-INFO/manifest.xml': manifestOf(row(id, '200')) },
    'zip not listed': { ...inner, 'API.AbAYGIjoYw.zip': zip, 'META-INFO/manifest.xml': manifestOf(row(id, '200')) },
    'zip beside 204': { ...inner, 'META-INFO/manifest.xml': manifestOf(row(id, '204')) },
    'listed twice': { ...inner, 'META-INFO/manifest.xml': manifestOf(row(id, '200'), row(id, '204')) },
    'one zip for two': {
      ...inner,
      'META-INFO/manifest.xml': manifestOf(row(id, '200'), row('API.AbAYGIjoYw', '200', `${id}.zip`)),
    },
    'code in words': { ...inner, 'META-INFO/manifest.xml': manifestOf(row(id, 'ok')) },
    'id malformed': { 'META-INFO/manifest.xml': manifestOf(row('API./../x', '204')) },
    'file of another kind': { ...inner, 'a.json': zip, 'META-INFO/manifest.xml': manifestOf(row(id, '200')) },
    'manifest elsewhere': { ...inner, 'manifest.xml': manifestOf(row(id, '200')) },
  };
  for (const [name, files] of Object.entries(archives)) assert.throws(() => readOuter(zipSync(files)), shape, name);
});

const id = 'API.7QovE2Gev6';
const other = 'API.AbAYGIjoYw';
const read = (files: Record<string, Uint8Array>, ...rows: string[]) =>
  readOuter(zipSync({ ...files, 'META-INFO/': new Uint8Array(), 'META-INFO/manifest.xml': manifestOf(...rows) })).map(
    (one) => `${one.resourceId} ${one.code} ${one.zip ? 'zip' : '-'}`,
  );

test('a manifest may name a zip with or without its ending, by its dataset, or leave the name of none out', () => {
  const inner = { [`${id}.zip`]: zip };
  const had = [`${id} 200 zip`];
  assert.deepEqual(read(inner, row(id, '200')), had);
  assert.deepEqual(read(inner, row(id, '200', id)), had);
  assert.deepEqual(read(inner, row(id, '200', '')), had);
  assert.deepEqual(read({ '7QovE2Gev6.zip': zip }, row(id, '200', '7QovE2Gev6.zip')), had);
  const bare = `<code>204</code><resource_id>${other}</resource_id>`;
  assert.deepEqual(read(inner, row(id, '200'), bare), [...had, `${other} 204 -`]);
  assert.deepEqual(read(inner, row(id, '200'), row(other, '204')), [...had, `${other} 204 -`]);
  assert.deepEqual(read(inner, `${row(id, '200').replace('名', '')}<size>1</size>`), had);
});

test('a dataset that is still prepared, or failed, is told, and no zip comes beside it', () => {
  assert.deepEqual(read({}, row(id, '403'), row(other, '200')), [`${id} 403 -`, `${other} 200 -`]);
  assert.deepEqual(read({}, row(id, '504'), row(other, '204')), [`${id} 504 -`, `${other} 204 -`]);
});
