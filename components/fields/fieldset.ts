import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { FieldElement } from './field-element.ts';
import type { Piece } from './claim.ts';

/** A question of several controls: the label is the legend, hint and error belong to the whole. */
export const fieldset = (host: FieldElement, controls: unknown, beside: Piece): TemplateResult =>
  html`<fieldset aria-describedby="e h s" ?disabled=${host.disabled}>
    <legend part="label">${host.caption}</legend>
    <p id="h" part="hint">${host.words(host.field.hint)}</p>
    <p id="e" part="error">${host.error}</p>
    ${controls}${beside}
  </fieldset>`;

/** `aria-invalid` of a single control. */
export const invalid = (host: FieldElement) => (host.error ? 'true' : nothing);

/** `aria-invalid` of one control of several: of those that are wrong by themselves, or of all where none is. */
export const invalidPart = <Part extends string>(host: FieldElement, wrong: readonly Part[], part: Part) =>
  host.error && (wrong.length === 0 || wrong.includes(part)) ? 'true' : nothing;
