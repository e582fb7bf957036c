/**
 * A barcode that is scanned while something else is being done: a scanner types wherever the focus is. What it typed does not
 * stay in an answer, and the key that ends it presses no button.
 */
import { readScan } from '#schemas/barcode/read-serial.ts';
import { composing } from '#schemas/keyboard/composing.ts';
import { end, readKey } from './read-key.ts';
import { Wedge } from './wedge.ts';

type Entry = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Milliseconds a key, where a hand may be typing an answer: none is that fast over eight letters without sense. */
const fastestHand = 45;
/** Milliseconds without a key after which a scanner that ends with nothing has ended. */
const silence = 150;
/** Milliseconds in which more may follow an end: the LF after CR, Enter after Tab. */
const aftermath = 500;

const entryAt = (target: EventTarget | undefined): Entry | undefined =>
  (target instanceof HTMLInputElement && !/^(radio|checkbox|button|submit|file)$/.test(target.type)) ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement
    ? target
    : undefined;

/**
 * @param busy whether a scan would be a stray one now
 * @param strayed one was
 * → ends it
 */
export function watchStrayScans(
  document: Document,
  { busy, strayed }: { readonly busy: () => boolean; readonly strayed: () => void },
): () => void {
  const wedge = new Wedge();
  let touched: { readonly entry: Entry; readonly value: string } | undefined;
  let began = 0;
  let endedAt = -Infinity;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const take = (scanned: string, at: number): boolean => {
    if (readScan(scanned) === undefined) return false;
    if (touched && at - began > fastestHand * scanned.length) return false;
    endedAt = at;
    if (touched) {
      const { entry, value } = touched;
      // Leaving it ends what an input method is composing there.
      entry.blur();
      entry.value = value;
      entry.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      entry.focus();
    }
    strayed();
    return true;
  };

  const pressed = (event: KeyboardEvent): void => {
    clearTimeout(pause);
    if (!busy()) return wedge.reset();
    const { timeStamp: at } = event;
    const character = readKey(event);
    if (character === undefined) return wedge.reset();
    const after = character === end && at - endedAt < aftermath;
    const scanned = wedge.press(character, at, composing(event));
    if (wedge.began) {
      const entry = entryAt(event.composedPath()[0]);
      touched = entry && { entry, value: entry.value };
      began = at;
    }
    if (after || (scanned !== undefined && take(scanned, at))) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    pause = setTimeout(() => {
      const rest = wedge.rest();
      if (rest !== undefined) take(rest, at);
    }, silence);
  };

  document.addEventListener('keydown', pressed, true);
  return () => {
    clearTimeout(pause);
    document.removeEventListener('keydown', pressed, true);
  };
}
