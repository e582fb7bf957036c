import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { askedOf } from '#schemas/services/asked.ts';
import { ClientFileError, clientsOf, ensureClients, readClients } from './client-registration.ts';
import { testLoaded } from './testing/test-service.ts';

const county = 'http://localhost:8702';
const asked = askedOf(testLoaded);
const [personal] = asked.datasets;
const relief = {
  service: 'emergency-relief',
  asked: { ...asked, datasets: [{ ...personal!, fields: ['$.person_id'] }], anyOf: [] },
};
const card = { service: 'senior-card', asked };

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clients-'));
});
after(() => rm(folder, { recursive: true }));

test('ids and secrets are made once, kept to their owner, and reused', async () => {
  const path = join(folder, 'new', 'clients.json');
  const [first] = await ensureClients(path, [relief], county);
  assert.match(first!.client_id, /^CLI\.[A-Za-z0-9]{10}$/);
  assert.match(first!.client_secret, /^[A-Za-z0-9]{16}$/);
  assert.match(first!.cbc_iv, /^[A-Za-z0-9]{16}$/);
  assert.equal(first!.return_url, `${county}/mydata/return/emergency-relief`);
  assert.equal(first!.sp_api_url, `${county}/mydata/sp-api/emergency-relief`);
  assert.deepEqual(first!.fields, { 'API.7QovE2Gev6': ['person_id'] });
  assert.equal((await stat(path)).mode & 0o777, 0o600);

  const both = await ensureClients(path, [relief, card], county);
  assert.deepEqual(both[0], first);
  assert.notEqual(both[1]!.client_id, first!.client_id);
  assert.deepEqual(JSON.parse(await readFile(path, 'utf8')), both);

  const [one] = await ensureClients(path, [card], county);
  assert.deepEqual(one, both[1]);
  assert.equal(JSON.parse(await readFile(path, 'utf8')).length, 2);
  assert.deepEqual(clientsOf([one!]), [
    {
      service: 'senior-card',
      clientId: one!.client_id,
      clientSecret: one!.client_secret,
      cbcIv: one!.cbc_iv,
      resources: one!.resources,
      fields: one!.fields,
      modes: ['online', 'counter'],
    },
  ]);
});

test('registrations of another platform are taken from the file', async () => {
  const path = join(folder, 'given.json');
  const given = {
    client_id: 'CLI.abcdefghij',
    client_secret: 'k'.repeat(16),
    cbc_iv: 'v'.repeat(16),
    return_url: 'https://e.example.gov.tw/mydata/return/emergency-relief',
    jwe: 'A256GCMKW',
  };
  await writeFile(path, JSON.stringify([given]));
  const [client] = await ensureClients(path, [relief], 'https://e.example.gov.tw');
  assert.deepEqual(
    [client!.client_id, client!.client_secret, client!.cbc_iv, client!.jwe],
    [given.client_id, given.client_secret, given.cbc_iv, given.jwe],
  );
});

test('a file that cannot be right stops the start', async () => {
  const path = join(folder, 'bad.json');
  for (const bad of [
    '{',
    '{}',
    '[{}]',
    JSON.stringify([{ client_id: 'CLI.x', client_secret: 'short', cbc_iv: 'v'.repeat(16), return_url: 'x' }]),
    JSON.stringify([
      { client_id: 'C', client_secret: 'k'.repeat(16), cbc_iv: 'v'.repeat(16), return_url: 'x', jwe: 'A256GCM' },
    ]),
  ]) {
    await writeFile(path, bad);
    await assert.rejects(ensureClients(path, [relief], county), ClientFileError);
  }
});

test('what somebody has written is read as it is, to the byte', async () => {
  const path = join(folder, 'live.json');
  assert.deepEqual(await readClients(path), []);
  const text = JSON.stringify([
    { client_id: 'CLI.abcdefghij', client_secret: 'k'.repeat(16), cbc_iv: 'v'.repeat(16), return_url: `${county}/a` },
  ]);
  await writeFile(path, text, { mode: 0o640 });
  const before = await stat(path);
  assert.deepEqual(await readClients(path), JSON.parse(text));
  const after = await stat(path);
  assert.equal(await readFile(path, 'utf8'), text);
  assert.deepEqual([after.mode, after.mtimeMs, after.ino], [before.mode, before.mtimeMs, before.ino]);
});
