/** What a party's folders may lack: nothing, unless they are empty. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Manifest } from './manifest.ts';
import { placeOf } from './place.ts';
import { verdictOn, type Found } from './rules.ts';

const place = placeOf(
  { dataFolder: '/data', keysFolder: '/keys', marksFolder: '/marks' },
  { label: 'county:x', dataFolder: '/data/counties/x' },
);
const manifest: Manifest = {
  id: 'one',
  party: 'county:x',
  state: 'whole',
  since: '2026-11-27T00:00:00.000Z',
  keys: { 'master.key': 'print' },
};
const whole: Found = {
  manifest,
  keysManifest: manifest,
  marked: true,
  database: 'there',
  secrets: new Map([['master.key', 'print']]),
};
const witnessing: Manifest = { ...manifest, keys: { ...manifest.keys, 'witness.key': null } };
const witnessKeys = new Map([...whole.secrets, ['witness.key', 'another']]);
const anew: Manifest = { ...manifest, state: 'anew', generation: 2, keys: {} };
const empty: Found = { marked: false, database: 'missing', secrets: new Map() };

test('each party has three folders of its own', () => {
  assert.deepEqual(
    [place.data, place.keys, place.marks, place.database],
    ['/data/counties/x', '/keys/counties/x', '/marks/counties/x', '/data/counties/x/county.db'],
  );
  const within = { dataFolder: '/data', marksFolder: '/data/marks' };
  assert.equal(placeOf(within, 'platform').keys, '/data/platform/keys');
  assert.equal(placeOf(within, 'provider').keys, '/data/provider');
});

const may: Record<string, [Found, string]> = {
  'an empty place is filled': [empty, 'make'],
  'a first start that was cut off goes on making': [
    { ...empty, manifest: { ...manifest, state: 'making' }, secrets: new Map([['master.key', 'print']]) },
    'make',
  ],
  'what is whole goes on': [whole, 'go-on'],
  'what begins anew is filled': [{ ...empty, manifest: anew }, 'make'],
  'a folder from before there was a manifest is taken as it is': [
    { ...empty, database: 'there', secrets: new Map([['master.key', 'print']]) },
    'adopt',
  ],
  'a folder that never was a witness may become one': [{ ...whole, manifest }, 'go-on'],
  'a witness may have another key': [{ ...whole, manifest: witnessing, secrets: witnessKeys }, 'go-on'],
  'a key put back without its manifest is known by its bytes': [{ ...whole, keysManifest: undefined }, 'go-on'],
};
for (const [name, [found, expected]] of Object.entries(may))
  test(name, () => assert.equal(verdictOn(place, found).may, expected));

const mayNot: Record<string, [Found, RegExp]> = {
  'a key is missing': [{ ...whole, secrets: new Map() }, /master\.key is missing in \/keys\/counties\/x/],
  'a key is missing and no manifest says so': [{ ...empty, database: 'there' }, /master\.key is missing/],
  'a key is another': [{ ...whole, secrets: new Map([['master.key', 'other']]) }, /not the one/],
  'a witness has lost its key': [
    { ...whole, manifest: witnessing },
    /witness\.key is missing in \/keys\/counties\/x: nobody would know the witness by a new one/,
  ],
  'the database is missing': [{ ...whole, database: 'missing' }, /county\.db is missing/],
  'the database is empty or damaged': [{ ...whole, database: 'damaged' }, /is no database any more/],
  'only keys are left': [{ ...empty, secrets: new Map([['master.key', 'print']]) }, /county\.db is missing/],
  'only the manifest of the keys is left': [{ ...empty, keysManifest: manifest }, /county\.db is missing/],
  'something was put into what begins anew': [{ ...whole, manifest: anew, keysManifest: undefined }, /to begin anew/],
  'only a mark is left': [{ ...empty, marked: true }, /county\.db is missing/],
  'the folder is another party’s': [
    { ...whole, manifest: { ...manifest, party: 'county:y' } },
    /\/data\/counties\/x belongs to county:y/,
  ],
  'the keys are those of another folder': [
    { ...whole, keysManifest: { ...manifest, id: 'two' } },
    /the keys of another folder/,
  ],
};
for (const [name, [found, problem]] of Object.entries(mayNot))
  test(`no start where ${name}, and the way back is said`, () => {
    const verdict = verdictOn(place, found);
    assert.ok(verdict.may === 'not');
    assert.match(verdict.problems.join('\n'), problem);
    assert.ok(verdict.back.length > 20);
  });
