import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { inUse } from '#schemas/datasets/catalogue.ts';
import { certificatePem } from '../crypto/x509.ts';
import { trustFor } from '../packages/trust.ts';
import { createTestPki } from '../testing/test-pki.ts';
import { ownTrustOf, providerSettings, readProvidersFile } from './providers-file.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'providers-'));
});
after(() => rm(folder, { recursive: true, force: true }));

const household = 'API.7QovE2Gev6';
const good = { resource_id: household, url: 'http://localhost:9901/dp', resource_secret: 'secret' };

const read = async (json: unknown) => {
  const file = join(folder, 'providers.json');
  await writeFile(file, typeof json === 'string' ? json : JSON.stringify(json));
  return readProvidersFile(file);
};

/** For the platform; the mistakes without the folder. */
async function mistakes(json: unknown, environment: 'test' | 'live' = 'test'): Promise<readonly string[]> {
  try {
    await providerSettings(await read(json), { environment, datasets: inUse });
    return [];
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    assert.equal(code, 'config-invalid');
    return message
      .replaceAll(`${folder}/`, '')
      .replace(/^MYDATA_PROVIDERS:\s*/, '')
      .split('\n')
      .map((line) => line.replace(/^ *- /, ''));
  }
}

test('what is not said is as the interface has it', async () => {
  const [setting] = await providerSettings(await read([good]), { environment: 'test', datasets: inUse });
  const { url, secret, method, token, dates, headers, heartbeatUrl, ca } = setting!;
  assert.deepEqual(
    { url, secret, method, token, dates, headers, heartbeatUrl, ca },
    {
      url: good.url,
      secret: 'secret',
      method: 'GET',
      token: 'bearer',
      dates: 'yyyy/MM/dd',
      headers: {},
      heartbeatUrl: undefined,
      ca: undefined,
    },
  );
});

test('every mistake is named with its entry and its field', async () => {
  const at = `providers.json[0] (${household})`;
  assert.deepEqual(await mistakes('{'), ['providers.json is not JSON']);
  assert.deepEqual(await mistakes({}), ['providers.json must be a JSON array of entries']);
  assert.deepEqual(await mistakes([{ url: 'http://localhost:1/' }]), [
    'providers.json[0].resource_id: is missing: the id of the dataset, as text',
  ]);
  assert.deepEqual(await mistakes([good, good]), [`providers.json[1] (${household}).resource_id: is there twice`]);
  assert.deepEqual(await mistakes([{ ...good, method: 'PUT', secret: 'x', headers: { a: 1 } }]), [
    `${at}.secret: is not a known field (known: resource_id, url, method, token, dates, headers, resource_secret, heartbeat_url, ca, crl, agency)`,
    `${at}.method: must be "GET" or "POST"`,
    `${at}.headers: must be an object of names and texts`,
  ]);
  assert.deepEqual(await mistakes([{ resource_id: household }]), [
    `${at}.url: is missing: the whole address of its DP-API`,
    `${at}.resource_secret: is missing: what its provider introspects tokens with`,
  ]);
  assert.deepEqual(await mistakes([{ ...good, url: 'dp.example', headers: { Authorization: 'x' }, agency: {} }]), [
    `${at}.url: must be a whole http(s) address`,
    `${at}.headers: Authorization is set by the platform itself`,
    `${at}.agency: must be attributes of the certificate, like {"O": "內政部"}`,
  ]);
  assert.deepEqual(await mistakes([{ ...good, resource_id: 'API.none' }]), [
    'providers.json[0] (API.none).resource_id: there is no such dataset in use',
  ]);
  assert.deepEqual(await mistakes([{ ...good, ca: 'ca.pem' }]), [`${at}.ca: there is no file ca.pem`]);
  await writeFile(join(folder, 'no.pem'), 'nothing');
  assert.deepEqual(await mistakes([{ ...good, ca: 'no.pem' }]), [`${at}.ca: holds no certificate in PEM form`]);
  assert.deepEqual(await mistakes([{ ...good, crl: 'no.pem' }]), [
    `${at}.crl: needs the authority that signed it, in ca`,
  ]);
  assert.deepEqual(await mistakes([good], 'live'), [
    `${at}.url: live: must begin with https:`,
    `${at}.secret: live: must have 16 characters or more`.replace('.secret', '.resource_secret'),
  ]);
});

test('a county takes from it whose signature counts, and nothing else', async () => {
  const pki = await createTestPki();
  await writeFile(join(folder, 'agency-ca.pem'), certificatePem(pki.ca.certificate));
  const own = await ownTrustOf(
    await read([
      { resource_id: household, ca: 'agency-ca.pem', agency: { O: '某某機關' } },
      { resource_id: 'API.AbAYGIjoYw', url: 'http://localhost:9901/dp' },
    ]),
  );
  const trust = { anchors: [], agencies: new Map([[household, { O: '內政部' }]]), own };
  const { anchors, crls, agency } = trustFor(trust, household);
  assert.deepEqual(
    anchors.map(({ subject }) => subject),
    [pki.ca.certificate.subject],
  );
  assert.deepEqual([crls, agency], [[], { O: '某某機關' }]);
  assert.deepEqual(trustFor(trust, 'API.AbAYGIjoYw').anchors, []);
  await assert.rejects(
    async () => ownTrustOf(await read([{ resource_id: household, ca: 'no.pem' }])),
    /providers\.json\[0\] \(API\.7QovE2Gev6\)\.ca: The file holds no certificate/,
  );
});
