import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ConfigError, readConfig } from '../config.ts';
import { pickCounty } from './pick-county.ts';
import { readCounties } from './read-counties.ts';
import type { CountySetting } from './setting.ts';

const root = join(import.meta.dirname, '..', '..');
const say = (words: string) => ({ 'zh-Hant': words, en: words });

const county = (id: string, change: object = {}) => ({
  id,
  name: say(`${id}縣政府`),
  area: `${id}縣`,
  port: 9000 + id.length,
  services: ['services'],
  offices: [],
  numberPrefix: id.slice(0, 2).toUpperCase(),
  contact: { phone: '1999', line: say('1999'), counter: say('公所') },
  ...change,
});

/** Settings, or what is said of the file. */
async function read(
  content: unknown,
  env: Readonly<Record<string, string>> = {},
): Promise<{ counties: readonly CountySetting[]; said: readonly string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'counties-'));
  const file = join(folder, 'counties.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  try {
    const counties = await readCounties(readConfig({ MYDATA_COUNTIES: file, ...env }, '/kit'));
    return { counties, said: [] };
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    const [, ...said] = error.message.replaceAll(`  - ${folder}/`, '').split('\n');
    return { counties: [], said };
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('the demo has four counties, each with what is its own', async () => {
  const counties = await readCounties(readConfig({}, root));
  assert.deepEqual(
    counties.map(({ label, url, numberPrefix }) => [label, url, numberPrefix]),
    [
      ['county:chiayi', 'http://localhost:8702', 'CY'],
      ['county:taoyuan', 'http://localhost:8704', 'TY'],
      ['county:yunlin', 'http://localhost:8705', 'YL'],
      ['county:hualien', 'http://localhost:8706', 'HL'],
    ],
  );
  for (const own of [
    ({ cookieName }: CountySetting) => cookieName,
    ({ dataFolder }: CountySetting) => dataFolder,
    ({ clientsFile }: CountySetting) => clientsFile,
    ({ theme }: CountySetting) => JSON.stringify(theme),
    ({ servicesFolders }: CountySetting) => servicesFolders.join(),
  ])
    assert.equal(new Set(counties.map(own)).size, 4);
  assert.equal(counties[3]!.dataFolder, join(root, '.data/counties/hualien'));
});

test('ports move with the first county’s, step aside for others, and give way to a county’s own variables', async () => {
  const ports = async (env: Readonly<Record<string, string>>): Promise<readonly string[]> =>
    (await readCounties(readConfig(env, root))).map(({ url }) => url.replace('http://localhost:', ''));
  assert.deepEqual(await ports({ MYDATA_COUNTY_PORT: '9702' }), ['9702', '9704', '9705', '9706']);
  assert.deepEqual(await ports({ MYDATA_COUNTY_PORT: '9702', MYDATA_PROVIDER_PORT: '9705' }), [
    '9702',
    '9704',
    '9706',
    '9707',
  ]);
  assert.deepEqual(
    await ports({ MYDATA_COUNTY_HUALIEN_PORT: '9999', MYDATA_COUNTY_YUNLIN_URL: 'https://yunlin.example/' }),
    ['8702', '8704', 'https://yunlin.example', '9999'],
  );
});

test('paths are read from where the file lies, secrets may lie elsewhere', async () => {
  const { counties } = await read({
    counties: [
      county('aa', { clientsFile: '../secret/aa.json', site: { folder: 's', name: say('s'), emblem: 'coast' } }),
    ],
  });
  const [one] = counties as [CountySetting];
  assert.match(one.servicesFolders[0]!, /\/counties-\w+\/services$/);
  assert.match(one.clientsFile, /\/secret\/aa\.json$/);
  assert.match(one.site!.folder, /\/counties-\w+\/s$/);
});

const colours = { light: '#ffffff', dark: '#000000' };
const plain = {
  ...Object.fromEntries(
    ['tint', 'surface', 'ground', 'rule', 'hill', 'sun', 'onAccent'].map((name) => [name, colours]),
  ),
  ...Object.fromEntries(['accent', 'accentStrong'].map((name) => [name, { light: '#000000', dark: '#ffffff' }])),
  emblem: { light: '#000000', dark: '#000000' },
};

const wrong: readonly (readonly [what: string, content: unknown, said: readonly RegExp[]])[] = [
  ['no JSON', '{', [/^counties\.json: is not JSON/]],
  ['no list', { county: [] }, [/^counties\.json \/counties: must list/, /\/county: is not known here/]],
  ['a file that is not there', { counties: ['x.json'] }, [/^x\.json: there is no such file/]],
  [
    'a field that is missing',
    { counties: [county('aa', { name: undefined })] },
    [/\/counties\/0\/: must have required property 'name'/],
  ],
  [
    'a field that nobody knows',
    { counties: [county('aa', { colour: 'red' })] },
    [/additional properties \("colour"\)/],
  ],
  ['an id that is none', { counties: [county('A b')] }, [/\/counties\/0\/id: must match/, /\/numberPrefix/]],
  [
    'what two of them share',
    {
      counties: [
        county('aa'),
        county('bb', { port: 9002, numberPrefix: 'AA', clientsFile: 'x' }),
        county('aa', { port: 9100, clientsFile: 'x' }),
      ],
    },
    [
      /^counties\.json \/counties\/1\/port: is that of aa too \(9002\)/,
      /\/counties\/1\/url/,
      /\/counties\/1\/numberPrefix: is that of aa/,
      /\/counties\/2\/id: is that of aa/,
      /\/counties\/2\/numberPrefix/,
      /\/counties\/2\/clientsFile: is that of bb/,
    ],
  ],
  ['the platform’s port', { counties: [county('aa', { port: 8701 })] }, [/\/port: is that of the platform/]],
  [
    'offices that are no tree',
    {
      counties: [
        county('aa', {
          offices: [
            { id: 'one', name: say('1'), parent: 'two', services: ['s'] },
            { id: 'two', name: say('2'), parent: 'one', services: ['s'] },
            { id: 'two', name: say('2'), parent: 'three' },
          ],
        }),
      ],
    },
    [
      /\/offices\/0\/parent: "one" would be above itself/,
      /\/offices\/1\/parent: "two" would be above itself/,
      /\/offices\/1\/services\/0: "s" belongs to "one" already/,
      /\/offices\/2\/id: there are two of "two"/,
      /\/offices\/2\/parent: there is no office "three"/,
    ],
  ],
  [
    'addresses that lead nowhere',
    {
      counties: [
        county('aa', {
          addresses: {
            service: '/services',
            consent: '//elsewhere.example/{service}',
            manual: 'javascript:alert(1)//{service}',
            return: '/x/{service}/{resident}',
            desk: 'http://county.example/desk',
            services: { one: { application: '/a b' } },
          },
        }),
      ],
    },
    [
      /\/addresses\/service: must say where the service stands/,
      /\/addresses\/consent: must be a path/,
      /\/addresses\/manual: is no address|\/addresses\/manual: must be a path/,
      /\/addresses\/return: knows no other placeholder/,
      /\/addresses\/desk: must be a path/,
      /\/addresses\/services\/one\/application: is no address/,
    ],
  ],
  [
    'a counter’s address that is none',
    { counties: [county('aa', { deskAddresses: ['10.0.0.0/99'] })] },
    [/\/deskAddresses\/0: must be an address/],
  ],
  [
    'a theme that nobody can read',
    { counties: [county('aa', { theme: { ...plain, accent: { light: '#aaaaaa', dark: '#ffffff' } } })] },
    [/\/theme\/accent\/light: accent on surface has a contrast of 2\.32/, /on ground/, /on tint/, /onAccent on accent/],
  ],
  [
    'a colour that is none',
    { counties: [county('aa', { theme: { ...plain, accent: 'red' } })] },
    [/\/theme\/accent: must be object/],
  ],
];

for (const [what, content, patterns] of wrong)
  test(`a file with ${what} is refused, each problem with its field`, async () => {
    const { said } = await read(content);
    for (const pattern of patterns)
      assert.ok(
        said.some((one) => pattern.test(one)),
        `${pattern}\n${said.join('\n')}`,
      );
    if (what !== 'an id that is none' && !what.includes('theme'))
      assert.ok(said.length <= patterns.length + 1, said.join('\n'));
  });

test('a command names the county it means where there are several', async () => {
  const { counties } = await read({ counties: [county('aa'), county('bbb')] });
  assert.equal(pickCounty(counties, 'county:bbb').id, 'bbb');
  assert.equal(pickCounty(counties.slice(0, 1), 'county').id, 'aa');
  for (const label of ['county', 'county:c']) assert.throws(() => pickCounty(counties, label), /county:aa, county:bbb/);
});
