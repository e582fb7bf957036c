/** In each world the names of the others mean nothing: what is planted here has to be refused by the compiler. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';

const planted = [
  ['pure', 'process.env', "Cannot find name 'process'"],
  ['pure', 'document.title', "Cannot find name 'document'"],
  ['pure', 'setTimeout(() => undefined, 1)', "Cannot find name 'setTimeout'"],
  ['pure', "fetch('/')", "Cannot find name 'fetch'"],
  ['pages', 'process.env', "Cannot find name 'process'"],
  ['pages', "Buffer.from('')", "Cannot find name 'Buffer'"],
  ['server', 'document.title', "Cannot find name 'document'"],
  ['server', 'localStorage.length', "Cannot find name 'localStorage'"],
] as const;
const fine = [
  ['pure', "new TextEncoder().encode('')"],
  ['pages', 'document.title'],
  ['server', "Buffer.from(process.env['HOME'] ?? '')"],
] as const;

function complaints(world: string, file: string): readonly string[] {
  const config = join(import.meta.dirname, `${world}.json`);
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const { options, fileNames } = ts.getParsedCommandLineOfConfigFile(config, {}, host)!;
  const root = fileNames.filter((name) => name.endsWith('.d.ts') && name.includes('/scripts/worlds/'));
  const program = ts.createProgram([...root, file], options);
  const source = program.getSourceFile(file);
  return program
    .getSemanticDiagnostics(source)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

for (const world of ['pure', 'pages', 'server'])
  test(`${world}: the names of the other worlds mean nothing`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mydata-world-'));
    const file = join(folder, 'planted.ts');
    const here = planted.filter(([one]) => one === world);
    const good = fine.filter(([one]) => one === world);
    try {
      await writeFile(file, [...here, ...good].map(([, line]) => `void ${line};\n`).join('') + 'export {};\n');
      const found = complaints(world, file);
      assert.equal(found.length, here.length, found.join('\n'));
      for (const [index, [, , said]] of here.entries()) assert.ok(found[index]!.startsWith(said), found[index]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
