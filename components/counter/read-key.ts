/**
 * Which character a key of a scanner stands for. With a Chinese input method on, the browser says `Process` and the method
 * makes ㄎ of it; the place of the key on the keyboard is told all the same.
 */
import { composing } from '#schemas/keyboard/composing.ts';

/** Ends a scan: Enter, Tab, or the line feed that some scanners send as Ctrl+J. */
export const end = '\n';
/** A key that says neither what nor where it is. */
export const unreadable = '\uFFFD';

const shifted = ')!@#$%^&*(';
const others: { readonly [code: string]: string | undefined } = {
  Minus: '-',
  NumpadSubtract: '-',
  Slash: '/',
  NumpadDivide: '/',
  NumpadMultiply: '*',
  BracketRight: ']',
  Period: '.',
  NumpadDecimal: '.',
  Space: ' ',
  Tab: end,
  Enter: end,
  NumpadEnter: end,
};

/** On the keyboard of Taiwan and the United States, which scanners play. */
function atPlace(code: string, shift: boolean): string | undefined {
  const [, letter, digit] = /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code) ?? [];
  if (letter) return letter.toLowerCase();
  if (digit) return shift && code.startsWith('D') ? shifted[Number(digit)] : digit;
  return others[code];
}

/** → a character, `end`, `unreadable`, '' for a key that comes between, or undefined for one that no scanner presses */
export function readKey(event: KeyboardEvent): string | undefined {
  const { key, code, ctrlKey, altKey, metaKey } = event;
  if (altKey || metaKey) return undefined;
  if (ctrlKey) return key === 'Control' ? '' : /^[jm]$/i.test(key) ? end : undefined;
  const plain = key.length === 1 ? key.normalize('NFKC') : '';
  if (!composing(event)) {
    if (key === 'Enter' || key === 'Tab') return end;
    if (/^[ -~]$/.test(plain)) return plain;
    if (key === 'Shift' || key === 'CapsLock') return '';
    if (!plain && key !== 'Unidentified') return undefined;
  }
  if (/^(Shift|Caps)/.test(code)) return '';
  if (!code || code === 'Unidentified') return unreadable;
  return atPlace(code, event.shiftKey);
}
