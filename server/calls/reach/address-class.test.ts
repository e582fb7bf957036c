import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { classOfAddress, classOfHost, isWithin, literalOf, type AddressClass } from './address-class.ts';

/** As a call sees it: what `URL` makes of the text, then the class. */
const classOfUrl = (host: string): AddressClass | 'name' | 'no address' =>
  URL.canParse(`https://${host}/`) ? classOfHost(new URL(`https://${host}/`).hostname) : 'no address';

const known: Readonly<Record<AddressClass, readonly string[]>> = {
  loopback: ['127.0.0.1', '127.255.0.3', '::1', '::ffff:127.0.0.1', '64:ff9b::7f00:1'],
  private: ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12::1', '::ffff:10.1.2.3'],
  nowhere: [
    '169.254.169.254',
    '::ffff:169.254.169.254',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b:1::a9fe:a9fe',
    '2002:a9fe:a9fe::',
    '2002:808:808::1',
    '2001:0:5ef5:79fb::1',
    '::a9fe:a9fe',
    '::ffff:0:a9fe:a9fe',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '::',
    '0.0.0.0',
    '0.1.2.3',
    '100.64.0.1',
    '100.100.100.200',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '240.0.0.1',
    '4000::1',
    'fe00::1',
    '2001:db8::1',
    'no address',
    '',
  ],
  public: ['8.8.8.8', '117.56.1.1', '172.32.0.1', '2400:8901::1', '::ffff:8.8.8.8', '64:ff9b::808:808'],
};

for (const [kind, addresses] of Object.entries(known))
  test(`${kind} addresses are known as such`, () => {
    for (const address of addresses) assert.equal(classOfAddress(address), kind, address);
  });

const octets = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
const numberOf = ([a, b, c, d]: readonly number[]): number => ((a! * 256 + b!) * 256 + c!) * 256 + d!;
const hex = (number: number): string => number.toString(16);

/** Every way in which a URL takes the same IPv4 address. */
const spellings: Readonly<Record<string, (octets: readonly number[]) => string>> = {
  dotted: (four) => four.join('.'),
  'dotted, with a dot behind': (four) => `${four.join('.')}.`,
  decimal: (four) => String(numberOf(four)),
  hexadecimal: (four) => `0x${hex(numberOf(four))}`,
  octal: (four) => `0${numberOf(four).toString(8)}`,
  'octal parts': (four) => four.map((one) => `0${one.toString(8)}`).join('.'),
  'hexadecimal parts': (four) => four.map((one) => `0X${hex(one).toUpperCase()}`).join('.'),
  'two parts': ([a, ...rest]) => `${a}.${numberOf([0, ...rest])}`,
  'three parts': ([a, b, ...rest]) => `${a}.${b}.${numberOf([0, 0, ...rest])}`,
  'ideographic dots': (four) => four.join('。'),
  'full-width dots and digits': (four) =>
    four.join('．').replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  percent: (four) => four.join('.').replaceAll('.', '%2e'),
};

for (const [spelling, write] of Object.entries(spellings))
  test(`an address keeps its class, written ${spelling}`, () => {
    fc.assert(
      fc.property(octets, (four) => {
        assert.equal(classOfUrl(write(four)), classOfAddress(four.join('.')));
      }),
    );
  });

const insideOut: Readonly<Record<string, (octets: readonly number[]) => string>> = {
  'IPv4-mapped': (four) => `::ffff:${four.join('.')}`,
  'IPv4-mapped, hexadecimal': (four) => `::FFFF:${hex(numberOf(four) >>> 16)}:${hex(numberOf(four) & 0xffff)}`,
  'IPv4-mapped, in full': (four) => `0:0:0:0:0:ffff:${four.join('.')}`,
  'behind NAT64': (four) => `64:ff9b::${hex(numberOf(four) >>> 16)}:${hex(numberOf(four) & 0xffff)}`,
};

for (const [spelling, write] of Object.entries(insideOut))
  test(`an address inside an IPv6 one counts as what it is: ${spelling}`, () => {
    fc.assert(
      fc.property(octets, (four) => {
        assert.equal(classOfAddress(write(four)), classOfAddress(four.join('.')));
        assert.equal(classOfUrl(`[${write(four)}]`), classOfAddress(four.join('.')));
      }),
    );
  });

test('tunnels lead nowhere, whatever they hold', () => {
  fc.assert(
    fc.property(octets, (four) => {
      const [high, low] = [hex(numberOf(four) >>> 16), hex(numberOf(four) & 0xffff)];
      for (const address of [`2002:${high}:${low}::1`, `2001:0:${high}:${low}::1`, `64:ff9b:1::${high}:${low}`])
        assert.equal(classOfAddress(address), 'nowhere', address);
    }),
  );
});

test('of an IPv6 address nothing is public but global unicast', () => {
  const eight = fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(eight, (parts) => {
      const address = parts.map(hex).join(':');
      if (classOfAddress(address) === 'public') assert.ok(parts[0]! >= 0x2000 && parts[0]! <= 0x3fff, address);
    }),
  );
});

test('hosts: this machine by any of its names, names, and what is neither', () => {
  for (const host of [
    'localhost',
    'LOCALHOST',
    'localhost.',
    'a.localhost',
    'a.localhost.',
    'localhost。',
    'ⓛocalhost',
  ])
    assert.equal(classOfUrl(host), 'loopback', host);
  for (const host of ['service.example.gov.tw', 'service.example.gov.tw.', 'localhost.example.tw', '服務.example.tw'])
    assert.equal(classOfUrl(host), 'name', host);
  for (const host of ['a.1', 'a.0x7f', '.']) assert.equal(classOfHost(host), 'nowhere', host);
  // A zone, and numbers that are none, are no address for `URL` either.
  for (const host of ['[fe80::1%25eth0]', '[::1%25lo]', '256.1.1.1', '1.2.3.4.5', '0x1ffffffff'])
    assert.equal(classOfUrl(host), 'no address', host);
  assert.deepEqual(['[::1]', '127.0.0.1', 'a.tw'].map(literalOf), ['::1', '127.0.0.1', undefined]);
});

test('networks hold addresses of their own family, however written', () => {
  assert.ok(isWithin('10.1.2.3', ['10.1.0.0/16']));
  assert.ok(isWithin('::ffff:10.1.2.3', ['10.1.0.0/16']));
  assert.ok(isWithin('100.64.0.1', ['192.168.0.0/16', '100.64.0.1']));
  assert.ok(isWithin('fd00::1', ['fd00::/8']));
  for (const [address, network] of [
    ['10.2.0.1', '10.1.0.0/16'],
    ['10.1.0.2', '10.1.0.1'],
    ['fd00::1', '10.0.0.0/8'],
    ['10.0.0.1', 'fd00::/8'],
    ['fe80::1%eth0', 'fe80::/10'],
    ['nothing', '0.0.0.0/0'],
  ] as const)
    assert.equal(isWithin(address, [network]), false, address);
});
