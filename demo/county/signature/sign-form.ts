/** The form of the signing page: who signs, with which card. What is wrong stands above it and takes the focus. */
import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../layout/language.ts';
import type { AskedDataset } from '#schemas/wire/county-api.ts';
import type { SignProblem } from './message-of.ts';
import { signTexts as texts } from './sign-texts.ts';

export const signErrorId = 'sign-error';

export interface SignFormOptions {
  readonly groups: readonly (readonly AskedDataset[])[];
  readonly busy: boolean;
  readonly problem?: SignProblem;
  readonly onSubmit: (form: FormData) => void;
}

type Name = 'nationalId' | 'name' | 'email' | 'mobile' | 'card' | 'pin';

type Wrong = SignProblem['fields'];

const errorId = (name: string): string => `sign-${name}-error`;

function field(
  name: Name,
  attributes: { readonly type?: string; readonly autocomplete: string; readonly wrong?: Wrong },
): TemplateResult {
  const { type = 'text', autocomplete, wrong = [] } = attributes;
  const error = wrong.find((one) => one.field === name)?.message;
  return html`<div class="field ${error ? 'field-wrong' : ''}">
    <label for="sign-${name}">${say(texts[name])}</label>
    ${error ? html`<p class="field-error" id=${errorId(name)}>${error}</p>` : nothing}
    <input
      id="sign-${name}"
      name=${name}
      type=${type}
      autocomplete=${autocomplete as 'off'}
      spellcheck="false"
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${error ? errorId(name) : nothing}
    />
  </div>`;
}

/** `sign.ts` spreads a whole date over the boxes; the server reads it from any of them. */
function birthday(wrong: Wrong): TemplateResult {
  const boxes = (['year', 'month', 'day'] as const).map((part) => ({
    part,
    name: `birthday${part.charAt(0).toUpperCase()}${part.slice(1)}`,
  }));
  const error = wrong.find((one) => boxes.some(({ name }) => one.field === name));
  return html`<fieldset
    class="field ${error ? 'field-wrong' : ''}"
    data-date="birthday"
    aria-describedby="sign-birthday-hint"
  >
    <legend>${say(texts.birthday)}</legend>
    <p class="hint" id="sign-birthday-hint">${say(texts.birthdayHint)}</p>
    ${error ? html`<p class="field-error" id=${errorId('birthday')}>${error.message}</p>` : nothing}
    <div class="date-boxes">
      ${boxes.map(
        ({ part, name }) =>
          html`<label
            >${say(texts[part])}<input
              id="sign-${name}"
              class=${part}
              name=${name}
              type="text"
              inputmode="numeric"
              autocomplete=${`bday-${part}` as 'bday-year'}
              aria-invalid=${error?.field === name ? 'true' : nothing}
              aria-describedby=${error?.field === name ? errorId('birthday') : nothing}
          /></label>`,
      )}
    </div>
  </fieldset>`;
}

export function signForm({ groups, busy, problem, onSubmit }: SignFormOptions): TemplateResult {
  const wrong = problem?.fields ?? [];
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!busy) onSubmit(new FormData(event.currentTarget as HTMLFormElement));
  };
  return html`
    ${
      problem === undefined
        ? nothing
        : html`<div class="notice notice-error" id=${signErrorId} role="alert" tabindex="-1">
            <div class="notice-body">
              <h2>${say(texts.failed)}</h2>
              ${
                wrong.length
                  ? html`<ul>
                      ${wrong.map(({ field: name, message }) => html`<li><a href="#sign-${name}">${message}</a></li>`)}
                    </ul>`
                  : html`<p>${problem.message}</p>`
              }
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
      ${field('nationalId', { autocomplete: 'off', wrong })} ${field('name', { autocomplete: 'name', wrong })}
      ${birthday(wrong)} ${field('email', { type: 'email', autocomplete: 'email', wrong })}
      ${field('mobile', { type: 'tel', autocomplete: 'tel', wrong })}
      <p class="notice">${say(texts.simulated)}</p>
      ${field('card', { autocomplete: 'off' })} ${field('pin', { type: 'password', autocomplete: 'off' })}
      <button type="submit" class="button" aria-disabled=${String(busy)}>
        ${say(busy ? texts.signing : texts.sign)}
      </button>
    </form>
  `;
}
