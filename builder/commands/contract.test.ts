import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkAny } from '../testing/command-checks.ts';
import { commandRows } from '../testing/command-rows.ts';
import { commandContract } from '../testing/command.contract.ts';
import { noDocument, reliefDocument } from '../testing/documents.ts';
import { commandFrom, randomCommand } from '../testing/random-command.ts';

for (const row of commandRows) commandContract(row);

const isCommand = (one: unknown): one is { readonly id: string } =>
  typeof one === 'object' && one !== null && 'run' in one && 'id' in one;

const here = new URL('.', import.meta.url);

/** Every command that a file of this folder exports. */
async function commandsHere(): Promise<readonly { readonly id: string }[]> {
  const files = readdirSync(here).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const modules = await Promise.all(files.map((name): Promise<object> => import(`./${name.slice(0, -3)}.ts`)));
  return modules.flatMap((module) => Object.values(module).filter(isCommand));
}

test('no command without a row, no row without a command, no id twice', async () => {
  const ids = (await commandsHere()).map(({ id }) => id).sort();
  assert.ok(ids.length > 20);
  assert.deepEqual(commandRows.map(({ command }) => command.id).sort(), ids);
  assert.equal(new Set(ids).size, ids.length);
});

/** Never kept: what a drag asks before the fields are chosen, and what is put together of commands that are rows. */
const puttingTogether: { readonly [file: string]: number } = { 'features/drag/dragged.ts': 1 };

test('no command is written anywhere else', () => {
  const builder = new URL('../', import.meta.url);
  const files = readdirSync(builder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !/^(commands|testing)[\\/]/.test(name),
  );
  for (const name of files) {
    const found = readFileSync(new URL(name, builder), 'utf8').match(/: Command<[^=]*> = \{/g) ?? [];
    assert.equal(found.length, puttingTogether[name.replaceAll('\\', '/')] ?? 0, name);
  }
});

const ones = Array.from({ length: 9 }, () => 1);

test('random commands on random documents keep to the same', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(noDocument, reliefDocument),
      fc.array(randomCommand, { minLength: 1, maxLength: 15 }),
      (start, commands) => {
        let document = start;
        for (const numbers of commands) {
          const { command, run } = commandFrom(numbers, document);
          document = checkAny(document, { id: command.id, run: (at) => run(at) }, undefined);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('each is among the random commands', () => {
  const chosen = Array.from({ length: 100 }, (_one, which) => commandFrom([which, ...ones], reliefDocument).command.id);
  assert.deepEqual([...new Set(chosen)].sort(), commandRows.map(({ command }) => command.id).sort());
});
