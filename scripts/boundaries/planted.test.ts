/** Every forbidden import below is planted in a house of its own, and has to be found there; what is allowed has to pass. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import rules from './rules.mjs';

type Plant = readonly [file: string, line: string, rule: string];

const forbidden: readonly Plant[] = [
  // The pure core.
  ['schemas/form/x1.ts', "import { readFile } from 'node:fs/promises';", 'zone-schemas'],
  ['schemas/form/x2.ts', "import { readFileSync } from 'fs';", 'zone-schemas'],
  ['schemas/form/x3.ts', "import { html } from 'lit';", 'zone-schemas'],
  ['schemas/form/x4.ts', "import { Hono } from 'hono';", 'zone-schemas'],
  ['schemas/form/x5.ts', "import { Ajv2020 } from 'ajv/dist/2020.js';", 'zone-schemas'],
  ['schemas/form/x6.ts', "import type { Context } from 'hono';", 'zone-schemas'],
  ['schemas/taiwan/x7.ts', "export * from '#components/index.ts';", 'zone-schemas'],
  ['schemas/taiwan/x8.ts', "export const load = () => import('#server/crypto/seal.ts');", 'zone-schemas'],
  ['schemas/taiwan/x9.ts', "export const load = () => import('node:fs');", 'zone-schemas'],
  ['schemas/form/z1.ts', "import { Type } from 'typebox';", 'zone-schemas'],
  ['schemas/form/z2.ts', "import { Text } from '../shapes/text.ts';", 'shapes-are-types-to-pages'],
  ['schemas/wire/z3.ts', "import { Ajv2020 } from 'ajv/dist/2020.js';", 'zone-shapes'],
  // The elements.
  ['components/form/z4.ts', "import { SaveDraft } from '#schemas/wire/county-api.ts';", 'shapes-are-types-to-pages'],
  ['builder/model/z5.ts', "import { Service } from '#schemas/services/types.ts';", 'shapes-are-types-to-pages'],
  ['components/form/x1.ts', "import { Hono } from 'hono';", 'zone-components'],
  ['components/form/x2.ts', "import { createHash } from 'node:crypto';", 'zone-components'],
  ['components/form/x3.ts', "import '#builder/model/document.ts';", 'zone-components'],
  ['components/form/x4.ts', "export const load = () => import('#builder/features/words.ts');", 'zone-components'],
  ['components/form/x5.ts', "import { Ajv2020 } from 'ajv/dist/2020.js';", 'zone-components'],
  ['components/form/x6.ts', "import { encode } from 'uqr';", 'zone-components'],
  ['components/form/x7.ts', "import type { Platform } from '#server/platform/platform.ts';", 'zone-components'],
  // The builder.
  ['builder/model/x1.ts', "import { html } from 'lit';", 'zone-model'],
  ['builder/model/x2.ts', "import { html } from '../features/words.ts';", 'zone-model'],
  ['builder/model/x3.ts', "import { addMapped } from '../commands/add-mapped.ts';", 'zone-model'],
  ['builder/commands/x1.ts', "import { LitElement } from 'lit';", 'zone-commands'],
  ['builder/commands/x2.ts', "export const load = () => import('../features/words.ts');", 'zone-commands'],
  ['builder/features/x1.ts', "import '#server/county/county.ts';", 'zone-builder'],
  ['builder/features/x2.ts', "import '#components/consent/consent-element.ts';", 'zone-builder'],
  ['builder/features/x3.ts', "import { join } from 'node:path';", 'zone-builder'],
  // The parties of the server.
  ['server/county/drafts/x1.ts', "import '../../platform/platform.ts';", 'zone-county'],
  ['server/county/drafts/x2.ts', "import '../../adapters/sqlite/platform/storage.ts';", 'zone-county'],
  ['server/county/drafts/x3.ts', "import '../../adapters/sqlite/county/storage.ts';", 'zone-county'],
  ['server/county/drafts/x4.ts', "export const load = () => import('../../provider/app.ts');", 'zone-county'],
  ['server/county/drafts/x5.ts', "import { eq } from 'drizzle-orm';", 'zone-county'],
  ['server/platform/entry/x1.ts', "import { sql } from 'drizzle-orm/sql';", 'zone-platform'],
  ['server/platform/entry/x2.ts', "import Database from 'better-sqlite3';", 'zone-platform'],
  ['server/platform/consent/x3.ts', "import type { County } from '../../county/county.ts';", 'zone-platform'],
  ['server/platform/consent/x4.ts', "import '../../adapters/memory/county.ts';", 'zone-platform'],
  ['server/platform/consent/x5.ts', "import '../../start/platform.ts';", 'zone-platform'],
  ['server/platform/consent/x6.ts', "import '../../../components/index.ts';", 'zone-platform'],
  ['server/platform/browser/x7.ts', "import { createHash } from 'node:crypto';", 'zone-of-browsers'],
  ['server/provider/services/x1.ts', "import '../../platform/platform.ts';", 'zone-provider'],
  ['server/adapters/sqlite/platform/x1.ts', "import '../county/storage.ts';", 'zone-platform-records'],
  ['server/adapters/sqlite/platform/x2.ts', "import '../../../county/county.ts';", 'zone-platform-records'],
  ['server/adapters/sqlite/county/x3.ts', "import '../../../platform/platform.ts';", 'zone-county-records'],
  // What is shared knows no party.
  ['server/http/x1.ts', "import '../platform/platform.ts';", 'zone-http'],
  ['server/crypto/x2.ts', "import '../http/errors.ts';", 'zone-crypto'],
  ['server/limits/x3.ts', "import { eq } from 'drizzle-orm';", 'zone-limits'],
  ['server/protocol/x4.ts', "import { Hono } from 'hono';", 'zone-protocol'],
  // The pages.
  ['demo/county/pages/x1.ts', "import '../../../components/form/form-pages.ts';", 'zone-demo'],
  ['demo/county/pages/x2.ts', "import '../../../builder/features/words.ts';", 'zone-demo'],
  [
    'demo/county/pages/x3.ts',
    "export const load = () => import('../../../components/consent/consent-element.ts');",
    'zone-demo',
  ],
  ['demo/county/pages/x4.ts', "import '../../../server/county/county.ts';", 'zone-demo'],
  // Everywhere.
  ['server/platform/consent/x8.ts', "import '../testing/people.ts';", 'no-test-in-what-ships'],
  ['components/form/x8.ts', "import './form.test.ts';", 'no-test-in-what-ships'],
  ['schemas/form/x10.ts', "import './nowhere.ts';", 'no-unresolved'],
  ['server/platform/consent/x9.ts', "import 'nothing-of-ours';", 'no-unresolved'],
  ['server/platform/consent/x10.ts', "import { build } from 'esbuild';", 'no-tool-in-what-runs'],
];

const allowed: readonly (readonly [file: string, line: string])[] = [
  ['components/form/y1.ts', "import { html } from 'lit';"],
  ['components/form/y2.ts', "import '#schemas/text.ts';"],
  ['builder/features/y3.ts', "import '../commands/add-mapped.ts';"],
  ['server/platform/consent/y4.ts', "import '../../crypto/seal.ts';"],
  ['components/form/y9.ts', "import type { SaveDraft } from '#schemas/wire/county-api.ts';"],
  ['server/adapters/sqlite/platform/y5.ts', "import { eq } from 'drizzle-orm';"],
  ['server/start/y6.ts', "import '../adapters/sqlite/county/storage.ts';"],
  ['demo/county/pages/y7.ts', "import '../../../components/define/mydata-form.ts';"],
  ['schemas/form/y8.test.ts', "import { readFile } from 'node:fs/promises';"],
];

/** What the plants point at. */
const there = [
  ...['schemas/text.ts', 'schemas/shapes/text.ts', 'schemas/wire/county-api.ts', 'schemas/services/types.ts'],
  ...['components/index.ts', 'components/define/mydata-form.ts', 'components/form/form-pages.ts'],
  ...['components/consent/consent-element.ts', 'components/form/form.test.ts'],
  ...['builder/model/document.ts', 'builder/features/words.ts', 'builder/commands/add-mapped.ts'],
  ...['server/crypto/seal.ts', 'server/http/errors.ts', 'server/county/county.ts', 'server/platform/platform.ts'],
  ...['server/provider/app.ts', 'server/start/platform.ts', 'server/platform/testing/people.ts'],
  ...['server/adapters/sqlite/platform/storage.ts', 'server/adapters/sqlite/county/storage.ts'],
  'server/adapters/memory/county.ts',
];

async function house(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'mydata-boundaries-'));
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  for (const path of there) await write(path, 'export {};\n');
  for (const [path, line] of [...forbidden, ...allowed]) await write(path, `${line}\n`);
  // Two files that need each other, by a type alone.
  await write('schemas/form/round1.ts', "import type { B } from './round2.ts';\nexport type A = B;\n");
  await write('schemas/form/round2.ts', "import type { A } from './round1.ts';\nexport type B = A;\n");
  await symlink(join(import.meta.dirname, '../../package.json'), join(root, 'package.json'));
  await symlink(join(import.meta.dirname, '../../node_modules'), join(root, 'node_modules'));
  return root;
}

test('every planted import is found by the rule that forbids it, and nothing else is', async () => {
  const root = await house();
  try {
    const { options, forbidden: ruleSet } = rules;
    const { output } = await cruise(['schemas', 'components', 'builder', 'server', 'demo'], {
      ...options,
      tsConfig: undefined,
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: ruleSet },
    } as Parameters<typeof cruise>[1]);
    const { violations } = (output as ICruiseResult).summary;
    const found = new Map<string, string[]>();
    for (const { from, rule } of violations) found.set(from, [...(found.get(from) ?? []), rule.name]);
    const missed = forbidden.filter(([file, , rule]) => !found.get(file)?.includes(rule));
    assert.deepEqual(missed, []);
    assert.ok(found.get('schemas/form/round1.ts')?.includes('no-cycle'));
    for (const [file] of allowed) assert.deepEqual(found.get(file), undefined, file);
    const planted = new Set([...forbidden.map(([file]) => file), 'schemas/form/round1.ts', 'schemas/form/round2.ts']);
    assert.deepEqual(
      [...found.keys()].filter((file) => !planted.has(file)),
      [],
    );
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
