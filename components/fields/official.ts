/**
 * What is drawn around an official value, by policy, and what a resident says beside it.
 * Only called where there is one: an ordinary question pays nothing for it.
 */
import { html, noChange, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { OfficialValue } from '../../schemas/mapping/types.ts';
import { displayAnswer } from './display.ts';
import type { FieldElement } from './field-element.ts';
import type { Claim, Piece } from './claim.ts';
import { isChanged } from './official-state.ts';
import { timeText } from './roc-time.ts';

/** Characters. */
export const longestClaim = 300;

export const sourceLine = (host: FieldElement, { provenance }: OfficialValue): TemplateResult =>
  html`<p id="s" class="source" part="source">
    <b class="badge">${host.say('official')}</b>
    ${
      host.compact
        ? nothing
        : host.say('source', { agency: provenance.agency, time: timeText(provenance.issuedAt, host.language) })
    }
  </p>`;

const claimBox = (host: FieldElement, label: 'claimLabel' | 'reasonLabel'): TemplateResult =>
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

const verdict = (host: FieldElement): TemplateResult => {
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
export const readOnly = (host: FieldElement, official: OfficialValue): TemplateResult => {
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
export const besideQuestion = (host: FieldElement, official: OfficialValue): Piece => {
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

const setClaim = (host: FieldElement, claim: Claim | undefined): void => {
  host.claim = claim;
  host.fire('mydata-claim-changed', { claim, path: host.name });
};

const restore = (host: FieldElement, official: OfficialValue): void => {
  host.edit(official.value);
  if (host.claim) setClaim(host, undefined);
  host.focus();
};

/** A resident's edit of the radios or the textarea beside an official value. */
export const noteClaim = (host: FieldElement, control: HTMLInputElement | HTMLTextAreaElement): void => {
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
