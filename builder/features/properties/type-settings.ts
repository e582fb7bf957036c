/** The settings that only some types of questions have: those that each type states, and a few that only the builder can draw. */
import { html, nothing } from 'lit';
import type { ChoiceField, FileField, Option, TextField } from '#schemas/form/definition.ts';
import { fieldKind, type Field } from '#schemas/form/fields/index.ts';
import type { Control } from '#schemas/form/fields/kind.ts';
import { fileKinds, kindsTaken } from '#schemas/form/file-kinds.ts';
import { textIn, type Language, type Text } from '#schemas/text.ts';
import { freshValue } from '../../commands/shared/options.ts';
import type { ListItem } from '../../commands/shared/read-list.ts';
import type { Json } from '../../model/json.ts';
import { pastedList } from '../pasted.ts';
import { bothLanguages, choose, numberInput, textInput, tick } from './controls.ts';
import { formatSettings } from './format-settings.ts';
import { say, type PropertyWord } from './property-words.ts';

/** Sets one property of the question. */
export type Put = (key: string, value: Json | undefined) => void;

/** A list was pasted into one language of an option. */
export type PasteList = (option: number, items: readonly ListItem[], into: Language) => void;

type Editor = Extract<Control<Field, string>, { readonly editor: string }>['editor'];

export function typeSettings(
  field: Field,
  language: Language,
  put: Put,
  setFormat: (pattern: string | undefined) => void,
  pasteList: PasteList,
): unknown {
  const editors: { readonly [name in Editor]: () => unknown } = {
    format: () => formatSettings(field as TextField, language, setFormat),
    options: () => optionSettings(field as ChoiceField, language, put, pasteList),
    accept: () => acceptSettings(field as FileField, language, put),
  };
  const draw = (one: Control<Field, string>): unknown =>
    'editor' in one ? editors[one.editor]() : controlOf(one, field, language, put);
  return fieldKind(field.type).panel.map((one) => {
    if (!isRow(one)) return isShown(one, field) ? draw(one) : nothing;
    const shown = one.filter((control) => isShown(control, field));
    return shown.length ? html`<div class="row">${shown.map(draw)}</div>` : nothing;
  });
}

const isRow = (
  one: Control<Field, string> | readonly Control<Field, string>[],
): one is readonly Control<Field, string>[] => Array.isArray(one);

const isShown = (one: Control<Field, string>, field: Field): boolean =>
  !('shown' in one) || one.shown === undefined || one.shown(field);

/** As the type's module states it. */
function controlOf(
  one: Exclude<Control<Field, string>, { readonly editor: string }>,
  field: Field,
  language: Language,
  put: Put,
): unknown {
  const name = textIn(one.name, language);
  const value = (field as unknown as { readonly [key: string]: unknown })[one.key];
  switch (one.control) {
    case 'number': {
      const { key, least, most = Infinity, unit = 1 } = one;
      const shown = value === undefined ? undefined : Math.round((value as number) / unit);
      return numberInput(name, unit === 1 ? (value as number | undefined) : shown, (next) =>
        put(key, least === undefined ? next : Math.min(Math.max(least, next ?? least), most) * unit),
      );
    }
    case 'text':
      return textInput(name, (value as string | undefined) ?? '', (next) => put(one.key, next.trim() || undefined));
    case 'tick': {
      const ticked = one.value ?? true;
      return tick(name, value === ticked, (on) => put(one.key, on && ticked));
    }
    case 'both': {
      const pair = [say(language, 'zh'), say(language, 'en')] as const;
      return bothLanguages(name, pair, value as Text | undefined, (text) => put(one.key, text as Json | undefined), {
        optional: one.optional ?? false,
        wide: one.wide ?? false,
      });
    }
    case 'choose':
      return choose(
        name,
        String(value),
        one.options.map(([option, words]) => [option, textIn(words, language)] as const),
        (next) => put(one.key, next),
      );
  }
}

function acceptSettings(field: FileField, language: Language, put: Put): unknown {
  const taken = kindsTaken(field.accept);
  return html`<fieldset>
    <legend>${say(language, 'accept')}</legend>
    ${fileKinds.map((kind) =>
      tick(kind.name, taken.includes(kind), (on) => {
        const next = fileKinds.filter((one) => (one === kind ? on : taken.includes(one)));
        if (next.length)
          put(
            'accept',
            next.map(({ type }) => type),
          );
      }),
    )}
    <small>${say(language, 'acceptHint')}</small>
  </fieldset>`;
}

function optionSettings(field: ChoiceField, language: Language, put: Put, paste: PasteList): unknown {
  const word = (key: PropertyWord): string => say(language, key);
  const { options } = field;
  const set = (next: readonly Option[]): void => put('options', next as unknown as Json);
  const replace = (index: number, part: Partial<Option>): void =>
    set(options.map((option, at) => (at === index ? { ...option, ...part } : option)));
  const swap = (index: number): void =>
    set(
      options.map(
        (option, at) => (at === index - 1 ? options[index] : at === index ? options[index - 1] : option) as Option,
      ),
    );
  return html`
    <fieldset>
      <legend>${word('options')}</legend>
      <ol class="options">
        ${options.map(
          (option, index) =>
            html`<li>
              ${bothLanguages(
                say(language, 'option', { n: index + 1 }),
                [word('zh'), word('en')],
                option.label,
                (label) => label && replace(index, { label }),
                {
                  pasted: (event, into) => {
                    const items = pastedList(event);
                    if (items) paste(index, items, into);
                  },
                },
              )}
              <div class="row" role="group" aria-label=${say(language, 'option', { n: index + 1 })}>
                ${textInput(word('value'), option.value, (value) => value && replace(index, { value }))}
                <button
                  type="button"
                  class="quiet"
                  ?disabled=${index === 0}
                  aria-label=${say(language, 'optionUp', { n: index + 1 })}
                  @click=${() => swap(index)}
                >
                  ↑
                </button>
                <button
                  type="button"
                  class="quiet"
                  ?disabled=${options.length < 2}
                  aria-label=${say(language, 'removeOption', { n: index + 1 })}
                  @click=${() => set(options.filter((_one, at) => at !== index))}
                >
                  ✕
                </button>
              </div>
            </li>`,
        )}
      </ol>
      <button type="button" @click=${() => set([...options, newOption(options)])}>＋ ${word('addOption')}</button>
    </fieldset>
  `;
}

function newOption(options: readonly Option[]): Option {
  const value = freshValue(options);
  const n = value.slice('option'.length);
  return { value, label: { 'zh-Hant': `選項 ${n}`, en: `Option ${n}` } };
}
