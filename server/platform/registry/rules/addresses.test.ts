import assert from 'node:assert/strict';
import { test } from 'node:test';
import { said } from '../sample.fixture.ts';
import type { RuleContext } from './rule.ts';

const verdicts = (spApiUrl: string, more: Partial<RuleContext>): string =>
  said({ spApiUrl }, more)
    .filter((one) => one.startsWith('addresses spApiUrl '))
    .map((one) => one.split(' ')[2])
    .join();

const contexts: Readonly<Record<string, Partial<RuleContext>>> = {
  'the stage live': { stage: 'live' },
  'a test on a live platform': { stage: 'test', environment: 'live' },
};

const machine = [
  'localhost',
  'localhost.',
  'a.localhost',
  '127.1',
  '2130706433',
  '0177.0.0.1',
  '127。0。0。1',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '[64:ff9b::7f00:1]',
];
const nowhere = [
  '169.254.169.254',
  '[::ffff:169.254.169.254]',
  '[64:ff9b::a9fe:a9fe]',
  '[2002:a9fe:a9fe::1]',
  '[fe80::1]',
  '100.64.0.1',
  '0.0.0.0',
  '[::]',
];

for (const [where, context] of Object.entries(contexts)) {
  test(`${where}: an address of this machine, or of nobody, is refused in every spelling`, () => {
    for (const host of [...machine, ...nowhere]) {
      assert.equal(verdicts(`https://${host}/sp`, context), 'refused', host);
      assert.equal(verdicts(`http://${host}/sp`, context), 'refused', host);
    }
  });

  test(`${where}: a name is judged by where it leads`, () => {
    for (const [addresses, verdict] of [
      [['117.56.1.1', '2400:8901::1'], ''],
      [['127.0.0.1'], 'refused'],
      [['117.56.1.1', '::1'], 'refused'],
      [['117.56.1.1', '169.254.169.254'], 'refused'],
      [['100.64.0.1'], 'refused'],
      [['10.0.0.1'], 'question'],
      [[], 'question'],
    ] as const)
      assert.equal(
        verdicts('https://service.example.gov.tw/sp', { ...context, leadsTo: () => addresses }),
        verdict,
        addresses.join(),
      );
    assert.equal(verdicts('https://intranet/sp', { ...context, leadsTo: () => ['117.56.1.1'] }), 'refused');
  });

  test(`${where}: in an inner network a person decides, and what the operator opened counts as one`, () => {
    for (const host of ['10.1.2.3', '[fd00::1]', '[::ffff:192.168.1.1]'])
      assert.equal(verdicts(`https://${host}/sp`, context), 'question', host);
    assert.equal(verdicts('https://100.64.0.1/sp', { ...context, networks: ['100.64.0.0/10'] }), 'question');
  });
}

test('in the test environment this machine is allowed, and what is nobody is not', () => {
  for (const host of machine) assert.equal(verdicts(`http://${host}/sp`, { environment: 'test' }), '', host);
  for (const host of nowhere) assert.equal(verdicts(`https://${host}/sp`, { environment: 'test' }), 'refused', host);
  assert.equal(verdicts('https://10.1.2.3/sp', { environment: 'test' }), '');
});
