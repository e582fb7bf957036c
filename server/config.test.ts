import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './config.ts';

test('an empty environment gives the ports of the README and the counties of the demo', () => {
  const config = readConfig({}, '/kit');
  assert.deepEqual(config.ports, { platform: 8701, provider: 8703 });
  assert.equal(config.environment, 'test');
  assert.equal(config.caFile, '/kit/.data/provider/ca.pem');
  assert.ok(config.counties.kind === 'file');
  assert.equal(config.counties.file, '/kit/demo/counties/counties.json');
});

test('a variable of one county, or live without a file, gives that county as it always was', () => {
  for (const env of [{ MYDATA_SERVICES: 'a, b' }, { MYDATA_SERVICES: 'a,b', MYDATA_ENV: 'live' }]) {
    const { counties } = readConfig(env, '/kit');
    assert.ok(counties.kind === 'one');
    const { label, cookieName, port, url, dataFolder, clientsFile, servicesFolders } = counties.county;
    assert.deepEqual([label, cookieName, port, url], ['county', 'county', 8702, 'http://localhost:8702']);
    assert.deepEqual([dataFolder, clientsFile], ['/kit/.data/county', '/kit/.data/county/clients.json']);
    assert.deepEqual(servicesFolders, ['/kit/a', '/kit/b']);
  }
  assert.equal(readConfig({ MYDATA_ENV: 'live' }, '/kit').counties.kind, 'one');
});

test('live has no pages but those that are configured', () => {
  const site = (env: Record<string, string>): string | undefined => {
    const { counties } = readConfig({ MYDATA_SERVICES: 'a', ...env }, '/kit');
    return counties.kind === 'one' ? counties.county.site?.folder : 'a file';
  };
  assert.equal(site({}), '/kit/dist/county');
  assert.equal(site({ MYDATA_ENV: 'live' }), undefined);
  assert.equal(site({ MYDATA_ENV: 'live', MYDATA_SITE: 'our-site' }), '/kit/our-site');
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
  'one port twice': { MYDATA_PROVIDER_PORT: '8701' },
  'the port of another for one county': { MYDATA_COUNTY_PORT: '8701', MYDATA_SERVICES: 'a' },
  'a county’s port that is none': { MYDATA_COUNTY_HUALIEN_PORT: 'x' },
  'a county’s address that is none': { MYDATA_COUNTY_HUALIEN_URL: 'hualien' },
  'variables of one county beside a file of several': { MYDATA_COUNTIES: 'x.json', MYDATA_SERVICES: 'a' },
  'a prefix of numbers that is none': { MYDATA_SERVICES: 'a', MYDATA_NUMBER_PREFIX: 'abc' },
  'an address of another scheme': { MYDATA_PLATFORM_URL: 'ftp://x' },
  'a proxy that is no address': { MYDATA_PROXIES: '10.0.0.7, proxy' },
  'a minute that is no number': { MYDATA_MINUTE_SECONDS: 'fast' },
  'an unknown environment': { MYDATA_ENV: 'prod' },
})) {
  test(`refuses ${name}`, () => assert.throws(() => readConfig(env, '/kit'), { code: 'config-invalid' }));
}
