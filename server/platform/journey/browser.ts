/**
 * One cookie for all journeys of a browser, however many: each journey's own session is made of its secret and the
 * journey's id. A cookie for each piled up until no server took the header any more; a list in one would lose a journey
 * where two begin at once. Where two begin at once in a browser that had no secret yet, each answer gives it one: under a
 * name of its own, so that neither replaces the other. From then on the browser has one and gets no more.
 */
import { createHmac } from 'node:crypto';
import type { Context } from 'hono';
import { newSecret, secretHash } from '../../crypto/secret.ts';
import { lifetimes } from '../../lifetimes.ts';
import { sameSecret } from '../../http/constant-time.ts';
import { newId } from '../hashes.ts';
import type { Platform } from '../platform.ts';
import type { Journey } from '../storage.ts';

const cookie = 'browser';
const shownCookie = 'barcodes';
/** As many as can be given in the moment before the first of them is there. */
const mostSecrets = 8;
/** Barcodes that a browser may show at once, in tabs beside each other. */
const mostShown = 8;

type Needs = Pick<Platform, 'cookies'>;

/** What a browser is known by, and under which name it keeps it. */
export interface BrowserSecret {
  readonly name: string;
  readonly secret: string;
}

const isSecret = (value: string): boolean => /^[\w-]{43}$/.test(value);
const ours = ({ cookies }: Needs, c: Context): readonly BrowserSecret[] =>
  cookies
    .beginning(c, cookie)
    .filter(([name]) => /^browser(_[\w-]{6})?$/.test(name))
    .map(([name, secret]) => ({ name, secret }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

const secretsIn = (needs: Needs, c: Context): readonly BrowserSecret[] =>
  ours(needs, c)
    .filter(({ secret }) => isSecret(secret))
    .slice(0, mostSecrets);

/** The browser's secret, to open a journey with; made where it has none. It is kept once a journey is opened. */
export const browserOf = (needs: Needs, c: Context): BrowserSecret =>
  secretsIn(needs, c)[0] ?? { name: `${cookie}_${newId().slice(0, 6)}`, secret: newSecret() };

/** What is none, or one too many, goes. */
export function keepBrowser(needs: Needs, c: Context, { name, secret }: BrowserSecret): void {
  const good = secretsIn(needs, c).map((one) => one.name);
  for (const other of ours(needs, c)) if (!good.includes(other.name)) needs.cookies.clear(c, other.name);
  needs.cookies.write(c, name, secret, lifetimes.journeyWaiting.ms / 1000);
}

const sessionOf = (browser: string, journeyId: string): string =>
  createHmac('sha256', browser).update(`journey\n${journeyId}`, 'utf8').digest('base64url');

/** What a journey keeps of the browser that opened it. */
export const journeySessionHash = (browser: string, journeyId: string): string =>
  secretHash(sessionOf(browser, journeyId));

/** Whether a journey could be this browser's: one without any secret has none. */
export const isKnownBrowser = (needs: Needs, c: Context): boolean => secretsIn(needs, c).length > 0;

/** → the session that this browser has in that journey, if it is its own */
export const journeySession = (
  needs: Needs,
  c: Context,
  { id, sessionHash }: Pick<Journey, 'id' | 'sessionHash'>,
): string | undefined =>
  secretsIn(needs, c)
    .map(({ secret }) => sessionOf(secret, id))
    .find((session) => sameSecret(secretHash(session), sessionHash));

const shown = ({ cookies }: Needs, c: Context): readonly (readonly [journeyId: string, serial: string])[] =>
  (cookies.read(c, shownCookie) ?? '').split('~').flatMap((one) => {
    const [, journeyId, serial] = /^([\w-]{22})\.([a-z0-9]{8})$/.exec(one) ?? [];
    return journeyId && serial ? [[journeyId, serial] as const] : [];
  });

/**
 * → the serial of the barcode (條碼) that this browser was given for the journey, as its cookie has it; undefined where
 * it has none. Whether it is still good is for the caller to see.
 */
export const shownIn = (needs: Needs, c: Context, journeyId: string): string | undefined =>
  shown(needs, c).find(([id]) => id === journeyId)?.[1];

/** The newest ones; one that fell out is made anew where it is looked at again. */
export function keepShown(needs: Needs, c: Context, journeyId: string, serial: string): void {
  const others = shown(needs, c).filter(([id]) => id !== journeyId);
  const all = [[journeyId, serial] as const, ...others].slice(0, mostShown);
  needs.cookies.write(c, shownCookie, all.map((pair) => pair.join('.')).join('~'), lifetimes.barcode.ms / 1000);
}
