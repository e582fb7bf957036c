/** Somebody at the console in tests: signed in as one of the invented staff, with a browser of sorts. */
import assert from 'node:assert/strict';
import { Browser, world, type Page, type World } from '../app.fixture.ts';
import { bytesOfBase32, nextCode as codeAfter } from '../../accounts/second-factor.ts';
import { sandboxStaff, seedStaff } from './sandbox-staff.ts';

export type StaffLogin = 'reviewer' | 'operator' | 'auditor' | 'chiayi' | 'penghu';

/** A world with the invented staff in it. */
export async function staffedWorld(options: Parameters<typeof world>[0] = {}): Promise<World> {
  const made = await world(options);
  await seedStaff(made);
  return made;
}

/** The next code that this account may use. */
export async function nextCode({ storage, clock }: World, login: string): Promise<string> {
  const one = sandboxStaff.find((staff) => staff.login === login);
  const used = (await storage.staffByLogin(login))?.totpStep ?? 0;
  const code = codeAfter(bytesOfBase32(one?.totpSecret ?? ''), clock.now(), used);
  assert.ok(code, 'no code is left in this half minute');
  return code;
}

export async function signedIn(made: World, login: StaffLogin): Promise<Browser> {
  const browser = new Browser(made.app);
  const page = await trySignIn(made, browser, { login });
  assert.equal(page.response.status, 200, page.path);
  return browser;
}

export async function trySignIn(
  made: World,
  browser: Browser,
  { login, password, code }: { login: string; password?: string; code?: string },
): Promise<Page> {
  const known = sandboxStaff.find((staff) => staff.login === login);
  return browser.post(await browser.open('/operator/sign-in'), 'sign-in', {
    login,
    password: password ?? known?.password ?? 'nobody has this',
    code: code ?? (known ? await nextCode(made, login) : '000000'),
  });
}
