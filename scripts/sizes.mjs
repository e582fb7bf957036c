/** The gzip size of an element with everything it loads (Lit included), against its budget. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const kB = 1000;
/** In `dist/builder`; without the elements that residents' pages load too. */
const builderBudgets = { 'mydata-form-builder': 120 * kB };
const budgets = {
  'mydata-consent': 14 * kB,
  'mydata-form': 60 * kB,
  'mydata-barcode': 14 * kB,
  // It reads scanners behind an input method, and what they put around a code.
  'mydata-counter': 16 * kB,
};
/** Chunks that only some pages load: another symbology, another language. Reported on lines of their own. */
const onDemand = {
  'mydata-form-builder': ['form-elements'],
  'mydata-barcode': ['code39', 'qr-symbol', 'english'],
  'mydata-counter': ['camera', 'zxing', 'english'],
};
const forbidden = [/new Ajv/, /"ajv/];

export async function sizeOf(folder, entry) {
  const manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8'));
  const first = Object.values(manifest).find((chunk) => chunk.isEntry && chunk.name === entry);
  if (!first) throw new Error(`no build of ${entry} in ${folder}`);
  const files = new Set();
  const later = new Map();
  const collect = (chunk) => {
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const name of chunk.imports ?? []) {
      const part = manifest[name];
      if (onDemand[entry]?.includes(part.name)) later.set(part.name, part.file);
      else collect(part);
    }
    for (const name of chunk.dynamicImports ?? []) {
      const part = manifest[name];
      if (onDemand[entry]?.includes(part.name)) later.set(part.name, part.file);
      else collect(part);
    }
  };
  collect(first);
  const weigh = async (file) => {
    const bytes = await readFile(join(folder, file));
    const text = bytes.toString('utf8');
    if (forbidden.some((pattern) => pattern.test(text))) throw new Error(`${entry}: ${file} holds a validation engine`);
    return gzipSync(bytes, { level: 9 }).length;
  };
  let gzip = 0;
  for (const file of files) gzip += await weigh(file);
  const parts = [];
  for (const [name, file] of later) parts.push({ name, gzip: await weigh(file) });
  return { gzip, files: files.size, parts };
}

/** Of the builder's own build. */
export const checkBuilderSize = (folder) => checkSizes(folder, builderBudgets);

/** Prints a line per element. → whether all are within budget */
export async function checkSizes(folder, limits = budgets) {
  let good = true;
  for (const [entry, budget] of Object.entries(limits)) {
    const { gzip, files, parts } = await sizeOf(folder, entry);
    const within = gzip <= budget;
    good &&= within;
    console.log(
      `size <${entry}> ${(gzip / kB).toFixed(1)} kB gzip in ${files} file(s), budget ${budget / kB} kB${within ? '' : ': OVER'}`,
    );
    for (const part of parts) console.log(`  on demand: ${part.name} ${(part.gzip / kB).toFixed(1)} kB gzip`);
  }
  return good;
}
