/** The way of a resident through county and platform, by hand: no script runs in these pages. */
import { sign } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { DraftView } from '#schemas/wire/county-api.ts';
import type { SandboxResident } from '../sandbox/resident.ts';
import { hiddenFields, type Browser, type Page } from './browser.ts';

/** As `/sandbox/residents` gives it. */
export interface Card {
  readonly slug: string;
  readonly rocBirthday: string;
  readonly card: { readonly certificatePem: string; readonly privateKeyPem: string };
}

/** To the platform's first screen. @param api of the county's service */
export async function leave(browser: Browser, api: string, nationalId: string): Promise<Page> {
  await browser.json(`${api}/draft`);
  const { location } = await browser.json<{ location: string }>(`${api}/journeys`, 'POST', { nationalId, chosen: [] });
  return browser.visit(location);
}

export const screenOf = ({ url }: Page): string => url.slice(url.lastIndexOf('/') + 1);

/** Does what the screen asks; waits a moment where it only asks to wait. */
export async function step(
  browser: Browser,
  page: Page,
  { resident, card }: { readonly resident: SandboxResident; readonly card: Card },
): Promise<Page> {
  const name = screenOf(page);
  if (name === 'fetching' || name === 'delivering') {
    await pause(10);
    return browser.visit(page.url);
  }
  const form = hiddenFields(page.text);
  const challenge = Buffer.from(form['challenge'] ?? '');
  return browser.visit(page.url, {
    ...form,
    ...(name === 'terms' ? { agree: 'yes' } : {}),
    ...(name === 'consent' ? { decision: 'agree' } : {}),
    ...(name === 'identity'
      ? {
          nationalId: resident.nationalId,
          birthday: card.rocBirthday,
          certificate: card.card.certificatePem,
          signature: sign('sha256', challenge, card.card.privateKeyPem).toString('base64'),
        }
      : {}),
  });
}

/** Waits for the end of the transfer. */
export async function received(browser: Browser, api: string, tries = 500): Promise<DraftView> {
  for (; tries > 0; tries -= 1) {
    const draft = await browser.json<DraftView>(`${api}/draft`);
    if (['filled', 'failed'].includes(draft.transfer.status)) return draft;
    await pause(10);
  }
  throw new Error('nothing arrived');
}
