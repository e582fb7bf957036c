/** Staff of the first county at the builder, each in a browser of their own. */
import type { Page } from 'playwright-core';
import type { Kit } from './kit.ts';

interface SandboxStaff {
  readonly login: string;
  readonly password: string;
  readonly code: string;
}

export interface AtBuilder {
  readonly page: Page;
  /** What the page's policy or a script complained about. */
  readonly problems: string[];
}

export async function signedIn(kit: Kit, login: string, next: string): Promise<AtBuilder> {
  const page = await (await kit.browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security|Trusted|violat/i.test(message.text()))
      problems.push(message.text());
  });
  await page.goto(`${kit.urls.county}${next}`);
  await page.locator('[name=login]').waitFor();
  // A code holds for half a minute: it is asked for when it can be typed.
  const answer = await kit.read<{ staff: readonly SandboxStaff[] } | readonly SandboxStaff[]>(
    'county',
    '/sandbox/staff',
  );
  const all = 'staff' in answer ? answer.staff : answer;
  const person = all.find((one) => one.login === login)!;
  await page.locator('[name=login]').fill(person.login);
  await page.locator('[name=password]').fill(person.password);
  await page.locator('[name=code]').fill(person.code);
  await page.locator('form button[type=submit], form button:not([type])').first().click();
  await page.waitForURL(`**${next}`).catch(async (error: unknown) => {
    const said = await page.locator('[role=alert], .alert, main').first().innerText();
    throw new Error(`${login} was not let in: ${said}`, { cause: error });
  });
  return { page, problems };
}

/** One of the builder's views. */
export const view = (page: Page, name: string): Promise<void> =>
  page.locator('nav.views').getByRole('button', { name, exact: true }).click();
