/** A county as it is started in earnest: a real process, nothing of the demo in it that is not configured. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { certificatePem, createTestCa } from '../crypto/x509.ts';
import { freePorts } from '../testing/free-ports.ts';
import { launch } from './testing/launch.ts';

const root = join(import.meta.dirname, '..', '..');
const say = (words: string) => ({ 'zh-Hant': words, en: words });
let folder: string;
let ca: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'live-county-'));
  const day = 24 * 60 * 60 * 1000;
  const times = { notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + day) };
  ca = join(folder, 'ca.pem');
  const made = await createTestCa({ ...times, subject: { C: 'TW', CN: 'Government Root Authority' } });
  await writeFile(ca, certificatePem(made.certificate));
});
after(() => rm(folder, { recursive: true }));

async function clientsOf(id: string, service: string): Promise<string> {
  const file = join(folder, `${id}-clients.json`);
  const at = `https://${id}.example/mydata`;
  const client = {
    client_id: `CLI.${id.padEnd(10, 'x').slice(0, 10)}`,
    client_secret: 'Zk3jf0aL9sQx7Tbv',
    cbc_iv: 'p8Wm2Rd6YcNe4HgU',
    name: service,
    return_url: `${at}/return/${service}`,
    sp_api_url: `${at}/sp-api/${service}`,
    resources: ['API.7QovE2Gev6'],
  };
  await writeFile(file, JSON.stringify([client]));
  return file;
}

/** Runs until `ready`, then `look`; or until it ends. → all that was printed */
async function started(env: Readonly<Record<string, string>>, look?: () => Promise<void>): Promise<string> {
  const run = await launch('main.js', ['county'], {
    MYDATA_LOG: 'warn',
    MYDATA_ENV: 'live',
    MYDATA_CA: ca,
    MYDATA_PLATFORM_URL: 'https://mydata.example',
    MYDATA_PROVIDER_URL: 'https://provider.example',
    ...env,
  });
  try {
    if (run.ready) await look?.();
  } finally {
    await run.end();
  }
  return run.printed();
}

const demo = /示範|一站式|sandbox|虛構|嘉義|桃園|雲林|Chiayi|Taoyuan|Yunlin/i;

/** Every one, each on the county's own pages elsewhere. */
const addressesOf = (id: string) =>
  Object.fromEntries(
    ['service', 'consent', 'application', 'manual', 'return'].map((name) => [
      name,
      `https://www.${id}.example/{service}/${name}`,
    ]),
  );

test('live without a site is the interface and the staff’s own pages; nothing of the demo is there', async () => {
  const [port] = await freePorts(1);
  const base = `http://127.0.0.1:${port}`;
  const env = {
    MYDATA_DATA: join(folder, 'one'),
    MYDATA_KEYS: join(folder, 'one-keys'),
    MYDATA_COUNTY_PORT: String(port),
    MYDATA_COUNTY_URL: 'https://hualien.example',
    MYDATA_COUNTY_CLIENTS: await clientsOf('hualien', 'disabled-parking'),
    MYDATA_SERVICES: 'schemas/services/hualien',
    MYDATA_ADDRESSES: join(folder, 'addresses.json'),
  };
  // Nobody is sent anywhere by a guess.
  const { return: _away, ...most } = addressesOf('hualien');
  await writeFile(env.MYDATA_ADDRESSES, JSON.stringify(most));
  assert.match(
    await started(env),
    /live does not guess where people are sent to: return\. Name them in MYDATA_ADDRESSES/,
  );
  await writeFile(env.MYDATA_ADDRESSES, JSON.stringify({ ...most, return: '/back' }));
  assert.match(await started(env), /MYDATA_ADDRESSES can not be used:[^]*\/return: must say where the service stands/);
  await writeFile(env.MYDATA_ADDRESSES, JSON.stringify(addressesOf('hualien')));
  let looked = false;
  const printed = await started(env, async () => {
    for (const path of [
      '/',
      '/services',
      '/services/disabled-parking/apply',
      '/progress',
      '/desk',
      '/builder',
      '/favicon.svg',
    ])
      assert.equal((await fetch(base + path)).status, 404, path);
    for (const path of ['/sandbox/staff', '/sandbox/applications', '/sandbox/transfers'])
      assert.equal((await fetch(base + path)).status, 404, path);
    for (const path of [
      '/api/organisation',
      '/api/services',
      '/api/services/disabled-parking',
      '/staff/sign-in',
      '/openapi.json',
      '/nowhere',
      '/theme.css',
    ]) {
      const said = await (await fetch(base + path, { headers: { accept: 'text/html' } })).text();
      assert.doesNotMatch(said, demo, path);
    }
    const detail = (await (await fetch(`${base}/api/services/disabled-parking`)).json()) as { manualUrl: string };
    assert.equal(detail.manualUrl, 'https://www.hualien.example/disabled-parking/manual');
    looked = true;
  });
  assert.ok(looked, printed);
  assert.doesNotMatch(printed, demo);
});

test('several counties live: each leads to its own pages, and is refused by name where something is for tests', async () => {
  const [one, two] = (await freePorts(2)) as [number, number];
  const county = async (id: string, port: number, service: string, change: object = {}) => ({
    id,
    name: say(id),
    area: `${id}縣`,
    port,
    url: `https://${id}.example`,
    services: [join(root, 'schemas/services', id)],
    offices: [],
    numberPrefix: id.slice(0, 2).toUpperCase(),
    contact: { phone: '1999', line: say('1999'), counter: say('公所') },
    clientsFile: await clientsOf(id, service),
    addresses: addressesOf(id),
    ...change,
  });
  const hualien = await county('hualien', one, 'disabled-parking', { area: '花蓮縣' });
  const yunlin = await county('yunlin', two, 'door-plate-certificate', { area: '雲林縣' });
  const file = join(folder, 'counties.json');
  const env = { MYDATA_DATA: join(folder, 'two'), MYDATA_KEYS: join(folder, 'two-keys'), MYDATA_COUNTIES: file };

  await writeFile(
    file,
    JSON.stringify({ counties: [hualien, { ...yunlin, url: 'http://yunlin.example', clientsFile: 'none.json' }] }),
  );
  const refused = await started(env);
  assert.match(refused, /MYDATA_COUNTY_YUNLIN_URL must begin with https:/);
  assert.match(refused, /clientsFile of yunlin must name the file/);
  assert.doesNotMatch(refused, /hualien/);

  await writeFile(file, JSON.stringify({ counties: [hualien, yunlin] }));
  const secrets = await readFile(hualien.clientsFile, 'utf8');
  let looked = false;
  const printed = await started(env, async () => {
    for (const [port, id, service] of [
      [one, 'hualien', 'disabled-parking'],
      [two, 'yunlin', 'door-plate-certificate'],
    ] as const) {
      const detail = await (await fetch(`http://127.0.0.1:${port}/api/services/${service}`)).json();
      assert.equal((detail as { manualUrl: string }).manualUrl, `https://www.${id}.example/${service}/manual`);
      const cookie = (await fetch(`http://127.0.0.1:${port}/api/services/${service}/draft`)).headers.get('set-cookie');
      assert.ok(cookie?.startsWith(`__Host-mydata_county_${id}_draft=`));
    }
    looked = true;
  });
  assert.ok(looked, printed);
  assert.ok(secrets.includes('Zk3jf0aL9sQx7Tbv'));

  // A service of another county in the folder stops the start, and says whose it was.
  await writeFile(file, JSON.stringify({ counties: [hualien, { ...yunlin, area: '花蓮縣' }] }));
  assert.match(await started(env), /county:yunlin: .*door-plate-certificate.*雲林縣/);
});
