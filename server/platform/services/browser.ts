/**
 * One cookie for all journeys of a browser, however many: each journey's own session is made of its secret and the
 * journey's id. A cookie for each piled up until no server took the header any more; a list in one would lose a journey
 * where two begin at once.
 */
import { createHmac } from 'node:crypto';
import type { Context } from 'hono';
import { lifetimes } from '../../lifetimes.ts';
import { newSecret, secretHash } from '../hashes.ts';
import type { Platform } from '../platform.ts';

const cookie = 'browser';
const shownCookie = 'barcodes';
/** Barcodes that a browser may show at once, in tabs beside each other. */
const mostShown = 8;

type Needs = Pick<Platform, 'cookies'>;

const secretIn = ({ cookies }: Needs, c: Context): string | undefined => {
  const known = cookies.read(c, cookie);
  return known !== undefined && /^[\w-]{43}$/.test(known) ? known : undefined;
};

/** The browser's secret, to open a journey with; made where it has none. It is kept once a journey is opened. */
export const browserOf = (needs: Needs, c: Context): string => secretIn(needs, c) ?? newSecret();

export const keepBrowser = ({ cookies }: Needs, c: Context, browser: string): void =>
  cookies.write(c, cookie, browser, lifetimes.journeyWaiting.ms / 1000);

const sessionOf = (browser: string, journeyId: string): string =>
  createHmac('sha256', browser).update(`journey\n${journeyId}`, 'utf8').digest('base64url');

/** What a journey keeps of the browser that opened it. */
export const journeySessionHash = (browser: string, journeyId: string): string =>
  secretHash(sessionOf(browser, journeyId));

/** → the session that this browser has in that journey, if it is its own */
export function journeySession(needs: Needs, c: Context, journeyId: string): string | undefined {
  const browser = secretIn(needs, c);
  return browser && sessionOf(browser, journeyId);
}

const shown = ({ cookies }: Needs, c: Context): readonly (readonly [journeyId: string, serial: string])[] =>
  (cookies.read(c, shownCookie) ?? '').split('~').flatMap((one) => {
    const [, journeyId, serial] = /^([\w-]{22})\.([a-z0-9]{8})$/.exec(one) ?? [];
    return journeyId && serial ? [[journeyId, serial] as const] : [];
  });

export const shownIn = (needs: Needs, c: Context, journeyId: string): string | undefined =>
  shown(needs, c).find(([id]) => id === journeyId)?.[1];

/** The newest ones; one that fell out is made anew where it is looked at again. */
export function keepShown(needs: Needs, c: Context, journeyId: string, serial: string): void {
  const others = shown(needs, c).filter(([id]) => id !== journeyId);
  const all = [[journeyId, serial] as const, ...others].slice(0, mostShown);
  needs.cookies.write(c, shownCookie, all.map((pair) => pair.join('.')).join('~'), lifetimes.barcode.ms / 1000);
}
