/** The settings that only some types of questions have. */
import { html, nothing } from 'lit';
import type { ChoiceField, Field, Option } from '#schemas/form/definition.ts';
import { fileKinds, kindsTaken, mostBytes, mostFiles } from '#schemas/form/file-kinds.ts';
import type { Language } from '#schemas/text.ts';
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

const megabyte = 1024 * 1024;

export function typeSettings(
  field: Field,
  language: Language,
  put: Put,
  setFormat: (pattern: string | undefined) => void,
  pasteList: PasteList,
): unknown {
  const word = (key: PropertyWord): string => say(language, key);
  const pair = [word('zh'), word('en')] as const;
  const number = (key: PropertyWord, value: number | undefined, name: string = key) =>
    numberInput(word(key), value, (next) => put(name, next));
  switch (field.type) {
    case 'text':
      return html`<div class="row">${number('minLength', field.minLength)}${number('maxLength', field.maxLength)}</div>
        ${formatSettings(field, language, setFormat)}`;
    case 'long-text':
      return html`<div class="row">
        ${number('minLength', field.minLength)}${number('maxLength', field.maxLength)}${number('lines', field.rows, 'rows')}
      </div>`;
    case 'number':
      return html`<div class="row">${number('minimum', field.minimum)}${number('maximum', field.maximum)}</div>
        ${tick(word('integer'), field.integer ?? false, (value) => put('integer', value))}
        ${bothLanguages(word('unit'), pair, field.unit, (text) => put('unit', text as Json | undefined), { optional: true })}`;
    case 'roc-date':
      return html`${textInput(word('earliest'), field.earliest ?? '', (value) => put('earliest', isoDate(value)))}
      ${tick(word('latestToday'), field.latest === 'today', (value) => put('latest', value ? 'today' : undefined))}
      ${
        field.latest === 'today'
          ? nothing
          : textInput(word('latest'), field.latest ?? '', (value) => put('latest', isoDate(value)))
      }`;
    case 'national-id':
      return tick(word('citizenOnly'), field.citizenOnly ?? false, (value) => put('citizenOnly', value));
    case 'phone':
      return tick(word('mobileOnly'), field.mobileOnly ?? false, (value) => put('mobileOnly', value));
    case 'choice':
      return choiceSettings(field, language, put, pasteList);
    case 'file':
      return html`<fieldset>
          <legend>${word('accept')}</legend>
          ${fileKinds.map((kind) => {
            const taken = kindsTaken(field.accept);
            return tick(kind.name, taken.includes(kind), (on) => {
              const next = fileKinds.filter((one) => (one === kind ? on : taken.includes(one)));
              if (next.length)
                put(
                  'accept',
                  next.map(({ type }) => type),
                );
            });
          })}
          <small>${word('acceptHint')}</small>
        </fieldset>
        <div class="row">
          ${numberInput(word('maxFiles'), field.maxFiles, (value) => put('maxFiles', Math.min(Math.max(1, value ?? 1), mostFiles)))}
          ${numberInput(word('maxBytes'), Math.round(field.maxBytes / megabyte), (value) =>
            put('maxBytes', Math.min(Math.max(1, value ?? 1) * megabyte, mostBytes)),
          )}
        </div>`;
    case 'declaration':
      return bothLanguages(
        word('statement'),
        pair,
        field.statement,
        (text) => put('statement', text as Json | undefined),
        {
          wide: true,
        },
      );
    case 'group':
      return html`${bothLanguages(word('rowTitle'), pair, field.rowTitle, (text) => put('rowTitle', text as Json | undefined))}
        <div class="row">
          ${number('minRows', field.minRows)}
          ${numberInput(word('maxRows'), field.maxRows, (value) => put('maxRows', Math.max(1, value ?? 1)))}
        </div>`;
    default:
      return nothing;
  }
}

const isoDate = (text: string): string | undefined => text.trim() || undefined;

function choiceSettings(field: ChoiceField, language: Language, put: Put, paste: PasteList): unknown {
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
    ${choose(
      word('as'),
      field.as,
      (['radio', 'select', 'checkboxes'] as const).map((as) => [as, word(as)] as const),
      (value) => put('as', value),
    )}
    ${
      field.as === 'checkboxes'
        ? html`<div class="row">
            ${numberInput(word('minItems'), field.minItems, (value) => put('minItems', value))}
            ${numberInput(word('maxItems'), field.maxItems, (value) => put('maxItems', value))}
          </div>`
        : nothing
    }
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
