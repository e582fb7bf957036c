import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readConfig } from '../config.ts';
import { readCounties } from './read-counties.ts';
import schema from './county.schema.json' with { type: 'json' };
import {
  contrast,
  fixedColours,
  leastContrast,
  readPairs,
  themeCss,
  themeProblems,
  themeTokens,
  type Theme,
} from './theme.ts';

const root = join(import.meta.dirname, '..', '..');
const counties = await readCounties(readConfig({}, root));

test('contrast is WCAG’s', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#777777', '#777777'), 1);
  assert.ok(Math.abs(contrast('#767676', '#ffffff') - 4.54) < 0.01);
});

for (const { id, theme } of counties)
  test(`every pair of ${id}’s theme that is read reaches ${leastContrast}, light and dark`, () => {
    assert.ok(theme);
    const colours: Readonly<Record<string, { light: string; dark: string }>> = { ...fixedColours, ...theme };
    for (const [ink, paper] of readPairs)
      for (const scheme of ['light', 'dark'] as const)
        assert.ok(
          contrast(colours[ink]![scheme], colours[paper]![scheme]) >= leastContrast,
          `${ink} on ${paper}, ${scheme}`,
        );
    assert.deepEqual(themeProblems(theme), []);
  });

test('the schema lists every token, and no other', () => {
  assert.deepEqual(Object.keys(schema.properties.theme.properties).sort(), Object.keys(themeTokens).sort());
  assert.deepEqual([...schema.properties.theme.required].sort(), Object.keys(themeTokens).sort());
});

test('what every theme is read with is what the site says', async () => {
  const css = await readFile(join(root, 'demo/county/styles/tokens.css'), 'utf8');
  const said = (name: string, { light, dark }: { light: string; dark: string }): boolean =>
    css.includes(`${name}: light-dark(${light}, ${dark});`);
  assert.ok(said('--mydata-color-text', fixedColours.text));
  assert.ok(said('--mydata-color-muted', fixedColours.muted));
  assert.ok(said('--mydata-color-error', fixedColours.error));
});

test('the style sheet holds the tokens and nothing else', () => {
  const theme = counties[3]!.theme as Theme;
  const css = themeCss(theme);
  assert.match(
    css,
    /^html:root \{\n( {2}--(mydata|site)-[\w-]+: light-dark\(#[0-9a-f]{6}, #[0-9a-f]{6}\);\n){10}\}\n$/,
  );
  assert.ok(css.includes(`--mydata-color-accent: light-dark(${theme.accent.light}, ${theme.accent.dark})`));
  assert.equal(themeCss(undefined), '');
});
