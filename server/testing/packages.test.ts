/** CSV and document-only datasets, from the agency's record to the form, through all three parties. */
import assert from 'node:assert/strict';
import { createHash, X509Certificate } from 'node:crypto';
import { after, before, test } from 'node:test';
import { verifyInner } from '../protocol/mydata-1/inner-zip.ts';
import { textOfPdf } from '../provider/pdf/testing/read-pdf.ts';
import { joined, joinedNow, type Joined } from './joined.ts';
import { land, landForm, landService, propertyStatement } from './land-service.ts';

let world: Joined;
before(async () => {
  world = await joined('yeh-shu-chuan', [{ service: landService, form: landForm }]);
});
after(() => world.close());

const fromProvider = async (path: string): Promise<Uint8Array> => {
  const response = await world.fetch(`${world.urls.provider}${path}`, { to: 'partner' });
  assert.equal(response.status, 200, path);
  return new Uint8Array(await response.arrayBuffer());
};

test('a table fills rows of the form, a document stands beside it with its digest', async () => {
  const draft = await world.journey(landService.id);
  assert.equal(draft.transfer.status, 'filled', JSON.stringify(draft.transfer));
  assert.deepEqual(draft.transfer.noRecord, []);

  const rows = draft.official['plots']?.value as readonly Record<string, unknown>[];
  assert.deepEqual(draft.officialRows, { plots: 4 });
  assert.deepEqual(rows[1], { town: '後壁區', number: '0456-0002', area: 980, registered: '2013-06-01' });
  const csv = Buffer.from(await fromProvider(`/samples/${land}/yeh-shu-chuan.csv`)).toString('utf8');
  for (const { number } of rows) assert.ok(csv.includes(String(number)), `${String(number)} is in the table as sent`);
  assert.equal(draft.official['plots']?.provenance.dataset, land);

  assert.deepEqual(
    draft.evidence.map(({ dataset, filename }) => [dataset, filename]),
    [
      [land, `${land}.csv`],
      [land, `${land}.pdf`],
      [propertyStatement, `${propertyStatement}.pdf`],
    ],
  );
  for (const { digest, issuedAt } of draft.evidence) {
    assert.match(digest, /^[0-9a-f]{64}$/);
    assert.equal(issuedAt, '2026-11-23T10:00:00+08:00');
  }
  assert.equal(
    draft.evidence[0]!.digest,
    createHash('sha256').update(csv).digest('hex'),
    'the table as the agency holds it',
  );
  assert.deepEqual(draft.missing, {});
});

test('the document says what the registers say, under the agency’s signature', async () => {
  const anchors = [new X509Certificate(Buffer.from(await fromProvider('/ca.pem')))];
  const { files } = verifyInner(await fromProvider(`/samples/${propertyStatement}/yeh-shu-chuan.zip`), {
    anchors,
    now: joinedNow,
  });
  const text = textOfPdf(files[0]!.bytes).replace(/\s/g, '');
  for (const words of [
    '財產資料',
    world.resident.name,
    world.resident.nationalId,
    '後壁區福興段0456-0002地號',
    '測試用・不具效力',
  ])
    assert.ok(text.includes(words), words);
});

const faults = [
  'bad-signature',
  'wrong-person',
  'oversized',
  'expired-certificate',
  'revoked-certificate',
  'wrong-agency',
] as const;

/** What the county does with each of them by itself: `server/county/journeys/package-refusals.test.ts`. */
for (const fault of faults) {
  test(`a package under the fault ${fault} ends at the platform: the resident is told, the county gets nothing`, async () => {
    const resource = fault === 'wrong-person' ? land : propertyStatement;
    const put = (wish: string | null): Promise<Response> =>
      world.fetch(`${world.urls.provider}/sandbox/faults`, {
        to: 'partner',
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ resource, fault: wish }),
      });
    assert.equal((await put(fault)).status, 200);
    const seen = new Map<string, string>();
    const draft = await world.journey(landService.id, (screen, text) => void seen.set(screen, text));
    await put(null);
    assert.match(seen.get('preview') ?? '', /沒有通過檢查/);
    assert.deepEqual([draft.transfer.status, draft.transfer.code], ['failed', 504]);
    assert.deepEqual([draft.official, draft.evidence], [{}, []]);
    assert.ok(!world.countyLog.join().includes(world.resident.nationalId));
  });
}
