/** The form of the signing page: who signs, with which card. What is wrong stands above it and takes the focus. */
import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../layout/language.ts';
import type { Text } from '../../../schemas/text.ts';
import type { AskedDataset } from '../../../schemas/wire/county-api.ts';
import { signTexts as texts } from './sign-texts.ts';

export const signErrorId = 'sign-error';

export interface SignFormOptions {
  readonly groups: readonly (readonly AskedDataset[])[];
  readonly busy: boolean;
  readonly error?: string;
  readonly onSubmit: (form: FormData) => void;
}

type Name = 'nationalId' | 'name' | 'email' | 'mobile' | 'card' | 'pin';

function field(
  name: Name,
  attributes: { readonly type?: string; readonly autocomplete: string; readonly hint?: Text },
): TemplateResult {
  const { type = 'text', autocomplete, hint } = attributes;
  return html`<div class="field">
    <label for="sign-${name}">${say(texts[name])}</label>
    ${hint ? html`<p class="hint" id="sign-${name}-hint">${say(hint)}</p>` : nothing}
    <input
      id="sign-${name}"
      name=${name}
      type=${type}
      autocomplete=${autocomplete as 'off'}
      spellcheck="false"
      aria-describedby=${hint ? `sign-${name}-hint` : nothing}
    />
  </div>`;
}

/** `sign.ts` spreads a whole date over the boxes; the server reads it from any of them. */
const birthday = (): TemplateResult =>
  html`<fieldset class="field" data-date="birthday" aria-describedby="sign-birthday-hint">
    <legend>${say(texts.birthday)}</legend>
    <p class="hint" id="sign-birthday-hint">${say(texts.birthdayHint)}</p>
    <div class="date-boxes">
      ${(['year', 'month', 'day'] as const).map(
        (part) =>
          html`<label
            >${say(texts[part])}<input
              class=${part}
              name="birthday${part.charAt(0).toUpperCase()}${part.slice(1)}"
              type="text"
              inputmode="numeric"
              autocomplete=${`bday-${part}` as 'bday-year'}
          /></label>`,
      )}
    </div>
  </fieldset>`;

export function signForm({ groups, busy, error, onSubmit }: SignFormOptions): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!busy) onSubmit(new FormData(event.currentTarget as HTMLFormElement));
  };
  return html`
    ${
      error === undefined
        ? nothing
        : html`<div class="notice notice-error" id=${signErrorId} role="alert" tabindex="-1">
            <div class="notice-body">
              <h2>${say(texts.failed)}</h2>
              <p>${error}</p>
            </div>
          </div>`
    }
    <form class="sheet inquiry" novalidate @submit=${submit}>
      ${groups.map(
        (group, index) =>
          html`<fieldset class="field">
            <legend>${say(texts.choose)}</legend>
            ${group.map(
              ({ id, name }, place) =>
                html`<p>
                  <label
                    ><input type="radio" name="group-${index}" value=${id} ?checked=${place === 0} />
                    ${say(name)}</label
                  >
                </p>`,
            )}
          </fieldset>`,
      )}
      ${field('nationalId', { autocomplete: 'off' })} ${field('name', { autocomplete: 'name' })} ${birthday()}
      ${field('email', { type: 'email', autocomplete: 'email' })}
      ${field('mobile', { type: 'tel', autocomplete: 'tel' })}
      <p class="notice">${say(texts.simulated)}</p>
      ${field('card', { autocomplete: 'off' })} ${field('pin', { type: 'password', autocomplete: 'off' })}
      <button type="submit" class="button" aria-disabled=${String(busy)}>
        ${say(busy ? texts.signing : texts.sign)}
      </button>
    </form>
  `;
}
