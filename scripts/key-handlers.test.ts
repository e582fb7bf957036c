/** Every handler of keys asks the one guard whether an input method is still composing. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import ts from 'typescript';

const folders = ['schemas', 'components', 'builder', 'server', 'demo'];
const listening = /KeyboardEvent|key(down|up|press)/;
/** They only say what a key means; who calls them has asked. */
const askedBefore = new Set([
  'moveInTree of builder/features/palette/tree-keys.ts',
  'gridKey of builder/features/mapping/grid-keys.ts',
  'isTyped of builder/features/shell/shell-keys.ts',
]);

const isFunction = (node: ts.Node): node is ts.ArrowFunction | ts.MethodDeclaration | ts.FunctionDeclaration =>
  ts.isArrowFunction(node) || ts.isMethodDeclaration(node) || ts.isFunctionDeclaration(node);

/** The listener of `addEventListener('keydown', event => …)`. */
const isListener = (node: ts.Node): boolean =>
  ts.isCallExpression(node.parent) &&
  node.parent.arguments.some((one) => ts.isStringLiteral(one) && /^key(down|up|press)$/.test(one.text));

function nameOf(node: ts.Node): string {
  const named = [node, node.parent].find((one) => 'name' in one) as ts.NamedDeclaration | undefined;
  return named?.name?.getText() ?? 'a listener';
}

function unguarded(path: string, text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (!isFunction(node) || !node.body) return;
    const takesKey = node.parameters.some(({ type }) => type?.getText() === 'KeyboardEvent') || isListener(node);
    const body = node.body.getText();
    const name = `${nameOf(node)} of ${path}`;
    if (
      takesKey &&
      /\.(key|code)\b|\{[^}]*\b(key|code)\b[^}]*\} = /.test(body) &&
      !/\bcomposing\(/.test(body) &&
      !askedBefore.has(name)
    )
      found.push(name);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found;
}

test('a handler that asks nothing is found, however it is written', () => {
  const wrong = [
    `const a = (event: KeyboardEvent) => { if (event.key === 'Enter') go(); };`,
    `class A { #key(event: KeyboardEvent) { return event.code; } }`,
    `class A { readonly #key = (event: KeyboardEvent): void => { const { key } = event; go(key); }; }`,
    `input.addEventListener('keydown', (event) => { if (event.key === 'Enter') go(); });`,
    `export function f(event: KeyboardEvent): void { switch (event.key) { case 'Enter': go(); } }`,
  ];
  for (const text of wrong) assert.equal(unguarded('a.ts', text).length, 1, text);
  assert.deepEqual(unguarded('a.ts', wrong[0]!.replace('if (', 'if (!composing(event) && ')), []);
});

test('every handler of keys of the tree asks', async () => {
  let handlers = 0;
  const found: string[] = [];
  for (const folder of folders)
    for (const file of await readdir(folder, { recursive: true })) {
      const path = `${folder}/${file}`;
      if (!path.endsWith('.ts') || /\.test\.ts$|\.e2e\.ts$|\/testing\/|\/e2e\//.test(path)) continue;
      const text = await readFile(path, 'utf8');
      if (!listening.test(text)) continue;
      handlers += 1;
      found.push(...unguarded(path, text));
    }
  assert.deepEqual(found, []);
  assert.ok(handlers > 15);
});
