/** Beside a question: what its text was read as, where leaving it changed what stood there. Said to screen readers too. */
import type { FieldElement } from './field-element.ts';

const notes = new WeakMap<FieldElement, HTMLElement>();

const noteOf = (host: FieldElement): HTMLElement => {
  const known = notes.get(host);
  if (known?.isConnected) return known;
  const note = document.createElement('p');
  note.className = 'note';
  note.setAttribute('role', 'status');
  note.translate = false;
  host.renderRoot.append(note);
  notes.set(host, note);
  return note;
};

/** @param shown undefined takes back what was said */
export const sayReadAs = (host: FieldElement, shown: string | undefined): void => {
  if (shown === undefined && !notes.has(host)) return;
  noteOf(host).textContent = shown === undefined ? '' : host.say('readAs', { value: shown });
};
