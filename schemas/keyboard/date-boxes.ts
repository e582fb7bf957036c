/**
 * A whole date pasted or typed into one of three boxes is spread over them, on every page that asks a date. Boxes stand in
 * `[data-date]` (`birthday` or `day`) and have the classes `year`, `month`, `day`; a choice of the era there has its value `-`
 * before the Republic. Works by delegation, so that pages that draw themselves anew need no more.
 */
import { readBirthday } from '../taiwan/read-birthday.ts';
import { mayBeWhole, readDate } from '../taiwan/read-date.ts';
import { isRead } from '../taiwan/reading.ts';
import { rocDateOf } from '../taiwan/roc-date.ts';
import type { RocDate } from '../taiwan/roc-date.ts';

/** → undefined where the text is no whole date */
export const wholeDate = (text: string, kind: string | undefined): RocDate | undefined => {
  if (!mayBeWhole(text)) return undefined;
  const reading = kind === 'birthday' ? readBirthday(text) : readDate(text);
  return isRead(reading) ? rocDateOf(reading.value) : undefined;
};

const parts = ['year', 'month', 'day'] as const;

/** @returns whether the text was a whole date, which now stands in the boxes */
function spread(boxes: HTMLElement, text: string): boolean {
  const date = wholeDate(text, boxes.dataset['date']);
  const era = boxes.querySelector('select');
  // Where nothing can be before the Republic, what was typed stays, to be refused with its reason.
  if (!date || (date.beforeRepublic && !era)) return false;
  if (era) era.value = date.beforeRepublic ? '-' : '';
  for (const part of parts) {
    const box = boxes.querySelector<HTMLInputElement>(`input.${part}`);
    if (!box) continue;
    box.value = String(date[part]);
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return true;
}

const boxesOf = (event: Event): HTMLElement | null =>
  event.target instanceof HTMLInputElement ? event.target.closest<HTMLElement>('[data-date]') : null;

export function listenForDates(page: Document): void {
  page.addEventListener('paste', (event) => {
    const boxes = boxesOf(event);
    if (!boxes || !spread(boxes, event.clipboardData?.getData('text') ?? '')) return;
    event.preventDefault();
    boxes.querySelector<HTMLInputElement>('input.day')?.focus();
  });
  page.addEventListener('change', (event) => {
    const boxes = boxesOf(event);
    if (boxes) spread(boxes, (event.target as HTMLInputElement).value);
  });
}
