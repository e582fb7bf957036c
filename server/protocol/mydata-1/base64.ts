/**
 * Base64 as it arrives. Node's own decoder skips what it does not know; here anything outside the alphabet is an error.
 * Both functions return undefined where the text is no Base64.
 */
const standard = /^[A-Za-z0-9+/]*={0,2}$/;
const url = /^[A-Za-z0-9_-]*={0,2}$/;

/** A `+` that went through a query string unescaped arrives as a space: taken back. */
export function decodeBase64(text: string): Buffer | undefined {
  const repaired = text.replaceAll(' ', '+');
  return standard.test(repaired) && fits(repaired) ? Buffer.from(repaired, 'base64') : undefined;
}

/** With or without padding; the standard alphabet is accepted as well, since some senders mean it. */
export function decodeBase64Url(text: string): Buffer | undefined {
  if (!url.test(text) && !standard.test(text)) return undefined;
  return fits(text) ? Buffer.from(text, 'base64') : undefined;
}

/** A lone last character carries six bits, which is no byte; padding, where there is any, must fill the group. */
function fits(text: string): boolean {
  const padded = text.endsWith('=');
  return padded ? text.length % 4 === 0 : text.length % 4 !== 1;
}
