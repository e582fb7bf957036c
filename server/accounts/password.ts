/** Passwords of a party's staff, by scrypt (RFC 7914) with a salt of their own; the parameters stand beside the hash, so that they can grow. */
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { Bounded } from '../limits/bounded.ts';
import { isGuessable } from './guessable.ts';
import { passwordLength } from './password-length.ts';

/** 32 MiB and three rounds: what OWASP names as equal to 128 MiB and one. */
const now = { cost: 2 ** 15, blockSize: 8, parallelization: 3 } as const;
const hashBytes = 32;

/** Of the process, as the pool is whose threads it takes. */
const turns = new Bounded({ atOnce: 2, waiting: 8 });

/** → `scrypt$cost$blockSize$parallelization$salt$hash`, the last two base64url */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await turns.wait(() => derive(password, salt, now));
  return ['scrypt', ...Object.values(now), salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/**
 * Takes as long for an account that does not exist (`kept` undefined) as for one that does.
 * @throws 503 `busy` where too many are asked for at once: nothing was looked at
 */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [, cost, blockSize, parallelization, salt = '', hash = ''] = (kept ?? nobody).split('$');
  const options = { cost: Number(cost), blockSize: Number(blockSize), parallelization: Number(parallelization) };
  const wanted = Buffer.from(hash, 'base64url');
  const given = await turns.run(() => derive(password, Buffer.from(salt, 'base64url'), options));
  return timingSafeEqual(given, wanted) && kept !== undefined;
}

const nobody = ['scrypt', ...Object.values(now), 'A'.repeat(22), 'A'.repeat(43)].join('$');

export type WeakPassword = 'too-short' | 'too-long' | 'as-login' | 'too-plain';

/** Length counts, not kinds of characters (NIST SP 800-63B 3.1.1). → undefined when it may be used */
export function weakness(password: string, login: string): WeakPassword | undefined {
  if ([...password].length < passwordLength.min) return 'too-short';
  if ([...password].length > passwordLength.max) return 'too-long';
  const lower = password.toLowerCase();
  if (login && lower.includes(login.toLowerCase())) return 'as-login';
  return isGuessable(password) ? 'too-plain' : undefined;
}

function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  const maxmem = 256 * (options.cost ?? 0) * (options.blockSize ?? 0);
  return new Promise((done, fail) =>
    scrypt(password.normalize('NFKC'), salt, hashBytes, { ...options, maxmem }, (error, key) =>
      error ? fail(error) : done(key),
    ),
  );
}
