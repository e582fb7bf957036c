import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { emptyRoot, leafHash, nodeHash } from './hash.ts';
import { appended, rangeHash, rootOf, type FindNode, type Place } from './nodes.ts';
import { consistencyRanges, inclusionRanges } from './proofs.ts';
import { holdsConsistency, holdsInclusion } from './verify.ts';

/** The tree as the RFC writes it down: MTH(D[0:n]). */
function naiveRoot(entries: readonly Uint8Array[]): Buffer {
  const [only] = entries;
  if (!only) return emptyRoot();
  if (entries.length === 1) return leafHash(only);
  let k = 1;
  while (k * 2 < entries.length) k *= 2;
  return nodeHash(naiveRoot(entries.slice(0, k)), naiveRoot(entries.slice(k)));
}

function grown(entries: readonly Uint8Array[]): FindNode {
  const nodes = new Map<string, Uint8Array>();
  const find = ({ level, index }: Place): Uint8Array => nodes.get(`${level}/${index}`) ?? assert.fail('a hole');
  entries.forEach((entry, size) => {
    for (const { level, index, hash } of appended(size, entry, find)) nodes.set(`${level}/${index}`, hash);
  });
  return find;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

// The known answers that Certificate Transparency's implementations share.
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((text) => Buffer.from(text, 'hex'));
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

test('the roots of the known trees', () => {
  const find = grown(entries);
  roots.forEach((root, size) => assert.equal(hex(rootOf(size, find)), root, `size ${size}`));
});

const inclusion: readonly (readonly [index: number, size: number, proof: readonly string[]])[] = [
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
];
for (const [index, size, proof] of inclusion)
  test(`the known inclusion proof of leaf ${index} in ${size}`, () => {
    const find = grown(entries);
    assert.deepEqual(
      inclusionRanges(index, size).map((range) => hex(rangeHash(range, find))),
      proof,
    );
  });

const consistency: readonly (readonly [from: number, to: number, proof: readonly string[]])[] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];
for (const [from, to, proof] of consistency)
  test(`the known consistency proof of ${from} and ${to}`, () => {
    const find = grown(entries);
    assert.deepEqual(
      consistencyRanges(from, to).map((range) => hex(rangeHash(range, find))),
      proof,
    );
  });

test('sizes that make no sense are refused, and hold nowhere', () => {
  const root = emptyRoot();
  for (const [index, size] of [
    [-1, 3],
    [3, 3],
    [0, 0],
    [0.5, 3],
    [Number.NaN, 3],
  ] as const) {
    assert.throws(() => inclusionRanges(index, size), RangeError);
    assert.equal(holdsInclusion({ index, size, leaf: root, proof: [], root }), false);
  }
  for (const [from, to] of [
    [0, 3],
    [4, 3],
    [1, Number.POSITIVE_INFINITY],
  ] as const) {
    assert.throws(() => consistencyRanges(from, to), RangeError);
    assert.equal(holdsConsistency({ from, to, fromRoot: root, toRoot: root, proof: [] }), false);
  }
});

const manyEntries = fc.array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 80 });

test('any tree that grew leaf by leaf has the root of the RFC, at every size', () => {
  fc.assert(
    fc.property(manyEntries, (some) => {
      const find = grown(some);
      for (let size = 0; size <= some.length; size += 1)
        assert.equal(hex(rootOf(size, find)), hex(naiveRoot(some.slice(0, size))));
    }),
    { numRuns: 30 },
  );
});

test('every inclusion proof holds, and not for another leaf, place, size, root or a changed proof', () => {
  fc.assert(
    fc.property(manyEntries, fc.nat(), fc.nat(), fc.nat(), (some, a, b, c) => {
      const find = grown(some);
      const size = 1 + (a % some.length);
      const index = b % size;
      const given = {
        index,
        size,
        leaf: leafHash(some[index] ?? new Uint8Array()),
        proof: inclusionRanges(index, size).map((range) => rangeHash(range, find)),
        root: rootOf(size, find),
      };
      assert.ok(holdsInclusion(given));
      const other = leafHash(Buffer.from('another entry'));
      const at = c % (given.proof.length || 1);
      assert.ok(!holdsInclusion({ ...given, leaf: other }));
      assert.ok(!holdsInclusion({ ...given, root: other }));
      assert.ok(!holdsInclusion({ ...given, proof: [...given.proof, other] }));
      assert.ok(!holdsInclusion({ ...given, size: size * 4 }));
      if (given.proof.length) {
        assert.ok(!holdsInclusion({ ...given, proof: given.proof.slice(1) }));
        assert.ok(!holdsInclusion({ ...given, proof: given.proof.map((hash, n) => (n === at ? other : hash)) }));
      }
    }),
  );
});

test('every consistency proof holds, and not for another root or a changed proof', () => {
  fc.assert(
    fc.property(manyEntries, fc.nat(), fc.nat(), fc.nat(), (some, a, b, c) => {
      const find = grown(some);
      const to = 1 + (a % some.length);
      const from = 1 + (b % to);
      const given = {
        from,
        to,
        fromRoot: rootOf(from, find),
        toRoot: rootOf(to, find),
        proof: consistencyRanges(from, to).map((range) => rangeHash(range, find)),
      };
      assert.ok(holdsConsistency(given));
      const other = leafHash(Buffer.from('another entry'));
      assert.ok(!holdsConsistency({ ...given, fromRoot: other }));
      assert.ok(!holdsConsistency({ ...given, toRoot: other }));
      assert.ok(!holdsConsistency({ ...given, proof: [...given.proof, other] }));
      if (given.proof.length) {
        const at = c % given.proof.length;
        assert.ok(!holdsConsistency({ ...given, proof: given.proof.map((hash, n) => (n === at ? other : hash)) }));
        assert.ok(!holdsConsistency({ ...given, proof: given.proof.slice(0, -1) }));
      }
    }),
  );
});
