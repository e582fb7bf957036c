/**
 * The official values of one row that nobody here can change: a list of them, and one place to say which are wrong. Owns its
 * drawing and what a resident does in it; the claims themselves are the group's.
 */
import { html, noChange, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Field } from '#schemas/form/definition.ts';
import type { OfficialValue } from '#schemas/mapping/types.ts';
import { displayAnswer } from '../display.ts';
import type { FieldElement } from '../field-element.ts';
import { longestClaim } from '../official.ts';
import { noteOf } from './row-claims.ts';
import type { RowClaims } from './row-claims.ts';
import { rowPath } from './row-path.ts';

export interface Fact {
  readonly field: Field;
  readonly official: OfficialValue;
  /** `members[2].name` */
  readonly path: string;
}

/** Of the questions of a row, those whose official value nobody here can change. */
export const factsAmong = (
  group: string,
  row: number,
  fields: readonly Field[],
  officialOf: (field: Field) => OfficialValue | undefined,
): Fact[] =>
  fields.flatMap((field) => {
    const official = officialOf(field);
    return official?.policy === 'locked' ? [{ field, official, path: rowPath(group, row, field.id) }] : [];
  });

export interface RowFacts {
  readonly row: number;
  /** E.g. 「家人 3」, for those who hear the disclosure without seeing where it stands. */
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly claims: RowClaims | undefined;
  readonly errors: { readonly [path: string]: string | undefined } | undefined;
}

export function rowFacts(host: FieldElement, { row, title, facts, claims, errors }: RowFacts): TemplateResult {
  const paths = facts.map(({ path }) => path);
  const said = facts.filter(({ path }) => claims?.[path]);
  const wrong = paths.flatMap((path) => errors?.[path] ?? []);
  const choice = ({ field, path }: Fact) =>
    html`<label class="option"
      ><input
        type="checkbox"
        data-claim
        data-row=${row}
        value=${path}
        ?disabled=${host.disabled}
        .checked=${!!claims?.[path]}
      />${host.words(field.label)}</label
    >`;
  return html`<div class="official" part="facts">
    <dl>
      ${facts.map(
        ({ field, official }) =>
          html`<div>
            <dt>${host.words(field.label)}</dt>
            <dd class="value" part="value" translate="no">${displayAnswer(field, official.value, host.language)}</dd>
          </div>`,
      )}
    </dl>
    <details id="facts${row}" ?open=${said.length || wrong.length ? true : noChange}>
      <summary>${host.say('wrongQuestion')}<span class="hidden">${title}</span></summary>
      <p>${host.say('correctedBy', { agency: facts[0]!.official.provenance.agency })}</p>
      <fieldset class="verdict">
        <legend>${host.say('whichWrong')}</legend>
        ${facts.map(choice)}
      </fieldset>
      <p id="error${row}" class="error">${wrong.length ? wrong.join('；') : nothing}</p>
      ${
        said.length
          ? html`<label for="note${row}">${host.say('claimLabel')}</label>
              <textarea
                id="note${row}"
                data-claim
                data-row=${row}
                rows="2"
                maxlength=${longestClaim}
                aria-describedby="error${row}"
                aria-invalid=${wrong.length ? 'true' : nothing}
                ?disabled=${host.disabled}
                .value=${noteOf(claims, paths)}
              ></textarea>`
          : nothing
      }
    </details>
  </div>`;
}

/** What stands in the controls of a row after a resident's edit. */
export const readRow = (
  root: ParentNode,
  row: number,
): { readonly ticked: ReadonlySet<string>; readonly text: string } => ({
  ticked: new Set(
    [...root.querySelectorAll<HTMLInputElement>(`input[data-row="${row}"]:checked`)].map(({ value }) => value),
  ),
  text: root.querySelector<HTMLTextAreaElement>(`#note${row}`)?.value ?? '',
});

/** Opens what can be said about a row, and goes there. → whether the row has that */
export function focusFacts(root: ParentNode, row: number | undefined): boolean {
  const details = root.querySelector<HTMLDetailsElement>(`#facts${row}`);
  if (!details) return false;
  details.open = true;
  (details.querySelector('textarea') ?? details.querySelector('input'))!.focus();
  return true;
}
