/** The difference in plain words, old beside new; what must be approved first, what may skip it apart. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ApprovalChange } from '../../../schemas/wire/builder-api.ts';
import { textIn, type Language, type Text } from '../../../schemas/text.ts';
import { reviewWords as say } from './review-words.ts';

export interface ChangesActions {
  /** Shows the part on the form; absent: there is none to go to. */
  readonly go?: (part: string) => void;
}

function side(name: 'old' | 'new', text: Text | undefined, language: Language): TemplateResult {
  const words = text && textIn(text, language);
  return html`<div class="side ${name}">
    <dt>${say(language, name)}</dt>
    <dd>
      ${words === undefined ? html`<i>${say(language, 'none')}</i>` : words || html`<i>${say(language, 'empty')}</i>`}
    </dd>
  </div>`;
}

function entry(change: ApprovalChange, language: Language, { go }: ChangesActions): TemplateResult {
  const { what, place, part, old, new: now, why } = change;
  const where = textIn(place, language);
  return html`<li class="change">
    <h4><small>${say(language, what)}</small> ${where}</h4>
    ${old || now ? html`<dl>${side('old', old, language)}${side('new', now, language)}</dl>` : nothing}
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
