import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '#schemas/datasets/catalogue.ts';
import { client } from '../app.fixture.ts';
import { RegistryError, mergeClients, parseClients } from './read-register.ts';

const ids = [...catalogue.keys()];
const known = new Set(ids);
const parse = (...entries: unknown[]) => parseClients(entries, 'clients.json', known);

function refused(entry: unknown, ...parts: string[]): void {
  assert.throws(
    () => parse(client, entry),
    (error) => {
      assert.ok(error instanceof RegistryError);
      for (const part of ['clients.json[1]', ...parts])
        assert.ok(error.message.includes(part), `${error.message} lacks ${part}`);
      return true;
    },
  );
}

const other = { ...client, client_id: 'CLI.0000000001' };

test('a client in the shape of MYDATA_CLIENTS is read', () => {
  const [read] = parse(client);
  assert.equal(read?.clientId, client.client_id);
  assert.deepEqual(read?.resources, client.resources);
  assert.deepEqual(read?.addresses, []);
  assert.equal(read?.suspended, false);
  assert.equal(read?.jwe, undefined);
  assert.equal(parse({ ...client, jwe: 'A256GCMKW' })[0]?.jwe, 'A256GCMKW');
});

test('more than five datasets need a stated legal basis, and the error names the rule', () => {
  const six = { ...other, resources: ids.slice(0, 6) };
  refused(six, '.resources', '手冊 參-一-(六) 每項服務以 5 項資料集為限', 'legal_basis');
  refused({ ...six, legal_basis: '  ' }, '.legal_basis');
  assert.equal(parse({ ...six, legal_basis: '社會救助法第 44-3 條' })[0]?.resources.length, 6);
  assert.equal(parse({ ...other, resources: ids.slice(0, 5) })[0]?.resources.length, 5);
});

test('each mistake is named: file, entry, field, rule', () => {
  refused('text', 'object');
  refused({ ...other, client_id: 'x' }, '.client_id', 'CLI.');
  refused({ ...other, client_secret: 'short' }, '.client_secret', '16');
  refused({ ...other, cbc_iv: '一二三四五六七八九十一二三四五六' }, '.cbc_iv', '16');
  refused({ ...other, name: '' }, '.name');
  refused({ ...other, return_url: 'county' }, '.return_url', 'absolute');
  refused({ ...other, return_url: 'http://county.example/x' }, '.return_url', 'https');
  refused({ ...other, sp_api_url: 'https://user:pass@county.example/x' }, '.sp_api_url');
  refused({ ...other, resources: 'API.x' }, '.resources');
  refused({ ...other, resources: ['API.unknown000'] }, '.resources[0]', 'catalogue');
  refused({ ...other, resources: [ids[0], ids[0]] }, '.resources[1]', 'twice');
  refused({ ...other, fields: { 'API.other00000': ['a'] } }, '.fields');
  refused({ ...other, fields: { [client.resources[0] ?? '']: ['a,b'] } }, '.fields');
  refused({ ...other, adresses: [] }, '.adresses', 'known');
  refused({ ...other, suspended: 'no' }, '.suspended');
  refused({ ...other, jwe: 'A256GCM' }, '.jwe', 'A256KW', 'A256GCMKW');
  refused(client, '.client_id', 'twice');
  assert.throws(() => parseClients({}, 'clients.json', known), /clients\.json: must be a JSON array/);
});

test('an error never shows a secret', () => {
  assert.throws(
    () => parse({ ...other, client_secret: 'my-secret-is-long-er' }),
    (error: Error) => !error.message.includes('my-secret'),
  );
});

test('clients of several files must not share an id', () => {
  const files = [
    { source: 'a.json', clients: parse(client) },
    { source: 'b.json', clients: parse(other, client) },
  ];
  assert.throws(() => mergeClients(files), /b\.json\[1\]\.client_id/);
});
