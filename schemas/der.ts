/** The little DER (X.690) that a CMS signature needs: writing values, and finding one's way through a certificate. */
export type Bytes = Uint8Array<ArrayBuffer>;

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The octets that state a length (§8.1.3, §10.1): the fewest there are. */
function derLength(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let left = length; left; left = Math.floor(left / 256)) bytes.unshift(left % 256);
  return [0x80 + bytes.length, ...bytes];
}

export function der(tag: number, ...contents: readonly Uint8Array[]): Bytes {
  const content = concat(...contents);
  return concat(Uint8Array.from([tag, ...derLength(content.length)]), content);
}

export const sequence = (...items: readonly Uint8Array[]): Bytes => der(0x30, ...items);
/** Items must stand in the order that DER demands; with one item there is none. */
export const setOf = (...items: readonly Uint8Array[]): Bytes => der(0x31, ...items);
export const integer = (value: number): Bytes => der(0x02, Uint8Array.of(value));
export const octets = (bytes: Uint8Array): Bytes => der(0x04, bytes);
export const nothing: Bytes = Uint8Array.of(0x05, 0x00);

/** @throws TypeError for an arc that is no number, or longer than anybody's */
export function objectId(dotted: string): Bytes {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const arcs = [first * 40 + second, ...rest];
  if (!arcs.every((arc) => Number.isSafeInteger(arc) && arc >= 0)) throw new TypeError('no object identifier');
  const bytes = arcs.flatMap((arc) => {
    const groups = [arc % 128];
    for (let left = Math.floor(arc / 128); left; left = Math.floor(left / 128)) groups.unshift((left % 128) + 128);
    return groups;
  });
  return der(0x06, Uint8Array.from(bytes));
}

/** One value: where its contents begin, and where it ends. */
interface Value {
  readonly tag: number;
  readonly whole: Uint8Array;
  readonly content: Uint8Array;
}

function valueAt(bytes: Uint8Array, at: number): Value {
  const first = bytes[at + 1] ?? 0;
  const count = first < 0x80 ? 0 : first - 0x80;
  const start = at + 2 + count;
  const length = count ? bytes.subarray(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0) : first;
  return {
    tag: bytes[at] ?? 0,
    whole: bytes.subarray(at, start + length),
    content: bytes.subarray(start, start + length),
  };
}

export function children(bytes: Uint8Array): readonly Value[] {
  const { content } = valueAt(bytes, 0);
  const found: Value[] = [];
  for (let at = 0; at < content.length;) {
    const value = valueAt(content, at);
    found.push(value);
    at += value.whole.length;
  }
  return found;
}
