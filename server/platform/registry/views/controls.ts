/** Choices with boxes and dots, beside the console's own fields. */
import { html } from 'hono/html';
import type { Choice } from '../../staff/views/fields.ts';
import type { Html } from '../../site/views/page.ts';

interface Group {
  readonly name: string;
  /** Of the first input, where a mistake's link leads. */
  readonly id?: string;
  readonly legend: string;
  readonly hint?: string;
  readonly error?: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
}

const group =
  (type: 'radio' | 'checkbox') =>
  ({ name, id = name, legend, hint, error, choices, chosen }: Group): Html => html`
    <fieldset class="field options ${error ? 'wrong' : ''}">
      <legend>${legend}</legend>
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : ''}
      ${error ? html`<p class="error" id="${id}-error">${error}</p>` : ''}
      ${choices.map(
        ({ value, text }, index) =>
          html`<label class="check"
            ><input
              type="${type}"
              id="${index ? `${id}-${index}` : id}"
              name="${name}"
              value="${value}"
              ${chosen.includes(value) ? html`checked` : ''}
              ${error ? html`aria-invalid="true" aria-describedby="${id}-error"` : ''}
            />
            <span>${text}</span></label
          >`,
      )}
    </fieldset>
  `;

export const radios = group('radio');
export const boxes = group('checkbox');
