/** A clerk who goes from stop to stop with Tab and answers what is asked there, up to the button that sends. */
import assert from 'node:assert/strict';
import type { Keyboard } from './keyboard.ts';
import type { Person } from './person.ts';

const texts: readonly (readonly [RegExp, string])[] = [
  [/電話/, '0912-345-678'],
  [/姓名/, '王小明'],
  [/關係/, '子女'],
  [/幾|多少|次數/, '2'],
  [/村里鄰/, '祥和里1鄰祥和一路1號'],
];

/** The answer to a question of one line. */
function textFor(name: string, group: string, { rocBirthday, householdNumber }: Person['resident']): string {
  const date = /^年|^月|^日/.test(name);
  if (date && group.startsWith('出生日期'))
    return `${rocBirthday.slice(0, -4)}/${rocBirthday.slice(-4, -2)}/${rocBirthday.slice(-2)}`;
  if (date) return '110/1/2';
  // As it is spoken, and typed by whoever looks at the person.
  if (name.startsWith('戶號')) return householdNumber.toLowerCase();
  return texts.find(([about]) => about.test(name))?.[1] ?? '無';
}

export async function fillMissing(keys: Keyboard, resident: Person['resident']): Promise<void> {
  const asked = new Set<string>();
  const dated = new Set<string>();
  for (let presses = 0; presses < 90; presses += 1) {
    const { name, group, kind } = await keys.focused();
    if (/^送出申請/.test(name)) return;
    if (kind === 'radio' && !asked.has(group)) {
      await keys.press('Space');
      // The last is the one that asks for no papers.
      if (group.startsWith('這次要')) await keys.press('ArrowUp');
      asked.add(group);
    } else if (kind === 'checkbox' && !asked.has(group)) {
      await keys.press('Space');
      asked.add(group);
    } else if (kind === 'select') await keys.press('ArrowDown');
    else if (kind === 'button' && /^新增/.test(name) && !asked.has(name)) {
      asked.add(name);
      await keys.press('Enter');
      continue;
    } else if (/^(text|tel|number|textarea)$/.test(kind) && !name.includes('選填') && !group.includes('選填')) {
      const whole = /^(年|月|日)/.test(name);
      if (!whole || !dated.has(group)) await keys.type(textFor(name, group, resident));
      if (whole) dated.add(group);
    }
    await keys.press('Tab');
  }
  assert.fail(`no button that sends after ${[...asked].join(', ')}`);
}
