/** Tab by Tab, or Shift+Tab by Shift+Tab, round a page: what was reached, what was not, and where the focus could not be seen. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

export interface Walk {
  /** In the order in which they were reached. */
  readonly reached: readonly string[];
  /** Could be reached by its kind, and was not. */
  readonly missed: readonly string[];
  /** Had the focus, and nothing showed it. */
  readonly unseen: readonly string[];
}

interface Walking {
  readonly stops: Element[];
  readonly unseen: string[];
  step(): boolean;
  missed(): string[];
  nameOf(node: Element): string;
}

/** Stands in the page as text: no compiler's helper is known there. */
const script = `(() => {
  const focused = () => {
    let node = document.activeElement;
    while (node && node.shadowRoot && node.shadowRoot.activeElement) node = node.shadowRoot.activeElement;
    return node;
  };
  const nameOf = (node) => {
    const root = node.getRootNode();
    const host = root.host ? root.host.localName.replace('mydata-builder-', '') + ' ' : '';
    const label = node.labels && node.labels[0] ? node.labels[0].textContent : '';
    const name = node.getAttribute('aria-label') || label || node.textContent || node.id;
    return (host + node.localName + ' ' + name).replace(/\\s+/g, ' ').trim().slice(0, 80);
  };
  const rings = (node) => {
    const styles = [getComputedStyle(node), getComputedStyle(node, '::after')];
    if (node.nextElementSibling) styles.push(getComputedStyle(node.nextElementSibling));
    return styles.some((s) => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none');
  };
  const walking = {
    stops: [],
    unseen: [],
    nameOf,
    step() {
      const node = focused();
      if (!node || node === document.body || node === document.documentElement) return true;
      if (walking.stops.includes(node)) return false;
      walking.stops.push(node);
      if (!rings(node)) walking.unseen.push(nameOf(node));
      return true;
    },
    missed() {
      const all = [];
      const visit = (root) => {
        for (const node of root.querySelectorAll('*')) {
          if (node.matches('a[href], button, input, select, textarea, summary, [tabindex]') && node.tabIndex >= 0 &&
            !node.disabled && node.type !== 'hidden' && !node.closest('[inert]') && node.checkVisibility({ visibilityProperty: true }))
            all.push(node);
          if (node.shadowRoot && !node.inert && !node.closest('[inert]')) visit(node.shadowRoot);
        }
      };
      visit(document);
      const reached = (node) => walking.stops.includes(node) ||
        // Of radio buttons one is reached, arrows lead to the others.
        (node.type === 'radio' && walking.stops.some((one) => one.type === 'radio' && one.name === node.name && one.getRootNode() === node.getRootNode()));
      return all.filter((node) => !reached(node)).map(nameOf);
    },
  };
  window.walking = walking;
})()`;

declare global {
  interface Window {
    walking: Walking;
  }
}

async function walk(page: Page, key: 'Tab' | 'Shift+Tab' = 'Tab', most = 400): Promise<Walk> {
  await page.evaluate(script);
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press(key);
    if (!(await page.evaluate(() => window.walking.step()))) break;
  }
  return page.evaluate(() => ({
    reached: window.walking.stops.map((node) => window.walking.nameOf(node)),
    missed: window.walking.missed(),
    unseen: window.walking.unseen,
  }));
}

/** Everything is reached both ways, in the same order, and is seen to be. */
export async function assertWalkable(page: Page, where: string): Promise<Walk> {
  const there = await walk(page);
  assert.ok(there.reached.length > 3, `${where}: Tab reaches ${there.reached.join(', ')}`);
  assert.deepEqual(there.missed, [], `${where}: Tab reaches all, after ${there.reached.join(' | ')}`);
  assert.deepEqual(there.unseen, [], `${where}: the focus is seen`);
  const back = await walk(page, 'Shift+Tab');
  assert.deepEqual(back.missed, [], `${where}: Shift+Tab reaches all`);
  return there;
}
