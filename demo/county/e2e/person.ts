/** A person at a browser, and what must be true of every page that is seen. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { BrowserContext, BrowserContextOptions, CDPSession, Page } from 'playwright-core';
import type { Kit, TestResident } from './kit.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

export interface Person {
  readonly kit: Kit;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly resident: TestResident;
  /** What the console, the page or the policy complained about. */
  readonly complaints: string[];
}

/** A tab of this browser context, with what it complains about. */
export async function openTab(context: BrowserContext, complaints: string[]): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('console', (message) => {
    // A refused answer (409, 422 …) is reported by the browser as an error of loading; it is part of the journey.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return page;
}

export async function arrive(kit: Kit, slug: string, options: BrowserContextOptions = {}): Promise<Person> {
  const context = await kit.browser.newContext({
    locale: 'zh-TW',
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  const complaints: string[] = [];
  return { kit, page: await openTab(context, complaints), context, resident: kit.resident(slug), complaints };
}

/** The person goes; nothing may have been complained about. */
export async function leave({ context, complaints }: Person): Promise<void> {
  await context.close();
  assert.deepEqual(complaints, []);
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** The one line to the browser's own doors for this page: closing a second one would unplug the passkey device. */
export function devtools({ context, page }: Person): Promise<CDPSession> {
  const session = sessions.get(page) ?? context.newCDPSession(page);
  sessions.set(page, session);
  return session;
}

/** axe over the whole page, shadow roots included. Run apart from the page's policy, in a world of its own. */
export async function assertAccessible(person: Person): Promise<void> {
  const { page } = person;
  const session = await devtools(person);
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
