import assert from 'node:assert/strict';
import { test } from 'node:test';
import { returnAddress, sameAddress, serviceAddress } from './addresses.ts';
import { decryptField } from './fields.ts';
import { decodeResources } from './resources.ts';

const secrets = { clientSecret: 'abcdefghijklmnop', cbcIv: '0123456789abcdef' };
const txId = 'a3bb189e-8bf9-4c4e-9e3c-6b6f9a1f0001';

test('the redirect carries client, resources, tx_id, returnUrl and the encrypted pid', () => {
  const address = new URL(
    serviceAddress(
      'https://platform.test/',
      { clientId: 'CLI.abc123DEF0', ...secrets },
      {
        resources: ['API.7QovE2Gev6'],
        txId,
        returnUrl: 'https://county.test/back?case=1&lang=zh',
        nationalId: 'A123456789',
      },
    ),
  );
  const [, service, clientId, resources, tx] = address.pathname.split('/');
  assert.equal(address.origin, 'https://platform.test');
  assert.deepEqual([service, clientId, tx], ['service', 'CLI.abc123DEF0', txId]);
  assert.deepEqual(decodeResources(decodeURIComponent(resources!)), ['API.7QovE2Gev6']);
  assert.equal(address.searchParams.get('returnUrl'), 'https://county.test/back?case=1&lang=zh');
  assert.equal(decryptField(secrets, address.searchParams.get('pid')!), 'A123456789');
  assert.ok(!address.href.includes('A123456789'));
});

test('the way back keeps the original query and nobody else’s code or tx_id', () => {
  const back = returnAddress('https://county.test/back?case=1&code=200&%74x_id=mine&q=%E5%98%89+x#top', secrets, {
    code: 205,
    txId,
  });
  const url = new URL(back);
  assert.match(url.search, /^\?code=205&tx_id=[^&]+&case=1&q=%E5%98%89\+x$/);
  assert.equal(decryptField(secrets, url.searchParams.get('tx_id')!), txId);
  assert.equal(url.hash, '');
});

test('addresses are the same when only the query differs', () => {
  const registered = 'https://county.test/mydata/return/relief';
  for (const given of ['', '?a=1', '?'].map((tail) => registered + tail))
    assert.ok(sameAddress(registered, given), given);
  assert.ok(sameAddress(`${registered}?keep=1`, registered));
  assert.ok(sameAddress(registered, registered.replace('county.test', 'COUNTY.test:443')));
});

test('everything else makes them different', () => {
  const registered = 'https://county.test/mydata/return/relief';
  const others = [
    'https://county.test/mydata/return/relief/',
    'https://county.test/mydata/return/RELIEF',
    'http://county.test/mydata/return/relief',
    'https://county.test:8443/mydata/return/relief',
    'https://county.test.evil.test/mydata/return/relief',
    'https://county.test@evil.test/mydata/return/relief',
    'https://someone@county.test/mydata/return/relief',
    'https://county.test/mydata/return/relief#x',
    '//county.test/mydata/return/relief',
    'javascript:alert(1)',
    '',
    'https://county.test/mydata/return/relief/../other',
  ];
  for (const given of others) assert.ok(!sameAddress(registered, given), given);
});

test('an address that is none cannot be returned to', () => {
  for (const url of ['', '/back', 'javascript:alert(1)', 'https://a@b.test/']) {
    assert.throws(() => returnAddress(url, secrets, { code: 200, txId }), { code: 'address-unreadable' });
  }
});
