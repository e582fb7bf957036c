/** What the address asks for. A page of the playground is its address: it can be kept, sent and tested. */
import type { Language } from '#schemas/text.ts';

export const widths = ['wide', 'phone'] as const;
export const sizes = ['100', '200'] as const;
export const schemes = ['system', 'light', 'dark'] as const;

export interface Asked {
  readonly element?: string;
  readonly state?: string;
  readonly language: Language;
  readonly theme?: string;
  readonly width: (typeof widths)[number];
  readonly size: (typeof sizes)[number];
  readonly scheme: (typeof schemes)[number];
  /** Nothing around the element. */
  readonly alone: boolean;
  /** Set by hand, over those of the state. */
  readonly attributes: ReadonlyMap<string, string>;
}

const oneOf = <Value extends string>(values: readonly Value[], given: string | null): Value =>
  values.find((value) => value === given) ?? values[0]!;

export function readAsked(search: string): Asked {
  const given = new URLSearchParams(search);
  const attributes = [...given].flatMap(([key, value]) =>
    key.startsWith('a.') && value !== '' ? [[key.slice(2), value] as const] : [],
  );
  return {
    ...(given.get('element') && { element: given.get('element')! }),
    ...(given.get('state') && { state: given.get('state')! }),
    language: given.get('lang') === 'en' ? 'en' : 'zh-Hant',
    ...(given.get('theme') && { theme: given.get('theme')! }),
    width: oneOf(widths, given.get('width')),
    size: oneOf(sizes, given.get('size')),
    scheme: oneOf(schemes, given.get('scheme')),
    alone: given.has('alone'),
    attributes: new Map(attributes),
  };
}

/** The same looks for another element or state. */
export function addressOf(search: string, element: string, state: string): string {
  const kept = new URLSearchParams(search);
  for (const key of [...kept.keys()]) if (key.startsWith('a.')) kept.delete(key);
  kept.set('element', element);
  kept.set('state', state);
  return `?${kept}`;
}
