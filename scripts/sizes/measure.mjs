/** The gzip size of elements with everything that they load, Lit included. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ceilings } from './ceilings.mjs';

const folderOf = (element) => (element === 'mydata-form-builder' ? 'dist/builder' : 'dist/components');

/** Chunks that only some pages load, and none before it shows something. All else counts as loaded first. */
const onDemand = {
  'mydata-form-builder': ['form-elements'],
  'mydata-barcode': ['code39', 'qr-symbol', 'english'],
  'mydata-counter': ['camera', 'zxing', 'english'],
};
const forbidden = [/new Ajv/, /"ajv/];

async function filesOf(folder, element) {
  const manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8'));
  const entry = Object.values(manifest).find((chunk) => chunk.isEntry && chunk.name === element);
  if (!entry) return undefined;
  const first = new Set();
  const later = new Set();
  const collect = (chunk, files) => {
    if (first.has(chunk.file) || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const name of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) {
      const part = manifest[name];
      if (files === later || !onDemand[element]?.includes(part.name)) collect(part, files);
      else waiting.push(part);
    }
  };
  const waiting = [];
  collect(entry, first);
  for (const part of waiting) collect(part, later);
  return { first: [...first], later: [...later] };
}

/** → element → `{ first, all }` in bytes, and what must not be in any of them */
export async function measureAll() {
  const sizes = {};
  const problems = [];
  for (const element of Object.keys(ceilings)) {
    const folder = folderOf(element);
    const files = await filesOf(folder, element);
    if (!files) continue;
    const weigh = async (file) => {
      const bytes = await readFile(join(folder, file));
      if (forbidden.some((pattern) => pattern.test(bytes.toString('utf8'))))
        problems.push(`<${element}>: ${file} holds a validation engine`);
      return gzipSync(bytes, { level: 9 }).length;
    };
    const sum = async (names) => (await Promise.all(names.map(weigh))).reduce((all, one) => all + one, 0);
    const first = await sum(files.first);
    sizes[element] = { first, all: first + (await sum(files.later)) };
  }
  return { sizes, problems };
}
