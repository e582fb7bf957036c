/** `05-362-0900 #2106` → `tel:053620900,2106`: the comma makes the phone wait before it dials the extension. */
export function phoneHref(phone: string): string {
  const [number = '', extension] = phone.split(/#|轉|ext\.?/i).map((part) => part.replaceAll(/[^\d+]/g, ''));
  return extension ? `tel:${number},${extension}` : `tel:${number}`;
}
