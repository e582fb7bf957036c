import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { CountySetupError } from '../setup-error.ts';
import { fillPage } from './fill-page.ts';
import { plainLooks } from './looks.ts';
import { readSite } from './site.ts';

const say = (words: string) => ({ 'zh-Hant': words, en: words });
const nasty = `</script><img src=x onerror="alert(1)">&'`;

const config = {
  environment: 'test',
  organisation: { id: 'aa', name: say(nasty), offices: [] },
  looks: { ...plainLooks, site: { name: say(nasty), emblem: 'coast' } },
} as const;

test('names are text wherever they are written', () => {
  const page = fillPage('<title>{{site}}</title><h1 title="{{organisation}}">', config);
  assert.equal(page.includes('<img'), false);
  assert.match(page, /^<title>&lt;\/script&gt;&lt;img src=x onerror=&quot;alert\(1\)&quot;&gt;&amp;&#39;<\/title>/);
});

test('the data block is JSON that cannot end its element', () => {
  const page = fillPage('<script type="application/json">{{organisation-data}}</script>', config);
  const [, data = ''] = /^<script type="application\/json">(.*)<\/script>$/s.exec(page) ?? [];
  assert.doesNotMatch(data, /[<>&]/);
  assert.equal((JSON.parse(data) as { name: { en: string } }).name.en, nasty);
});

test('a value is not filled again, and what is unknown stays', () => {
  const looks = { ...plainLooks, site: { name: say('{{organisation}} $& $1'), emblem: 'hills' as const } };
  assert.equal(fillPage('{{site}} {{other}}', { environment: 'test', looks }), '{{organisation}} $&amp; $1 {{other}}');
});

test('a site says each thing that is wrong with it, by its field', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'site-'));
  const read = async (content: unknown): Promise<string> => {
    await writeFile(join(folder, 'site.json'), JSON.stringify(content));
    return readSite(folder).then(
      () => '',
      (error: unknown) => {
        assert.ok(error instanceof CountySetupError);
        return error.message;
      },
    );
  };
  try {
    const said = await read({
      pages: [
        { path: 'x', file: '../secret.html' },
        { path: '/x', file: 'x.html', for: 'everybody', colour: 'red' },
      ],
      addresses: { service: '/s', consent: '/c/{service}', desk: 3, home: '/' },
    });
    for (const field of [
      '/pages/0/path',
      '/pages/0/file',
      '/pages/1/for',
      '/pages/1/colour',
      '/addresses/service',
      '/addresses/application',
      '/addresses/desk',
      '/addresses/home',
    ])
      assert.ok(said.includes(` ${field}: `), field);
    assert.equal(said.includes('/addresses/consent'), false);
    await assert.rejects(readSite(join(folder, 'none')), /is the site built/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
