/**
 * A move in stages, each as long as all before it: what is tried again after twice as long each time gets its tries, and
 * what reminds before it ends gets its turn in between, as if the time had passed.
 */
const first = 60;

/** → how far ahead the clock is after each stage, in seconds; the last is `to` */
export function stagesOf(from: number, to: number): readonly number[] {
  const stages: number[] = [];
  for (let gone = first; from + gone < to; gone += gone + first) stages.push(from + gone);
  return to > from ? [...stages, to] : [];
}
