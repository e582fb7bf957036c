/** What the browser keeps between visits: never personal data. A browser that refuses storage simply forgets. */
export function remembered(key: string): string | undefined {
  try {
    return localStorage.getItem(`county.${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`county.${key}`, value);
  } catch {
    // Private windows may forbid it; the choice then lasts for this page only.
  }
}
