/** The linter holds everybody to `call`: a proof that it catches each way past it. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { ESLint } from 'eslint';

const root = join(import.meta.dirname, '..', '..');

/** Without types: these rules need none, and reading a project takes long. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: false } },
    rules: { '@typescript-eslint/no-floating-promises': 'off', '@typescript-eslint/no-misused-promises': 'off' },
  },
});

async function caught(code: string, file: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, file) });
  const rules = (result?.messages ?? []).map(({ ruleId }) => ruleId);
  return [...new Set(rules.filter((rule) => rule?.startsWith('no-restricted-')))].sort();
}

const ways = {
  'a Request': "export const ask = (): Request => new Request('http://a.test', { redirect: 'error' });",
  'the global': 'export const away = fetch;',
  'a given fetch':
    'export const ask = ({ fetch }: { fetch(url: string): unknown }): unknown => fetch("http://a.test");',
  'a fetch of something':
    'export const ask = (of: { fetch(url: string): unknown }): unknown => of.fetch("http://a.test");',
  'a signal that may get lost': 'export const signal = AbortSignal.timeout(3000);',
};

for (const [way, code] of Object.entries(ways))
  test(`${way} outside server/calls is an error`, async () => {
    for (const file of ['server/platform/consent/way.ts', 'server/county/way.ts', 'server/adapters/sms/way.ts'])
      assert.notDeepEqual(await caught(code, file), [], file);
    assert.deepEqual(await caught(code, 'server/calls/way.ts'), []);
  });
