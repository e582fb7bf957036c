/**
 * The JSON that a service provider encrypts and has signed (interface, section 2): `pid`, `birthday` and `salt` must be
 * there, `holder`, `email` and `mobile` may be.
 */
import { readJsonObject } from '#schemas/json.ts';

export interface SignedData {
  readonly pid: string;
  /** Empty: not said. */
  readonly holder: string;
  /** yyyy-MM-dd */
  readonly birthDate: string;
  /** Empty: none given. */
  readonly email: string;
  readonly mobile: string;
  readonly salt: string;
}

/**
 * @param text what decryption gave
 * @returns undefined: no JSON object, so the key was wrong. `incomplete`: a field is missing or is none.
 */
export function readSignedData(text: string): SignedData | 'incomplete' | undefined {
  const json = readJsonObject(text);
  if (json === undefined) return undefined;
  const field = (name: string): string | undefined => {
    const value = json[name] ?? '';
    return typeof value === 'string' && value.length <= 320 ? value.trim() : undefined;
  };
  const pid = field('pid')?.toUpperCase() ?? '';
  const holder = field('holder');
  const birthDate = readDate(field('birthday') ?? '');
  const email = field('email');
  const mobile = field('mobile');
  const salt = field('salt');
  if (!/^[A-Z][A-Z0-9]\d{8}$/.test(pid) || !birthDate || !salt) return 'incomplete';
  // These may be missing, but not be anything else than texts.
  if (holder === undefined || email === undefined || mobile === undefined) return 'incomplete';
  if (email && !/^[^\s@<>]+@[^\s@<>]+$/.test(email)) return 'incomplete';
  if (mobile && !/^\+?[\d ()-]{6,20}$/.test(mobile)) return 'incomplete';
  return { pid, holder, birthDate, email, mobile, salt };
}

/** yyyy/MM/dd, a day that there was → yyyy-MM-dd */
function readDate(text: string): string | undefined {
  const iso = /^\d{4}\/\d{2}\/\d{2}$/.test(text) ? text.replaceAll('/', '-') : '';
  const date = new Date(`${iso}T00:00:00Z`);
  return iso && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}
