/** What a screen shows of a person: enough to recognise oneself, not enough for a bystander. Interface, section 7. */

/** Hides the last four: `A12345****`. */
export const maskId = (id: string): string => id.slice(0, -4) + '*'.repeat(Math.min(4, id.length));

/** Hides the middle, by code points: 王○明, 王○, 歐○○華. */
export function maskName(name: string): string {
  const letters = [...name];
  if (letters.length <= 1) return '○';
  if (letters.length === 2) return `${letters[0]}○`;
  return `${letters[0]}${'○'.repeat(letters.length - 2)}${letters.at(-1)}`;
}

/** 09**-***-678 → `0912***678` */
export const maskMobile = (mobile: string): string =>
  mobile.length < 7 ? '***' : `${mobile.slice(0, 4)}***${mobile.slice(-3)}`;

export function maskEmail(email: string): string {
  const at = email.indexOf('@');
  return at < 1 ? '***' : `${email.slice(0, Math.min(2, at))}***${email.slice(at)}`;
}
