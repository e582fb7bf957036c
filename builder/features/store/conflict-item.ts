/** One thing that both have changed: side by side, with a choice. */
import { html, nothing, type TemplateResult } from 'lit';
import { textIn } from '#schemas/text.ts';
import type { FormDocument } from '#schemas/publish/form-document.ts';
import type { Choice, Conflict } from '../../model/merge.ts';
import { sideLines, type Around } from './conflict-values.ts';
import { storeWords as say } from './store-words.ts';

export interface ItemParts extends Omit<Around, 'document'> {
  readonly index: number;
  /** Who was faster. */
  readonly other: string;
  readonly chosen: Choice | undefined;
  readonly documents: { readonly base: FormDocument; readonly mine: FormDocument; readonly theirs: FormDocument };
  choose(choice: Choice): void;
}

export function conflictItem(conflict: Conflict, parts: ItemParts): TemplateResult {
  const { language, catalogue, index, other, chosen, documents } = parts;
  const lines = (side: 'base' | 'mine' | 'theirs'): readonly string[] =>
    sideLines(conflict, side, { language, catalogue, document: documents[side] });
  const titles: { readonly [choice in Choice]: string } = {
    mine: say(language, 'useMine'),
    theirs: say(language, 'useTheirs', { name: other }),
    both: say(language, 'useBoth'),
  };
  const choice = (one: Choice): TemplateResult =>
    html`<label class="side ${one}">
      <span class="pick"
        ><input
          type="radio"
          name=${`conflict-${index}`}
          value=${one}
          .checked=${chosen === one}
          @change=${() => parts.choose(one)}
        />${titles[one]}</span
      >
      <span class="value"
        >${(one === 'both' ? [say(language, 'bothText')] : lines(one)).map((line) => html`<span>${line}</span>`)}</span
      >
    </label>`;
  const shown: readonly Choice[] = ['mine', 'theirs', 'both'];
  return html`<fieldset data-conflict=${conflict.id}>
    <legend>${textIn(conflict.words, language)}</legend>
    ${
      conflict.kind === 'value' && conflict.base !== undefined
        ? html`<p class="was">${say(language, 'before')}：${lines('base').join(' ')}</p>`
        : nothing
    }
    <div class="sides">${shown.filter((one) => conflict.choices.includes(one)).map(choice)}</div>
  </fieldset>`;
}
