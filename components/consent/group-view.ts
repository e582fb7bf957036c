import { html, nothing } from 'lit';
import type { AskedDataset } from '#schemas/wire/county-api.ts';
import { textIn } from '#schemas/text.ts';
import type { Language } from '#schemas/text.ts';
import { datasetView } from './dataset-view.ts';
import { consentMessages } from './messages.ts';

/** Datasets of which one is enough: the resident picks it, the first is proposed. */
export function groupView(
  group: readonly AskedDataset[],
  choice: { readonly index: number; readonly picked: string | undefined; readonly pick: (id: string) => void },
  language: Language,
) {
  const say = consentMessages[language];
  return html`<fieldset>
    <legend>${say.oneOf}</legend>
    ${group.map(
      (set, place) =>
        html`<div class="set">
          ${datasetView(
            set,
            language,
            html`<label class="pick"
              ><input
                type="radio"
                name="group-${choice.index}"
                .checked=${choice.picked === set.id}
                @change=${() => choice.pick(set.id)}
              /><span>${textIn(set.name, language)}${place ? nothing : say.proposed}</span></label
            >`,
          )}
        </div>`,
    )}
  </fieldset>`;
}
