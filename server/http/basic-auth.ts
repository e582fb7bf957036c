/** Reads `Authorization` headers. */

export interface BasicCredentials {
  readonly name: string;
  readonly secret: string;
}

/** HTTP Basic (RFC 7617), UTF-8. → undefined when absent or malformed */
export function readBasic(header: string | undefined): BasicCredentials | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/]+={0,2})$/i.exec(header ?? '')?.[1];
  if (!encoded) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 1 ? undefined : { name: text.slice(0, colon), secret: text.slice(colon + 1) };
}

/** Bearer token (RFC 6750), with the colons that the interface's tokens have. → undefined when absent or malformed */
export const readBearer = (header: string | undefined): string | undefined =>
  /^Bearer ([A-Za-z0-9\-._~+/:]+=*)$/i.exec(header ?? '')?.[1];

/** The same, for whom some leave the word `Bearer` out. */
export const readBareToken = (header: string | undefined): string | undefined =>
  readBearer(header) ?? (/^Bearer$/i.test(header ?? '') ? undefined : readBearer(`Bearer ${header ?? ''}`));
