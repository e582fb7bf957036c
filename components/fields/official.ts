/**
 * What is drawn around an official value, by policy, and what a resident says beside it.
 * Only called where there is one: an ordinary question pays nothing for it.
 */
import { html, noChange, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { AnswerValue } from '#schemas/form/answers.ts';
import type { Field } from '#schemas/form/definition.ts';
import type { OfficialValue } from '#schemas/mapping/types.ts';
import type { Language, Text } from '#schemas/text.ts';
import type { fieldMessages } from '../i18n/field-messages.ts';
import type { Params } from '../i18n/translator.ts';
import { displayAnswer } from './display.ts';
import type { Claim, Piece } from './claim.ts';
import { isChanged } from './official-state.ts';
import { timeText } from './roc-time.ts';

/** The element around it: what is drawn here asks and tells it this much. */
export interface OfficialHost {
  readonly field: Field;
  readonly name: string;
  readonly value: AnswerValue | undefined;
  readonly official?: OfficialValue | undefined;
  claim?: Claim | undefined;
  readonly error?: string | undefined;
  readonly language: Language;
  readonly disabled: boolean;
  readonly compact?: boolean | undefined;
  words(text: Text | undefined): string | undefined;
  say(key: keyof typeof fieldMessages, params?: Params): string;
  edit(value: AnswerValue | undefined): void;
  fire(type: string, detail?: unknown): void;
  focus(): void;
}

/** Characters. */
export const longestClaim = 300;

export const sourceLine = (host: OfficialHost, { provenance }: OfficialValue): TemplateResult =>
  html`<p id="s" class="source" part="source">
    <b class="badge">${host.say('official')}</b>
    ${
      host.compact
        ? nothing
        : host.say('source', { agency: provenance.agency, time: timeText(provenance.issuedAt, host.language) })
    }
  </p>`;

const claimBox = (host: OfficialHost, label: 'claimLabel' | 'reasonLabel'): TemplateResult =>
  html`<label for="c">${host.say(label)}</label>
    <textarea
      id="c"
      data-claim
      rows="2"
      maxlength=${longestClaim}
      aria-describedby="e"
      ?disabled=${host.disabled}
      .value=${host.claim?.text ?? ''}
    ></textarea>`;

const verdict = (host: OfficialHost): TemplateResult => {
  const answered = host.value !== undefined;
  const radio = (choice: 'correct' | 'wrong', checked: boolean) =>
    html`<label class="option"
      ><input
        type="radio"
        name="verdict"
        data-claim
        value=${choice}
        aria-describedby="e"
        ?disabled=${host.disabled}
        .checked=${checked}
      />${host.say(choice)}</label
    >`;
  return html`<fieldset class="verdict">
    <legend>${host.say('confirmQuestion')}</legend>
    ${radio('correct', answered && !host.claim)}${radio('wrong', answered && !!host.claim)}
    ${answered && host.claim ? claimBox(host, 'claimLabel') : nothing}
  </fieldset>`;
};

/** `locked` and `confirm`: the value as text, where it comes from, and what to do when it is wrong. */
export const readOnly = (host: OfficialHost, official: OfficialValue): TemplateResult => {
  const corrected = html`<p>${host.say('correctedBy', { agency: official.provenance.agency })}</p>`;
  return html`<div class="official" role="group" aria-labelledby="l" aria-describedby="e s">
    <p id="l" class="label" part="label">${host.words(host.field.label)}</p>
    <p id="e" part="error">${host.error}</p>
    <p class="value" part="value" translate="no">${displayAnswer(host.field, official.value, host.language)}</p>
    ${sourceLine(host, official)}
    ${
      official.policy === 'confirm'
        ? html`${verdict(host)}${host.claim ? corrected : nothing}`
        : html`<details
            ?open=${
              // Emptying the note must not close it under the hands.
              host.claim ? true : noChange
            }
          >
            <summary>${host.say('wrongQuestion')}</summary>
            ${corrected}${claimBox(host, 'claimLabel')}
          </details>`
    }
  </div>`;
};

/** `editable` and `compare`: what stands below the ordinary question. */
export const besideQuestion = (host: OfficialHost, official: OfficialValue): Piece => {
  if (official.policy === 'compare')
    return html`<p id="s" class="source" part="source">
      ${host.say('compareNote', { agency: official.provenance.agency })}
    </p>`;
  if (official.value === undefined) return nothing;
  const changed = isChanged(official, host.value);
  return html`${sourceLine(host, official)}
  ${
    changed
      ? html`<div class="changed">
          <p>${host.say('officialValue', { value: displayAnswer(host.field, official.value, host.language) })}</p>
          <button type="button" class="quiet" ?disabled=${host.disabled} @click=${() => restore(host, official)}>
            ${host.say('restore')}
          </button>
          ${claimBox(host, 'reasonLabel')}
        </div>`
      : nothing
  }`;
};

const setClaim = (host: OfficialHost, claim: Claim | undefined): void => {
  host.claim = claim;
  host.fire('mydata-claim-changed', { claim, path: host.name });
};

const restore = (host: OfficialHost, official: OfficialValue): void => {
  host.edit(official.value);
  if (host.claim) setClaim(host, undefined);
  host.focus();
};

/** A resident's edit of the radios or the textarea beside an official value. */
export const noteClaim = (host: OfficialHost, control: HTMLInputElement | HTMLTextAreaElement): void => {
  const { official } = host;
  if (!official) return;
  if (control.type === 'radio') {
    const old = host.claim;
    const claim = control.value === 'wrong' ? (old ?? { kind: 'wrong' as const, text: '' }) : undefined;
    if (host.value === undefined) host.edit(official.value);
    if (claim !== old) setClaim(host, claim);
    return;
  }
  const text = control.value;
  const kind = official.policy === 'editable' ? 'changed' : 'wrong';
  if (text === (host.claim?.text ?? '')) return;
  // Under `confirm` the radio says that something is wrong, even before a word is written.
  setClaim(host, text || official.policy === 'confirm' ? { kind, text } : undefined);
};
