import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { memoryPlatformStorage } from '../adapters/memory/platform/storage.ts';
import { ConfigError, readConfig } from '../config.ts';
import { readCounties } from '../counties/read-counties.ts';
import type { CountySetting } from '../counties/setting.ts';
import { certificatePem, createTestCa } from '../crypto/x509.ts';
import { staffProblems } from '../platform/staff/live.ts';
import { seedStaff } from '../platform/staff/sandbox-staff.ts';
import { markTestKeys, refuseTestKeys, type Started } from './refuse-test-keys.ts';
import type { Party } from './party.ts';

const good = {
  client_id: 'CLI.abcdefghij',
  client_secret: 'Zk3jf0aL9sQx7Tbv',
  cbc_iv: 'p8Wm2Rd6YcNe4HgU',
  return_url: 'https://county.example/mydata/return/x',
  sp_api_url: 'https://county.example/mydata/sp-api/x',
};

const ca = async (CN: string): Promise<string> => {
  const day = 24 * 60 * 60 * 1000;
  const times = { notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + day) };
  return certificatePem((await createTestCa({ ...times, subject: { C: 'TW', CN } })).certificate);
};

/** Made once: that takes its time. */
const government = ca('Government Root Authority');

const startedOf = (names: readonly Party['name'][], counties: readonly CountySetting[]): Started => ({
  names: names.filter((name) => name !== 'county'),
  counties: names.includes('county') ? counties : [],
});

/** A folder in which nothing is wrong, and the reasons not to start after `change`. */
async function reasons(
  change: {
    readonly client?: object;
    readonly ca?: string;
    readonly env?: Record<string, string>;
    readonly names?: readonly Party['name'][];
    readonly prepare?: (data: string) => Promise<void>;
  } = {},
): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'live-'));
  const file = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const env = {
    MYDATA_ENV: 'live',
    MYDATA_DATA: join(folder, 'data'),
    MYDATA_KEYS: join(folder, 'keys'),
    MYDATA_PLATFORM_URL: 'https://mydata.example',
    MYDATA_COUNTY_URL: 'https://county.example',
    MYDATA_PROVIDER_URL: 'https://provider.example',
    MYDATA_CA: await file('ca.pem', change.ca ?? (await government)),
    MYDATA_COUNTY_CLIENTS: await file('clients.json', JSON.stringify([{ ...good, ...change.client }])),
    MYDATA_RESOURCES: await file('resources.json', '[]'),
    ...change.env,
  };
  await mkdir(env.MYDATA_DATA);
  await change.prepare?.(env.MYDATA_DATA);
  try {
    const config = readConfig(env, folder);
    const counties = await readCounties(config);
    await refuseTestKeys(config, counties, startedOf(change.names ?? ['platform', 'county'], counties), env);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.message.split('\n').slice(1);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('live starts with what is its own', async () => {
  assert.deepEqual(await reasons(), []);
});

const wrong: Record<string, [Parameters<typeof reasons>[0], RegExp]> = {
  'a test certificate authority': [{ ca: await ca('自然人憑證測試管理中心') }, /MYDATA_CA trusts a test/],
  'one that says so in English': [{ ca: await ca('Test CA 1234') }, /MYDATA_CA trusts a test/],
  'a test certificate authority of an agency': [
    {
      env: { MYDATA_PROVIDERS: 'data/providers.json' },
      prepare: async (data) => {
        await writeFile(join(data, 'agency.pem'), await ca('某某機關測試憑證管理中心'));
        await writeFile(join(data, 'providers.json'), '[{"resource_id":"API.7QovE2Gev6","ca":"agency.pem"}]');
      },
    },
    /MYDATA_PROVIDERS trusts a test/,
  ],
  'a sample secret of an agency': [
    {
      env: { MYDATA_PROVIDERS: 'data/providers.json' },
      prepare: (data) =>
        writeFile(join(data, 'providers.json'), '[{"resource_id":"API.a","resource_secret":"0123456789abcdef"}]'),
    },
    /providers\.json: a resource_secret is the sample/,
  ],
  'no certificate authority': [{ ca: '' }, /MYDATA_CA names no/],
  'a clock that was put ahead in a test': [
    {
      prepare: async (data) => {
        await mkdir(join(data, 'platform'));
        await writeFile(join(data, 'platform', 'sandbox-clock.json'), '{"aheadSeconds":120}');
      },
    },
    /clocks that were put ahead in a test \(platform\)/,
  ],
  'a sample secret': [
    { client: { client_secret: '0123456789abcdef' } },
    /CLI\.abcdefghij: client_secret is the sample/,
  ],
  'the secret of the documents': [{ client: { cbc_iv: '16 characters ..' } }, /cbc_iv is the sample/],
  'a return address without TLS': [
    { client: { return_url: 'http://county.example/r' } },
    /return_url must begin with https/,
  ],
  'an SP-API without TLS': [{ client: { sp_api_url: 'http://county.example/s' } }, /sp_api_url must begin with https/],
  'an own address without TLS': [
    { env: { MYDATA_COUNTY_URL: 'http://localhost:8702' } },
    /MYDATA_COUNTY_URL must begin/,
  ],
  'a placeholder in a setting': [
    { env: { MYDATA_SMS_URL: 'https://sms.example', MYDATA_SMS_SECRET: 'changeme-changeme' } },
    /MYDATA_SMS_SECRET is the sample/,
  ],
  'the simulated provider': [{ names: ['provider'] }, /the provider is simulated/],
  'no file of client ids for the county alone': [
    { names: ['county'], env: { MYDATA_COUNTY_CLIENTS: '/nowhere/clients.json' } },
    /MYDATA_COUNTY_CLIENTS must name/,
  ],
  'no secrets of providers': [{ env: { MYDATA_RESOURCES: '/nowhere/resources.json' } }, /MYDATA_RESOURCES must name/],
  'a platform’s keys in the folder that is backed up': [
    { prepare: async (data) => void (await mkdir(join(data, 'platform', 'keys'), { recursive: true })) },
    /platform\/keys lies within MYDATA_DATA, which is backed up: make it .*\/keys\/platform$/,
  ],
  'a county’s key in the folder that is backed up': [
    {
      prepare: async (data) => {
        await mkdir(join(data, 'county'));
        await writeFile(join(data, 'county', 'master.key'), '');
      },
    },
    /county\/master\.key lies within MYDATA_DATA, which is backed up: make it .*\/keys\/county\/master\.key$/,
  ],
  'no folder for keys': [{ env: { MYDATA_KEYS: '' } }, /MYDATA_KEYS must name a folder/],
  'the citizen authority of a test start': [
    {
      prepare: async (data) => {
        await mkdir(join(data, '..', 'keys', 'platform'), { recursive: true });
        await writeFile(join(data, '..', 'keys', 'platform', 'citizen-ca.pem'), '');
      },
    },
    /keys of the test environment \(\.\.\/keys\/platform\/citizen-ca\.pem\)/,
  ],
};

for (const [name, [change, reason]] of Object.entries(wrong)) {
  test(`live does not start with ${name}`, async () => {
    const [first = '', ...rest] = await reasons(change);
    assert.match(first, reason);
    assert.deepEqual(rest, []);
  });
}

const samples = ['16 characters ..', '0123456789abcdef', 'fedcba9876543210'];

test('live does not start with any sample of the documents, wherever it stands', async () => {
  for (const secret of samples) {
    for (const key of ['client_secret', 'cbc_iv'])
      assert.deepEqual(
        (await reasons({ client: { [key]: secret } })).map((one) => one.replace(/^.*: CLI/, 'CLI')),
        [`CLI.abcdefghij: ${key} is the sample of the documents`],
      );
    assert.match((await reasons({ env: { MYDATA_ANY: secret } })).join(), /^ {2}- MYDATA_ANY is the sample/);
    for (const [setting, file] of [
      ['MYDATA_RESOURCES', 'own-resources.json'],
      ['MYDATA_PROVIDERS', 'providers.json'],
    ] as const) {
      const found = await reasons({
        env: { [setting]: `data/${file}` },
        prepare: (data) =>
          writeFile(join(data, file), JSON.stringify([{ resource_id: 'API.a', resource_secret: secret }])),
      });
      assert.match(found.join(), new RegExp(`${file}: a resource_secret is the sample`));
    }
  }
});

test('live does not start with what stands in a setting for something to be filled in, and does with what only looks like it', async () => {
  const standIns = [
    ...['changeme', 'change-me', 'CHANGE-ME-soon', 'pre-changeme', 'ChangeMe1234'],
    ...['your-secret', 'your_secret', 'your secret', 'your-password', 'your_password', 'your password'],
    ...['your-token', 'your_token', 'your token', 'YOUR-TOKEN-HERE', 'put your_secret here'],
  ];
  const named = (values: readonly string[]) =>
    Object.fromEntries(values.map((value, at) => [`MYDATA_ANY_${String(at).padStart(2, '0')}`, value]));
  const stand = named(standIns);
  assert.deepEqual(
    await reasons({ env: stand }),
    Object.keys(stand).map((name) => `  - ${name} is the sample of the documents`),
  );
  const own = ['change', 'me', 'chance-me', 'your', 'secret', 'yoursecret', 'your--secret', 'our-secret'];
  assert.deepEqual(await reasons({ env: named(own) }), []);
  assert.deepEqual(await reasons({ env: { OTHER_SECRET: 'changeme', MY_MYDATA_SECRET: samples[0]! } }), []);
});

for (const name of ['platform', 'county', 'provider'] as const) {
  test(`live does not start in a folder in which a test ${name} was started`, async () => {
    const marked = await reasons({
      prepare: async (data) => {
        const config = readConfig({ MYDATA_DATA: data, MYDATA_SERVICES: 'services' }, '/');
        await markTestKeys(config, startedOf([name], await readCounties(config)));
      },
    });
    assert.equal(marked.length, 1);
    assert.ok(marked[0]?.includes(`${name}/TEST-KEYS`));
  });
}

test('live does not start without an operator’s account, nor with invented staff', async () => {
  const storage = memoryPlatformStorage();
  const clock = { now: () => new Date('2026-11-23T01:00:00Z') };
  assert.match((await staffProblems(storage)).join(), /no operator has an account/);
  await seedStaff({ storage, clock, keys: { hashKey: new Uint8Array(32) } });
  assert.match((await staffProblems(storage)).join(), /invented staff \(reviewer, operator, auditor, chiayi, penghu\)/);
  const account = {
    id: 'real',
    login: 'chen',
    name: '陳',
    roles: ['operator'],
    password: '',
    totp: new Uint8Array(),
    totpStep: 0,
    createdAt: clock.now(),
  } as const;
  await storage.commit([{ step: 'add-account', account }]);
  assert.equal((await staffProblems(storage)).length, 1, 'the invented are still there');
  const clean = memoryPlatformStorage();
  await clean.commit([{ step: 'add-account', account }]);
  assert.deepEqual(await staffProblems(clean), []);
  await clean.commit([{ step: 'close-account', id: 'real', at: clock.now() }]);
  assert.equal((await staffProblems(clean)).length, 1);
});
