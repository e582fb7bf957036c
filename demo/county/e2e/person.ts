/** A person at a browser: what is done on each page, and what must be true of every page that is seen. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { Kit, TestResident } from './kit.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly resident: TestResident;
  /** What the console, the page or the policy complained about. */
  readonly complaints: string[];
}

export async function arrive(kit: Kit, slug: string): Promise<Person> {
  const context = await kit.browser.newContext({ locale: 'zh-TW', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A refused answer (409, 422 …) is reported by the browser as an error of loading; it is part of the journey.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  return { page, context, resident: kit.resident(slug), complaints };
}

/** axe over the whole page, shadow roots included. Run apart from the page's policy, in a world of its own. */
export async function assertAccessible({ page, context }: Person): Promise<void> {
  const session = await context.newCDPSession(page);
  const { readFile } = await import('node:fs/promises');
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  await session.send('Runtime.evaluate', {
    expression: await readFile(axePath, 'utf8'),
    contextId: executionContextId,
  });
  const { result } = await session.send('Runtime.evaluate', {
    expression: 'axe.run(document).then((found) => JSON.stringify({ violations: found.violations }))',
    contextId: executionContextId,
    awaitPromise: true,
  });
  await session.detach();
  const { violations } = JSON.parse(String(result.value)) as AxeResult;
  assert.deepEqual(
    violations.map(
      ({ id, nodes }) => `${page.url()} ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    ),
    [],
  );
}

export async function assertReflows({ page }: Person): Promise<void> {
  const before = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 800 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.setViewportSize(before);
  assert.ok(wide <= 1, `${page.url()} scrolls sideways by ${wide}px at 320px`);
}

export async function look(person: Person): Promise<void> {
  await assertAccessible(person);
  await assertReflows(person);
}

/** From the county's notice to the platform's identity screen. */
export async function leaveForPlatform(
  kit: Kit,
  person: Person,
  service = 'emergency-relief',
  nationalId = person.resident.nationalId,
): Promise<void> {
  const { page } = person;
  await page.goto(`${kit.urls.county}/services/${service}/consent`);
  await page.getByLabel('身分證統一編號').fill(nationalId);
  await page.getByRole('button', { name: '前往 MyData 平臺' }).click();
  await page.waitForURL(`${kit.urls.platform}/journey/*/facts`);
}

export async function acceptTerms({ page }: Person): Promise<void> {
  await page
    .getByRole('button', { name: /下一步|繼續|了解/ })
    .first()
    .click();
  await page.getByRole('checkbox').check();
  await page
    .getByRole('button', { name: /下一步|繼續|同意/ })
    .first()
    .click();
  await page.waitForURL('**/identity**');
}

export async function proveByCard({ page, resident }: Person): Promise<void> {
  await page.getByLabel('身分證統一編號').fill(resident.nationalId);
  await page.getByLabel(/出生日期/).fill(resident.rocBirthday);
  await page.getByLabel('自然人憑證卡號').fill(resident.card.number);
  await page.getByLabel('PIN 碼').fill(resident.card.pin);
  await page.getByRole('button', { name: '插卡並驗證' }).click();
  await page.waitForURL('**/preview');
}

export async function decide({ page }: Person, decision: '同意傳送' | '不同意傳送'): Promise<void> {
  await page
    .getByRole('button', { name: /下一步|繼續/ })
    .first()
    .click();
  await page.waitForURL('**/consent');
  await page.getByRole('button', { name: decision, exact: true }).click();
}

export const question = ({ page }: Person, label: string | RegExp): Locator => page.getByLabel(label);
