import type { Language, Text } from '#schemas/text.ts';
import { textIn } from '#schemas/text.ts';

/** A catalogue: Traditional Chinese first, English beside. `{name}` stands for a parameter. */
export type Messages = { readonly [key: string]: Text };
export type Params = { readonly [name: string]: string | number };

export const fillIn = (text: string, params?: Params): string =>
  params ? text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '')) : text;

/** `t(language, key, params)` of one catalogue. Each family of elements has its own, so that a page loads no others' words. */
export const translator =
  <M extends Messages>(messages: M) =>
  (language: Language, key: keyof M, params?: Params): string =>
    fillIn(textIn(messages[key]!, language), params);
