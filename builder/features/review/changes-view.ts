/** The difference in plain words, old beside new; what must be approved first, what may skip it apart. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ApprovalChange } from '#schemas/wire/builder-api.ts';
import { textIn, type Language, type Text } from '#schemas/text.ts';
import { reviewWords as say } from './review-words.ts';

export interface ChangesActions {
  /** Shows the part on the form; absent: there is none to go to. */
  readonly go?: (part: string) => void;
}

/** What both begin and end with, left out: in between lies the difference, be it one space. */
function different(text: string, other: string | undefined): readonly [string, string, string] {
  const [a, b] = [[...text], [...(other ?? '')]];
  if (other === undefined) return [text, '', ''];
  const least = Math.min(a.length, b.length);
  let from = 0;
  while (from < least && a[from] === b[from]) from += 1;
  let end = 0;
  while (end < least - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const cut = (start: number, stop: number): string => a.slice(start, stop).join('');
  return [cut(0, from), cut(from, a.length - end), cut(a.length - end, a.length)];
}

function side(
  name: 'old' | 'new',
  text: Text | undefined,
  other: Text | undefined,
  language: Language,
): TemplateResult {
  const words = text && textIn(text, language);
  const [before, changed, after] = words ? different(words, other && textIn(other, language)) : ['', '', ''];
  // Nothing beside it in the element: white space is shown as it is.
  const body = words
    ? html`${before}${changed ? html`<mark>${changed}</mark>` : nothing}${after}`
    : html`<i>${say(language, words === undefined ? 'none' : 'empty')}</i>`;
  return html`<div class="side ${name}">
    <dt>${say(language, name)}</dt>
    <dd>${body}</dd>
  </div>`;
}

function entry(change: ApprovalChange, language: Language, { go }: ChangesActions): TemplateResult {
  const { what, place, part, old, new: now, why } = change;
  const where = textIn(place, language);
  return html`<li class="change">
    <h4><small>${say(language, what)}</small> ${where}</h4>
    ${old || now ? html`<dl>${side('old', old, now, language)}${side('new', now, old, language)}</dl>` : nothing}
    <p class="why">${textIn(why, language)}</p>
    ${
      go && part !== undefined && what !== 'removed'
        ? html`<button type="button" aria-label=${say(language, 'goTo', { place: where })} @click=${() => go(part)}>
            ${say(language, 'go')}
          </button>`
        : nothing
    }
  </li>`;
}

export function changesView(
  changes: readonly ApprovalChange[],
  language: Language,
  actions: ChangesActions = {},
): TemplateResult {
  const group = (name: 'counted' | 'skipped', some: readonly ApprovalChange[]) =>
    some.length
      ? html`<h3>${say(language, name, { n: some.length })}</h3>
          <ul class="changes">
            ${some.map((one) => entry(one, language, actions))}
          </ul>`
      : nothing;
  return html`${group(
    'counted',
    changes.filter(({ harmless }) => !harmless),
  )}${group(
    'skipped',
    changes.filter(({ harmless }) => harmless),
  )}`;
}
