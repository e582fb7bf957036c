const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const change = (bytes) => `${bytes < 0 ? '' : '+'}${bytes} B`;

/**
 * @param sizes element → `{ first, all }`, as measured
 * @param landed the same at the last landing
 * @returns a line for each, and what is wrong
 */
export function judge(sizes, landed, ceilings, growth) {
  const lines = [];
  const problems = [];
  for (const [element, size] of Object.entries(sizes)) {
    for (const part of ['first', 'all']) {
      const now = size[part];
      const before = landed[element]?.[part];
      const ceiling = ceilings[element]?.[part];
      if (part === 'all' && ceiling === undefined && now === size.first) continue;
      const limit = ceiling === undefined ? '' : `, ceiling ${kB(ceiling)}`;
      const since = before === undefined ? '' : `, ${change(now - before)} since the last landing`;
      lines.push(`<${element}> ${part}: ${kB(now)}${limit}${since}`);
      if (ceiling !== undefined && now > ceiling)
        problems.push(`<${element}> ${part} is ${now} B, ${now - ceiling} B over its ceiling`);
      if (before === undefined) problems.push(`<${element}> ${part} has not landed yet: npm run sizes -- --land`);
      else if (now > before * (1 + growth))
        problems.push(
          `<${element}> ${part} grew by ${now - before} B (${((now / before - 1) * 100).toFixed(1)} %): make it smaller, or npm run sizes -- --land and say what it is worth`,
        );
    }
    if (!ceilings[element]) problems.push(`<${element}> has no ceiling`);
  }
  for (const element of Object.keys(ceilings)) if (!sizes[element]) problems.push(`<${element}> is not built`);
  return { lines, problems };
}
