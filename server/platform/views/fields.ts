/** One question of a form: label, hint and input together. */
import { html } from 'hono/html';
import type { Html } from './page.ts';

export interface InputOptions {
  readonly id: string;
  /** Absent: the value is for the page's script only and is never sent. */
  readonly name?: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'password';
  readonly numeric?: boolean;
  readonly maxLength?: number;
  readonly width?: 'short' | 'medium';
  /** As typed before; never for secrets. */
  readonly value?: string;
}

export const input = ({
  id,
  name,
  label,
  hint,
  type = 'text',
  numeric,
  maxLength = 40,
  width = 'medium',
  value,
}: InputOptions): Html => html`
  <div class="field">
    <label for="${id}">${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : ''}
    <input
      class="${width}"
      id="${id}"
      ${name ? html`name="${name}"` : ''}
      type="${type}"
      required
      ${value ? html`value="${value}"` : ''}
      maxlength="${maxLength}"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
      ${numeric ? html`inputmode="numeric"` : ''}
      ${hint ? html`aria-describedby="${id}-hint"` : ''}
    />
  </div>
`;
