/** What the server exports says what it gives, takes and refuses. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');
const forTests = /\.(test|contract|fixture)\.ts$|\/testing\/|\.d\.ts$/;

const isFunction = (node: ts.Node | undefined): boolean =>
  node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) && Boolean(ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword));

const isSaid = (node: ts.Node): boolean => ts.getJSDocCommentsAndTags(node).length > 0;

/** Names of exported functions without a docstring; of overloads one is enough. */
function unsaid(source: string): readonly string[] {
  const said = new Map<string, boolean>();
  const add = (name: string, node: ts.Node): void => void said.set(name, said.get(name) || isSaid(node));
  for (const node of ts.createSourceFile('a.ts', source, ts.ScriptTarget.Latest, true).statements) {
    if (!isExported(node)) continue;
    if (ts.isFunctionDeclaration(node)) add(node.name?.text ?? 'default', node);
    if (ts.isVariableStatement(node))
      for (const { name, initializer } of node.declarationList.declarations)
        if (isFunction(initializer)) add(name.getText(), node);
  }
  return [...said].filter(([, is]) => !is).map(([name]) => name);
}

test('what is exported without a word is found', () => {
  assert.deepEqual(
    unsaid('export function a() {}\n/** b */ export const b = () => 1;\nexport const c = async () => 1;'),
    ['a', 'c'],
  );
  assert.deepEqual(
    unsaid('/** a */ export function a(x: 1): 1;\nexport function a(x: 2): 2;\nexport function a(x) {}'),
    [],
  );
  assert.deepEqual(unsaid('const a = () => 1;\nexport const b = 1;'), []);
});

test('the functions that the server exports have docstrings', () => {
  const files = readdirSync(join(root, 'server'), { recursive: true, encoding: 'utf8' })
    .map((file) => `server/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !forTests.test(file));
  const found = files.flatMap((file) => {
    const names = unsaid(readFileSync(join(root, file), 'utf8'));
    return names.length ? [`${file}: ${names.join(', ')}`] : [];
  });
  assert.deepEqual(found, []);
});
