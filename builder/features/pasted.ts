/** What comes from the clipboard into a text of one line: a list for who takes one, else words in one line. */
import { hasLines, inOneLine, readList, type ListItem } from '../commands/shared/read-list.ts';

const textOf = (event: ClipboardEvent): string => event.clipboardData?.getData('text/plain') ?? '';

/** The list that was pasted, taken from the input; absent: it is no list, and goes in as any text. */
export function pastedList(event: ClipboardEvent): readonly ListItem[] | undefined {
  const input = event.target as HTMLInputElement;
  const text = textOf(event);
  const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
  // One line is part of a sentence, unless it is to be all that stands there.
  if (!whole && !hasLines(text.trim())) return undefined;
  const items = readList(text);
  if (items.length < 2) return undefined;
  event.preventDefault();
  return items;
}

/** Lines and cells are kept apart by a space, in every browser. */
export function pasteInOneLine(event: ClipboardEvent): void {
  const text = textOf(event);
  const input = event.target as HTMLInputElement;
  // Of an e-mail address browsers tell no selection.
  if (!hasLines(text) || input.selectionStart === null) return;
  event.preventDefault();
  input.setRangeText(inOneLine(text), input.selectionStart, input.selectionEnd ?? input.value.length, 'end');
  input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
}
