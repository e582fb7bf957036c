import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './config.ts';

test('an empty environment gives the three ports of the README', () => {
  const config = readConfig({}, '/kit');
  assert.deepEqual(config.ports, { platform: 8701, county: 8702, provider: 8703 });
  assert.equal(config.urls.county, 'http://localhost:8702');
  assert.equal(config.environment, 'test');
  assert.equal(config.caFile, '/kit/.data/provider/ca.pem');
});

test('addresses lose their trailing slash', () => {
  assert.equal(
    readConfig({ MYDATA_PLATFORM_URL: 'https://mydata.example/' }, '/kit').urls.platform,
    'https://mydata.example',
  );
});

test('revocation lists and agencies are the provider’s only while its test CA is trusted', () => {
  const own = readConfig({}, '/kit');
  assert.deepEqual(
    [own.crlFile, own.agenciesFile],
    ['/kit/.data/provider/crl.pem', '/kit/.data/provider/agencies.json'],
  );
  const foreign = readConfig({ MYDATA_CA: 'ca.pem' }, '/kit');
  assert.deepEqual([foreign.crlFile, foreign.agenciesFile], [undefined, undefined]);
  assert.equal(readConfig({ MYDATA_CA: 'ca.pem', MYDATA_CRL: 'crl.pem' }, '/kit').crlFile, '/kit/crl.pem');
});

test('a minute of preparation is a tenth of a second unless told otherwise', () => {
  assert.equal(readConfig({}, '/kit').preparationMinute, 0.1);
  assert.equal(readConfig({ MYDATA_MINUTE_SECONDS: '60' }, '/kit').preparationMinute, 60);
});

test('proxies are a list', () => {
  assert.deepEqual(readConfig({}, '/kit').proxies, []);
  assert.deepEqual(readConfig({ MYDATA_PROXIES: '10.0.0.7, ::1,' }, '/kit').proxies, ['10.0.0.7', '::1']);
});

for (const [name, env] of Object.entries({
  'a port out of range': { MYDATA_COUNTY_PORT: '70000' },
  'a port that is no number': { MYDATA_COUNTY_PORT: 'x' },
  'one port twice': { MYDATA_COUNTY_PORT: '8701' },
  'an address of another scheme': { MYDATA_PLATFORM_URL: 'ftp://x' },
  'a proxy that is no address': { MYDATA_PROXIES: '10.0.0.7, proxy' },
  'a minute that is no number': { MYDATA_MINUTE_SECONDS: 'fast' },
  'an unknown environment': { MYDATA_ENV: 'prod' },
})) {
  test(`refuses ${name}`, () => assert.throws(() => readConfig(env, '/kit'), { code: 'config-invalid' }));
}
