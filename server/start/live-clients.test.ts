/** `MYDATA_ENV=live` in a process of its own, with one registered client and seven services: its file stays as it was. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ServiceSummary } from '#schemas/wire/county-api.ts';
import { registrationsFor, wantedClients } from '../county/client-registration.ts';
import { loadFolders } from '../county/services/load-folders.ts';
import { certificatePem, createTestCa } from '../crypto/x509.ts';
import { freePorts } from '../testing/free-ports.ts';
import { launch, type Launched } from './testing/launch.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folders = ['chiayi', 'hualien'].map((county) => join(root, 'schemas', 'services', county));
const url = 'https://county.example';
let folder: string;
let clients: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'live-clients-'));
  const day = 24 * 3_600_000;
  const times = { notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + day) };
  const ca = await createTestCa({ ...times, subject: { C: 'TW', CN: 'Government Root Authority' } });
  await writeFile(join(folder, 'ca.pem'), certificatePem(ca.certificate));
  const services = await loadFolders(folders);
  assert.equal(services.length, 7);
  const [one] = registrationsFor(wantedClients(services), [], url).filter(({ return_url }) =>
    return_url.endsWith('/senior-card'),
  );
  clients = join(folder, 'clients.json');
  // As an administrator wrote it: not as the program would.
  await writeFile(clients, JSON.stringify([one]), { mode: 0o640 });
  const { addresses } = JSON.parse(await readFile(join(root, 'demo/county/public/site.json'), 'utf8')) as {
    readonly addresses: object;
  };
  await writeFile(join(folder, 'addresses.json'), JSON.stringify(addresses));
  await utimes(clients, new Date('2026-01-02T03:04:05Z'), new Date('2026-01-02T03:04:05Z'));
});
after(() => rm(folder, { recursive: true, force: true }));

async function start(
  data: string,
  settings: Record<string, string>,
): Promise<Launched & { readonly port: number | undefined }> {
  const [port] = await freePorts(1);
  const run = await launch('main.js', ['county'], {
    MYDATA_LOG: 'warn',
    MYDATA_ENV: 'live',
    MYDATA_DATA: join(folder, data),
    MYDATA_KEYS: join(folder, `${data}-keys`),
    MYDATA_PLATFORM_URL: 'https://mydata.invalid',
    MYDATA_COUNTY_URL: url,
    MYDATA_COUNTY_PORT: String(port),
    MYDATA_SERVICES: folders.join(','),
    MYDATA_CA: join(folder, 'ca.pem'),
    MYDATA_COUNTY_CLIENTS: clients,
    MYDATA_ADDRESSES: join(folder, 'addresses.json'),
    ...settings,
  });
  return { ...run, port };
}

const asItIs = async (): Promise<unknown> => {
  const { mode, mtimeMs, ino, size } = await stat(clients);
  return { mode, mtimeMs, ino, size, text: await readFile(clients, 'utf8') };
};

test('without keys for six of them it does not start, and says for which', async () => {
  const before = await asItIs();
  const run = await start('refused', {});
  const printed = run.printed();
  assert.equal(run.ready, false, printed);
  assert.match(printed, /no keys for/);
  for (const id of ['emergency-relief', 'land-use-zoning', 'disabled-parking']) assert.ok(printed.includes(id), id);
  assert.ok(!/no keys for[^:]*senior-card/.test(printed));
  assert.deepEqual(await asItIs(), before);
});

test('by a setting those six are filled in by hand: no client is made up, and the file is as it was', async () => {
  const before = await asItIs();
  const run = await start('manual', { MYDATA_UNREGISTERED: 'manual' });
  try {
    assert.equal(run.ready, true, run.printed());
    const answer = await fetch(`http://127.0.0.1:${run.port}/api/services`);
    const { services } = (await answer.json()) as { readonly services: readonly ServiceSummary[] };
    assert.equal(services.length, 7);
    for (const { id, mydata } of services)
      assert.equal(mydata?.state, id === 'senior-card' ? 'offered' : 'not-registered', id);
    const journey = await fetch(`http://127.0.0.1:${run.port}/api/services/emergency-relief/journeys`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-mydata-request': '1', origin: url },
      body: JSON.stringify({ nationalId: 'A123456789', chosen: [] }),
    });
    const { error } = (await journey.json()) as { readonly error: { readonly code: string } };
    assert.deepEqual([journey.status, error.code], [409, 'mydata-not-registered']);
  } finally {
    await run.end();
  }
  assert.deepEqual(await asItIs(), before);
});
