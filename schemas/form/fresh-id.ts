/** `wanted`, or with the next free number; it joins `used`. Names that every object has are no ids. */
export function freshId(used: Set<string>, wanted: string): string {
  const free = (id: string): boolean => !used.has(id) && !(id in {});
  let id = wanted;
  if (!free(id)) {
    const stem = wanted.replace(/\d+$/, '') || wanted;
    for (let n = 2; !free((id = `${stem}${n}`)); n += 1);
  }
  used.add(id);
  return id;
}
