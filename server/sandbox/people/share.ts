/** A person in a link: the file, packed small enough for an address. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

const most = 256 * 1024;

/** Deflated JSON in Base64URL; `peopleOf` is the way back. Not sealed: invented people only. */
export const codeOf = (people: readonly unknown[]): string =>
  deflateRawSync(Buffer.from(JSON.stringify(people), 'utf8'), { level: 9 }).toString('base64url');

/** → undefined: no such code */
export function peopleOf(code: string): readonly unknown[] | undefined {
  try {
    const text = inflateRawSync(Buffer.from(code, 'base64url'), { maxOutputLength: most }).toString('utf8');
    return listOf(text);
  } catch {
    return undefined;
  }
}

/** One file, a list of them, or `{ people: […] }`. */
export function listOf(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const list: unknown = typeof value === 'object' && value !== null && 'people' in value ? value.people : value;
    const people: readonly unknown[] = Array.isArray(list) ? list : [list];
    return people.length && people.length <= 50 ? people : undefined;
  } catch {
    return undefined;
  }
}
