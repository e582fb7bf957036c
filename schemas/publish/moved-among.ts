/** Of the names that both lists have, those that left the order: what the longest common order does not hold. */
export function movedAmong(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const shared = after.filter((ref) => before.includes(ref));
  const at = shared.map((ref) => before.indexOf(ref));
  const best: number[] = [];
  const from: number[] = [];
  at.forEach((position, index) => {
    let length = 1;
    from[index] = -1;
    for (let j = 0; j < index; j += 1)
      if (at[j]! < position && best[j]! + 1 > length) {
        length = best[j]! + 1;
        from[index] = j;
      }
    best[index] = length;
  });
  const kept = new Set<string>();
  for (let index = best.indexOf(Math.max(...best, 0)); index >= 0; index = from[index]!) kept.add(shared[index]!);
  return new Set(shared.filter((ref) => !kept.has(ref)));
}
