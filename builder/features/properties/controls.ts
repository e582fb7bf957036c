/** Small inputs of the properties panel; each tells the new value and keeps none. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { composing } from '#schemas/keyboard/composing.ts';
import { pasteInOneLine } from '../pasted.ts';
import type { Language, Text } from '#schemas/text.ts';

/** Words that stand below an input. `id` is needed for them. */
interface Told {
  readonly id?: string;
  readonly hint?: string;
  readonly error?: string;
}

const describedBy = ({ id, hint, error }: Told) =>
  id !== undefined && (hint !== undefined || error !== undefined) ? `${id}-told` : nothing;

/** In one place, so that what is wrong does not move what stands below while somebody types. */
const told = (more: Told) =>
  describedBy(more) === nothing
    ? nothing
    : html`<small id=${`${more.id}-told`}
        >${more.error === undefined ? nothing : html`<span class="wrong">${more.error}</span> `}${more.hint}</small
      >`;

export const textInput = (
  label: string,
  value: string,
  changed: (value: string) => void,
  more: { readonly lang?: string; readonly wide?: boolean } & Told & {
      readonly type?: 'email';
      /** What was pasted; a list is not put into one line where somebody takes it. */
      readonly pasted?: (event: ClipboardEvent) => void;
    } = {},
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
              type=${more.type ?? 'text'}
              lang=${more.lang ?? nothing}
              aria-describedby=${describedBy(more)}
              aria-invalid=${more.error === undefined ? nothing : 'true'}
              .value=${live(value)}
              @paste=${(event: ClipboardEvent) => {
                more.pasted?.(event);
                if (!event.defaultPrevented) pasteInOneLine(event);
              }}
              @input=${(event: Event) => changed((event.target as HTMLInputElement).value)}
            />`
      }</label
    >${told(more)}`;

/** Both languages side by side; empty in both = undefined where `optional`. */
export const bothLanguages = (
  name: string,
  [zh, en]: readonly [string, string],
  text: Text | undefined,
  changed: (text: Text | undefined) => void,
  more: {
    readonly optional?: boolean;
    readonly wide?: boolean;
    readonly pasted?: (event: ClipboardEvent, language: Language) => void;
  } = {},
) => {
  const now: Text = text ?? { 'zh-Hant': '', en: '' };
  const tell = (part: Partial<Text>): void => {
    const next = { ...now, ...part };
    changed(more.optional && !next['zh-Hant'] && !next.en ? undefined : next);
  };
  const wide = more.wide ?? false;
  const pasted = (language: Language) =>
    more.pasted ? { pasted: (event: ClipboardEvent) => more.pasted?.(event, language) } : {};
  return html`<fieldset class="pair">
    <legend>${name}</legend>
    ${textInput(zh, now['zh-Hant'], (value) => tell({ 'zh-Hant': value }), {
      ...{ lang: 'zh-Hant', wide },
      ...pasted('zh-Hant'),
    })}
    ${textInput(en, now.en, (value) => tell({ en: value }), {
      ...{ lang: 'en', wide },
      ...pasted('en'),
    })}
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

/** While a select is closed, each arrow key already chooses: what does much waits for Enter, or until it is left. */
function late(changed: (value: string) => void) {
  const commit = (select: HTMLSelectElement): void => {
    delete select.dataset['turned'];
    changed(select.value);
  };
  return {
    key(event: KeyboardEvent): void {
      if (composing(event)) return;
      const select = event.currentTarget as HTMLSelectElement;
      select.dataset['key'] = event.key;
      if (event.key !== 'Enter' || select.dataset['turned'] === undefined) return;
      event.preventDefault();
      commit(select);
    },
    change(event: Event): void {
      const select = event.currentTarget as HTMLSelectElement;
      if (/^(Arrow|Page|Home|End|[^ ]$)/.test(select.dataset['key'] ?? '')) select.dataset['turned'] = '';
      else commit(select);
    },
    blur(event: Event): void {
      const select = event.currentTarget as HTMLSelectElement;
      if (select.dataset['turned'] !== undefined) commit(select);
    },
    press: (event: Event): void => void delete (event.currentTarget as HTMLSelectElement).dataset['key'],
  };
}

export const choose = (
  label: string,
  value: string,
  options: readonly (readonly [value: string, label: string])[],
  changed: (value: string) => void,
  more: Told & { readonly late?: true } = {},
) => {
  const by = more.late ? late(changed) : undefined;
  return html`<label class="control"
      ><span>${label}</span>
      <select
        aria-describedby=${describedBy(more)}
        .value=${live(value)}
        @keydown=${by?.key ?? nothing}
        @pointerdown=${by?.press ?? nothing}
        @blur=${by?.blur ?? nothing}
        @change=${by?.change ?? ((event: Event) => changed((event.target as HTMLSelectElement).value))}
      >
        ${options.map(([one, name]) => html`<option value=${one} ?selected=${one === value}>${name}</option>`)}
      </select></label
    >${told(more)}`;
};
