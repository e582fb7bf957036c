/** Whether an event is the keys that are written for an action, e.g. `Alt+L`, `Ctrl+Y / Ctrl+Shift+Z` or `?`. */
type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

const signs: { readonly [written: string]: string } = {
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  Space: ' ',
};

/** Of another alphabet, and of a letter that Alt has changed, the place on the keyboard counts. */
function letterOf({ key, code, altKey }: Pressed): string {
  const typed = key.length === 1 ? key.normalize('NFKC').toUpperCase() : key;
  return !altKey && /^[A-Z]$/.test(typed) ? typed : code.startsWith('Key') ? code.slice(3) : typed;
}

export function isPressed(keys: string, event: Pressed): boolean {
  const { altKey, ctrlKey, metaKey, shiftKey } = event;
  return keys.split(' / ').some((one) => {
    const held = one.split('+');
    const name = held.pop() ?? '';
    const key = signs[name] ?? name;
    // A sign may need Shift on this keyboard and not on another.
    const sign = key.length === 1 && !/^[A-Z ]$/.test(key);
    return (
      altKey === held.includes('Alt') &&
      (ctrlKey || metaKey) === held.includes('Ctrl') &&
      (sign || shiftKey === held.includes('Shift')) &&
      (/^[A-Z]$/.test(key) ? letterOf(event) === key : event.key.normalize('NFKC') === key)
    );
  });
}
