/**
 * The one set-up of Ajv that derived answers schemas are compiled with, for both sides. Publishing, tests and the
 * builder's server use it; it is never part of a page.
 *
 * `formatMinimum` … are the keywords of `ajv-formats`, here for ISO dates only: these compare as text, so the compiled
 * module needs no helper for them.
 */
import { Ajv2020, _, type CodeKeywordDefinition, type KeywordCxt, type Options } from 'ajv/dist/2020.js';

export type Formats = { readonly [format: string]: (text: string) => boolean };

const dateLimits = [
  ['formatMinimum', (cxt: KeywordCxt) => _`${cxt.data} < ${cxt.schema}`],
  ['formatMaximum', (cxt: KeywordCxt) => _`${cxt.data} > ${cxt.schema}`],
  ['formatExclusiveMinimum', (cxt: KeywordCxt) => _`${cxt.data} <= ${cxt.schema}`],
  ['formatExclusiveMaximum', (cxt: KeywordCxt) => _`${cxt.data} >= ${cxt.schema}`],
] as const;

const dateLimit = ([keyword, fails]: (typeof dateLimits)[number]): CodeKeywordDefinition => ({
  keyword,
  type: 'string',
  schemaType: 'string',
  code: (cxt) => cxt.fail(fails(cxt)),
  error: { params: (cxt) => _`{limit: ${cxt.schema as string}}`, message: () => `must respect ${keyword}` },
});

/** `strictRequired` is off: an if/then of a condition requires what is declared outside of it. */
export function answersEngine(formats: Formats, options: Options = {}): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allErrors: true,
    messages: false,
    formats: { ...formats },
    ...options,
  });
  for (const limit of dateLimits) ajv.addKeyword(dateLimit(limit));
  return ajv;
}
