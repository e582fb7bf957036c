/** `npm run simulate -- [seed] [days]`: prints the seed, what each kind of actor did, and each loss. */
import { simulate } from './simulate.ts';

const [seed = process.env['MYDATA_SIMULATE_SEED'] ?? String(Date.now() % 1_000_000), days = '7'] =
  process.argv.slice(2);
const number = (text: string, name: string): number => {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  console.error(`${name}: a whole number from 1 on, not ${text}`);
  process.exit(2);
};
const given = { seed: number(seed, 'seed'), days: number(days, 'days') };

console.log(`seed ${given.seed}, ${given.days} days`);
const began = performance.now();
const { tally, applications, kept } = await simulate(given);
console.log(`${Math.round((performance.now() - began) / 1000)} s; ${applications} applications`);
console.table(Object.fromEntries([...tally.counts].sort(([a], [b]) => a.localeCompare(b))));
console.log('kept, bytes');
console.table(kept);
for (const [title, rows] of Object.entries({ 'honest ones lost': tally.losses, 'hostile gains': tally.gains })) {
  console.log(`${title}: ${rows.length}`);
  if (rows.length) console.table(rows.slice(0, 200));
}
process.exit(tally.losses.length || tally.gains.length ? 1 : 0);
