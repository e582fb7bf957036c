/**
 * Enter in a question means 下一步. Inputs in the shadow roots of fields belong to no form of the page, so the browser does
 * not submit by itself, as it does from a plain input.
 */
import { composing } from '#schemas/keyboard/composing.ts';

/** Inputs in which Enter does something else: it opens a list of files, or presses. */
const ownEnter = new Set(['file', 'button', 'submit', 'reset']);

export function submitByEnter(event: KeyboardEvent): void {
  const [target] = event.composedPath();
  if (event.key !== 'Enter' || composing(event) || event.defaultPrevented) return;
  if (!(target instanceof HTMLInputElement) || ownEnter.has(target.type)) return;
  event.preventDefault();
  (event.currentTarget as HTMLFormElement).requestSubmit();
}
