import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tightCss, tightHtml, tightTemplates } from './tight-templates.mjs';

test('a stylesheet loses white space and comments, and nothing that means something', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['\n  .a > b,\n  .c {\n    color: red;\n  }\n', ' .a>b,.c{color:red}'],
    ['.a :hover { margin: 0 auto }', '.a :hover{margin:0 auto}'],
    ['.a + .b { x: calc(2 * var(--s) - 1px) }', '.a + .b{x:calc(2 * var(--s) - 1px)}'],
    ["a { content: '  ;  {' / '' } /* why: it's so */ b { }", "a{content:'  ;  {' / ''}b{}"],
    ["a { content: '\\\\2713\\'  ' }", "a{content:'\\\\2713\\'  '}"],
    [
      '@media (max-width: 36em) and (prefers-color-scheme: dark) { a { b: c } }',
      '@media (max-width:36em) and (prefers-color-scheme:dark){a{b:c}}',
    ],
    ['font: var(--s) / 1.6 var(--f)', 'font:var(--s) / 1.6 var(--f)'],
  ];
  for (const [written, tight] of cases) assert.equal(tightCss(written), tight);
});

test('a template keeps one space where there was any, and that before the end of an empty element', () => {
  assert.equal(tightHtml('<p\n  class="a"\n  >\n  x  y </p\n>'), '<p class="a"> x y </p>');
  assert.equal(tightHtml('\n  />'), ' />');
});

test('only templates of the two tags are touched, nested ones too', () => {
  const code = [
    'const a = `x   y`;',
    'const b: string = svg`x   y`;',
    'const c = html`<p>  ${list.map((one: Row) => html`<b  id=${one}>  </b>`)}  </p>`;',
    'const d = css`a  {  b: ${c}  }`;',
  ].join('\n');
  assert.equal(
    tightTemplates(code),
    [
      'const a = `x   y`;',
      'const b: string = svg`x   y`;',
      'const c = html`<p> ${list.map((one: Row) => html`<b id=${one}> </b>`)} </p>`;',
      'const d = css`a{b:${c}}`;',
    ].join('\n'),
  );
});

test('text whose spaces are seen stays', () => {
  const exact = 'const a = html`<pre  id=${x}>  y</pre>`;';
  assert.equal(tightTemplates(exact), exact);
  assert.equal(
    tightTemplates('const a = html`<textarea  id=${x}></textarea>`;'),
    'const a = html`<textarea id=${x}></textarea>`;',
  );
});
