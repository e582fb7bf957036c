/** Small inputs of the properties panel; each tells the new value and keeps none. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Text } from '../../../schemas/text.ts';

export const textInput = (
  label: string,
  value: string,
  changed: (value: string) => void,
  more: { readonly lang?: string; readonly wide?: boolean } = {},
) =>
  html`<label class="control"
    ><span>${label}</span> ${
      more.wide
        ? html`<textarea
            rows="2"
            lang=${more.lang ?? nothing}
            .value=${live(value)}
            @input=${(event: Event) => changed((event.target as HTMLTextAreaElement).value)}
          ></textarea>`
        : html`<input
            lang=${more.lang ?? nothing}
            .value=${live(value)}
            @input=${(event: Event) => changed((event.target as HTMLInputElement).value)}
          />`
    }</label
  >`;

/** Both languages side by side; empty in both = undefined where `optional`. */
export const bothLanguages = (
  name: string,
  [zh, en]: readonly [string, string],
  text: Text | undefined,
  changed: (text: Text | undefined) => void,
  more: { readonly optional?: boolean; readonly wide?: boolean } = {},
) => {
  const now: Text = text ?? { 'zh-Hant': '', en: '' };
  const tell = (part: Partial<Text>): void => {
    const next = { ...now, ...part };
    changed(more.optional && !next['zh-Hant'] && !next.en ? undefined : next);
  };
  const wide = more.wide ?? false;
  return html`<fieldset class="pair">
    <legend>${name}</legend>
    ${textInput(zh, now['zh-Hant'], (value) => tell({ 'zh-Hant': value }), { lang: 'zh-Hant', wide })}
    ${textInput(en, now.en, (value) => tell({ en: value }), { lang: 'en', wide })}
  </fieldset>`;
};

export const tick = (label: string, value: boolean, changed: (value: true | undefined) => void) =>
  html`<label class="tick"
    ><input
      type="checkbox"
      .checked=${live(value)}
      @change=${(event: Event) => changed((event.target as HTMLInputElement).checked || undefined)}
    /><span>${label}</span></label
  >`;

/** Empty = undefined. */
export const numberInput = (label: string, value: number | undefined, changed: (value: number | undefined) => void) =>
  html`<label class="control short"
    ><span>${label}</span>
    <input
      type="number"
      .value=${live(value === undefined ? '' : String(value))}
      @change=${(event: Event) => {
        const { value: typed, valueAsNumber } = event.target as HTMLInputElement;
        changed(typed === '' || Number.isNaN(valueAsNumber) ? undefined : valueAsNumber);
      }}
  /></label>`;

export const choose = (
  label: string,
  value: string,
  options: readonly (readonly [value: string, label: string])[],
  changed: (value: string) => void,
) =>
  html`<label class="control"
    ><span>${label}</span>
    <select .value=${live(value)} @change=${(event: Event) => changed((event.target as HTMLSelectElement).value)}>
      ${options.map(([one, name]) => html`<option value=${one} ?selected=${one === value}>${name}</option>`)}
    </select></label
  >`;
