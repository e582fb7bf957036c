/** A county before another platform, from an empty folder: its registrations are there after the first start, whatever is missing. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { certificatePem, createTestCa } from '../crypto/x509.ts';
import { freePorts } from '../testing/free-ports.ts';
import { launch } from './testing/launch.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'first-start-'));
});
after(() => rm(folder, { recursive: true }));

test('the client file comes first, then what is missing is named, and the next start runs with the same file', async () => {
  const [port] = await freePorts(1);
  const env = {
    MYDATA_DATA: join(folder, 'data'),
    MYDATA_PLATFORM_URL: 'https://other.example',
    MYDATA_SERVICES: 'schemas/services/hualien',
    MYDATA_COUNTY_PORT: String(port),
  };
  const clients = join(folder, 'data/county/clients.json');

  const first = await launch('main.js', ['county'], env);
  assert.equal(await first.end(), 1);
  assert.match(first.printed(), /^config-invalid: MYDATA_CA: no file .* at .*provider\/ca\.pem$/m);
  assert.match(first.printed(), /^Register .* https:\/\/other\.example/m);
  assert.ok(first.printed().includes(`\n  ${clients}\n`), first.printed());
  assert.match(first.printed(), /^Then start again with MYDATA_CA=/m);
  const written = await readFile(clients, 'utf8');
  assert.match(written, /"client_id": "CLI\./);

  const times = { notBefore: new Date(Date.now() - 86_400_000), notAfter: new Date(Date.now() + 86_400_000) };
  const { certificate } = await createTestCa({ ...times, subject: { C: 'TW', CN: 'Another CA' } });
  await writeFile(join(folder, 'ca.pem'), certificatePem(certificate));
  const second = await launch('main.js', ['county'], { ...env, MYDATA_CA: join(folder, 'ca.pem') });
  try {
    assert.ok(second.ready, second.printed());
  } finally {
    await second.end();
  }
  assert.equal(await readFile(clients, 'utf8'), written);
});

test('of several counties each has its file before the start ends', async () => {
  const data = join(folder, 'several');
  const run = await launch('main.js', ['county'], { MYDATA_DATA: data, MYDATA_PLATFORM_URL: 'https://other.example' });
  assert.equal(await run.end(), 1);
  const named = [...run.printed().matchAll(/^ {2}(\S+clients\.json) \((county:\w+)\)$/gm)];
  assert.equal(named.length, 4, run.printed());
  for (const [, file] of named) assert.ok(existsSync(file!), file);
});
