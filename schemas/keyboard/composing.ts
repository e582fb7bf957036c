/**
 * Whether a key belongs to an input method that is still composing characters: the Enter that takes a candidate adds nothing,
 * submits nothing, and closes nothing. Every handler of keys asks here (a test holds them to it); nobody else reads
 * `isComposing` or `keyCode`.
 */

/** What is read of a `KeyboardEvent`. */
export interface PressedKey {
  readonly key?: string;
  readonly isComposing?: boolean;
  readonly keyCode?: number;
}

/** The code that browsers give every key which an input method has taken. */
const takenByInputMethod = 229;

let justEnded = false;

// Safari ends the composition before it tells of the key that ended it: within the same turn of the event loop.
globalThis.document?.addEventListener(
  'compositionend',
  () => {
    justEnded = true;
    setTimeout(() => (justEnded = false));
  },
  true,
);

export function composing({ isComposing, keyCode, key }: PressedKey): boolean {
  return isComposing === true || keyCode === takenByInputMethod || key === 'Process' || justEnded;
}
