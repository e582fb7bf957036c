/** The two pairs of algorithms in which a package may be sealed. A service provider has chosen one; both can be opened. */
export const jweModes = {
  A256KW: { alg: 'A256KW', enc: 'A256CBC-HS512' },
  A256GCMKW: { alg: 'A256GCMKW', enc: 'A256GCM' },
} as const;

/** Named by the algorithm that wraps the key. */
export type JweMode = keyof typeof jweModes;

export const usualJweMode: JweMode = 'A256KW';

/** Whether it names one of the two modes; capitals count. */
export const isJweMode = (text: unknown): text is JweMode => typeof text === 'string' && Object.hasOwn(jweModes, text);
