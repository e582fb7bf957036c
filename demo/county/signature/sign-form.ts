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

type Name = 'nationalId' | 'name' | 'birthday' | 'email' | 'mobile' | 'card' | 'pin';

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
      ${field('nationalId', { autocomplete: 'off' })} ${field('name', { autocomplete: 'name' })}
      ${field('birthday', { autocomplete: 'off', hint: texts.birthdayHint })}
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
