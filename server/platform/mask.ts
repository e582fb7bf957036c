/** What a screen shows of an address to which something is sent; names, ids and numbers: `schemas/taiwan/masking.ts`. */

/** `lin@example.test` → `li***@example.test`. */
export function maskEmail(email: string): string {
  const at = email.indexOf('@');
  return at < 1 ? '***' : `${email.slice(0, Math.min(2, at))}***${email.slice(at)}`;
}
