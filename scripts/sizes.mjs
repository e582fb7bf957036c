/**
 * `npm run sizes`: what each element makes a page load, against its ceiling and against the last landing (bench/sizes.json).
 * `-- --land` writes down what was measured. A check for those who change the kit: nobody who starts it is asked.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { ensureBuilt } from './ensure-built.mjs';
import { ceilings, growth } from './sizes/ceilings.mjs';
import { judge } from './sizes/judge.mjs';
import { measureAll } from './sizes/measure.mjs';

const file = 'bench/sizes.json';

await ensureBuilt(['components', 'builder']);
const { sizes, problems: found } = await measureAll();
if (process.argv.includes('--land')) {
  await writeFile(file, `${JSON.stringify(sizes, null, 2)}\n`);
  console.log(`${file} says what is built now`);
}
const { lines, problems } = judge(sizes, JSON.parse(await readFile(file, 'utf8')), ceilings, growth);
console.log(lines.join('\n'));
for (const problem of [...found, ...problems]) console.error(problem);
process.exit(found.length || problems.length ? 1 : 0);
