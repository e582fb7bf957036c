/** Invented staff of the county at their pages, in a browser of a test world. */
import { bytesOfBase32, codeAt } from '../../accounts/second-factor.ts';
import { sandboxStaff } from '../staff/sandbox-staff.ts';
import type { Browser, World } from './county-under-test.ts';

/** Moves the clock by half a minute first, so that the same person may sign in again. */
export async function signInAs(world: World, login: string, browser = world.browser()): Promise<Browser> {
  world.now = new Date(world.now.getTime() + 30_000);
  const response = await submitForm(browser, '/staff/sign-in', credentials(world, login));
  if (response.status !== 303) throw new Error(`${login} was not signed in: ${response.status}`);
  return browser;
}

/** Signed in as a clerk, at a desk of the office whose the test service is. */
export async function atCounter(world: World, login = 'clerk', counter = '3'): Promise<Browser> {
  const browser = await signInAs(world, login);
  const csrf = await csrfOf(browser, '/staff/desk');
  const { office } = (await world.storage.serviceOwner('test-relief'))!;
  const opened = await submitForm(browser, '/staff/desk', { csrf, desk: await deskAt(world, office, counter) });
  if (opened.status !== 303) throw new Error(`no desk: ${opened.status}`);
  return browser;
}

/** Id of the desk with this number. */
export async function deskAt(world: World, office: string, number: string): Promise<string> {
  const desks = await world.storage.desks();
  return desks.find((desk) => desk.office === office && desk.number === Number(number))!.id;
}

export function credentials(world: World, login: string): { login: string; password: string; code: string } {
  const { password, totpSecret } = sandboxStaff.find((person) => person.login === login)!;
  return { login, password, code: codeAt(bytesOfBase32(totpSecret), world.now) };
}

export const submitForm = (browser: Browser, path: string, fields: Readonly<Record<string, string>>) =>
  browser.request(path, { method: 'POST', body: new URLSearchParams(fields), headers: { accept: 'text/html' } });

export async function csrfOf(browser: Browser, path: string): Promise<string> {
  const page = await (await browser.request(path, { headers: { accept: 'text/html' } })).text();
  return /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
}
