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
  'an unknown environment': { MYDATA_ENV: 'prod' },
})) {
  test(`refuses ${name}`, () => assert.throws(() => readConfig(env, '/kit'), { code: 'config-invalid' }));
}
