/** A resident who uses the keyboard alone: Tab, Space, Enter, arrows and letters. */
import assert from 'node:assert/strict';
import type { Person } from './person.ts';

/** What the focus is on, as a screen reader would name it. */
interface Focused {
  readonly name: string;
  /** The question around it, where it is one of several controls. */
  readonly group: string;
  readonly kind: string;
  /** There is an outline or a shadow around it. */
  readonly visible: boolean;
}

export class Keyboard {
  constructor(private readonly person: Person) {}

  press(key: string): Promise<void> {
    return this.person.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.person.page.keyboard.insertText(text);
  }

  /** Tab by Tab to the control of that name; everything on the way must show its focus. */
  async to(name: string | RegExp, { group, back = false }: { group?: string; back?: boolean } = {}): Promise<Focused> {
    const passed: string[] = [];
    for (let presses = 0; presses < 80; presses += 1) {
      await this.press(back ? 'Shift+Tab' : 'Tab');
      const now = await this.focused();
      if (now.kind !== 'body')
        assert.ok(now.visible, `the focus on ${now.kind} "${now.name}" can't be seen at ${this.person.page.url()}`);
      const named = typeof name === 'string' ? now.name === name : name.test(now.name);
      if (named && (group === undefined || now.group.startsWith(group))) return now;
      passed.push(`${now.kind} ${now.group ? `${now.group}: ` : ''}${now.name}`);
    }
    throw new Error(`no ${String(name)} ${group ?? ''} among\n${passed.join('\n')}`);
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.to(name);
    await this.press('Enter');
  }

  async fill(name: string | RegExp, text: string, group?: string): Promise<void> {
    await this.to(name, { group });
    await this.type(text);
  }

  /** Into the group by Tab, which stops at its first choice, then down to the one that is meant. */
  async choose(group: string, option: string): Promise<void> {
    let now = await this.to(/./, { group });
    assert.equal(now.kind, 'radio');
    await this.press('Space');
    for (let presses = 0; now.name !== option && presses < 12; presses += 1) {
      await this.press('ArrowDown');
      now = await this.focused();
    }
    assert.equal(now.name, option);
  }

  async tick(name: string | RegExp, group?: string): Promise<void> {
    await this.to(name, { group });
    await this.press('Space');
  }

  async focused(): Promise<Focused> {
    // No function is named inside: the compiler's helper for names does not exist in the page.
    const { name, group, ...rest } = await this.person.page.evaluate(() => {
      let element = document.activeElement ?? document.body;
      while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const labels = 'labels' in element ? (element.labels as NodeListOf<HTMLLabelElement> | null) : null;
      // A ring may be drawn around the card that a link fills, or the pill beside its radio button.
      const rings = [getComputedStyle(element), getComputedStyle(element, '::after')];
      if (element instanceof HTMLInputElement && element.nextElementSibling)
        rings.push(getComputedStyle(element.nextElementSibling));
      return {
        name: element.getAttribute('aria-label') || labels?.[0]?.textContent || element.textContent,
        group: element.closest('fieldset')?.querySelector('legend')?.textContent,
        kind: element instanceof HTMLInputElement ? element.type : element.localName,
        visible: rings.some(
          ({ outlineStyle, outlineWidth, boxShadow }) =>
            (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none',
        ),
      };
    });
    return { name: clean(name), group: clean(group), ...rest };
  }
}

const clean = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
