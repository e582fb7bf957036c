/**
 * A pasted list becomes options behind the one that it was pasted into; what stands there stays. Where nobody had written
 * anything yet, the list stands in its place.
 */
import { folded } from '#schemas/taiwan/plain-text.ts';
import { mostOptions } from '#schemas/form/form-budget.ts';
import type { Condition, Option } from '#schemas/form/definition.ts';
import type { Language } from '#schemas/text.ts';
import { gone, refuse, say, type Command } from '../model/command.ts';
import type { BuilderDocument } from '../model/document.ts';
import { isList, type Json } from '../model/json.ts';
import { findField, partsOf, type Ref } from '../model/locate.ts';
import { conditionKeys, ruleAt } from '../model/references.ts';
import { Draft } from './shared/draft.ts';
import { freshValue, isUntouched } from './shared/options.ts';
import type { ListItem } from './shared/read-list.ts';
import { isObject } from '#schemas/json.ts';

export interface PasteOptions {
  readonly question: Ref;
  /** The option that it was pasted into. */
  readonly at: number;
  readonly items: readonly ListItem[];
  readonly language: Language;
}

export const pasteOptions: Command<PasteOptions> = {
  id: 'paste-options',
  run(document, { question, at, items, language }) {
    const found = findField(document, question);
    if (found?.part.type !== 'choice') return gone();
    const { options } = found.part;
    const compared = comparedValues(document);
    const free = (option: Option): boolean => isUntouched(option) && !compared.has(option.value);
    const into = options[at];
    const replaced = into !== undefined && isUntouched(into);
    const before = options.slice(0, replaced ? at : at + 1);
    const after = options.slice(at + 1);
    // Of a new question, the ones that come with it.
    const written = after.findIndex((one) => !free(one));
    const kept = !replaced ? after : written < 0 ? [] : after.slice(written);
    const seen = new Set([...before, ...kept].flatMap(({ label }) => [plain(label['zh-Hant']), plain(label.en)]));
    seen.delete('');
    const doubles: string[] = [];
    const left: string[] = [];
    const made: Option[] = [];
    for (const item of items) {
      if (seen.has(plain(item.text))) doubles.push(item.text);
      else if (before.length + kept.length + made.length >= mostOptions) left.push(item.text);
      else {
        seen.add(plain(item.text));
        // What conditions ask for stays what they ask for.
        const value = replaced && !made.length ? into.value : freshValue([...options, ...made]);
        made.push({ value, label: labelOf(item, language), ...hintOf(item) });
      }
    }
    const [zhTold, enTold] = told(doubles, left.length);
    if (!made.length) return refuse('no-new-option', `沒有新的選項${zhTold || '。'}`, `No new options${enTold || '.'}`);
    const draft = new Draft(document);
    draft.set(found.path, 'options', [...before, ...made, ...kept]);
    const words = say(`貼上 ${made.length} 個選項${zhTold}`, `Pasted ${made.length} options${enTold}`);
    return { changes: draft.changes, words, ...(doubles.length || left.length ? { told: words } : {}) };
  },
};

export interface PasteTranslations {
  readonly question: Ref;
  readonly at: number;
  readonly items: readonly ListItem[];
}

/** A pasted list of English: one line for each option, from this one on. */
export const pasteTranslations: Command<PasteTranslations> = {
  id: 'paste-translations',
  run(document, { question, at, items }) {
    const found = findField(document, question);
    if (found?.part.type !== 'choice') return gone();
    const { options } = found.part;
    const taken = Math.min(items.length, options.length - at);
    const draft = new Draft(document);
    draft.set(
      found.path,
      'options',
      options.map((option, index) => {
        const item = index >= at ? items[index - at] : undefined;
        return item ? { ...option, label: { ...option.label, en: item.text } } : option;
      }),
    );
    const more = items.length - taken;
    const words = say(
      `貼上 ${taken} 個選項的英文${more ? `；後面沒有選項了，有 ${more} 行沒有用到` : ''}`,
      `Pasted the English of ${taken} options${more ? `; ${more} lines had no option` : ''}`,
    );
    return { changes: draft.changes, words, ...(more ? { told: words } : {}) };
  },
};

const plain = (text: string | undefined): string => folded(text ?? '').replaceAll(' ', '');

const labelOf = ({ text, en }: ListItem, language: Language): Option['label'] =>
  language === 'en' ? { 'zh-Hant': '', en: text } : { 'zh-Hant': text, en: en ?? '' };

const hintOf = ({ hint }: ListItem): Pick<Option, 'hint'> =>
  hint === undefined ? {} : { hint: { 'zh-Hant': hint, en: '' } };

const mostNamed = 5;

function told(doubles: readonly string[], left: number): readonly [zh: string, en: string] {
  const some = [...new Set(doubles)];
  const more = some.length > mostNamed;
  const shown = some.slice(0, mostNamed);
  const zh = [
    ...(some.length
      ? [`；${shown.map((one) => `「${one}」`).join('')}${more ? `等 ${some.length} 個` : ''}已經有了，沒有重複加入`]
      : []),
    ...(left ? [`；一題最多 ${mostOptions.toLocaleString('en')} 個選項，後面 ${left} 個沒有加入`] : []),
  ];
  const en = [
    ...(some.length
      ? [
          `; ${shown.map((one) => `"${one}"`).join(', ')}${more ? ` and ${some.length - mostNamed} more` : ''} were there already`,
        ]
      : []),
    ...(left ? [`; at most ${mostOptions.toLocaleString('en')} options, ${left} were left out`] : []),
  ];
  return [zh.join(''), en.join('')];
}

/** Texts that some rule of the form compares with. */
function comparedValues(document: BuilderDocument): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (node: Json | undefined): void => {
    if (typeof node === 'string') found.add(node);
    else if (isList(node)) node.forEach(walk);
    else if (isObject(node)) Object.values(node).forEach(walk);
  };
  const rules: (Condition | undefined)[] = [...partsOf(document).values()].flatMap(({ part }) =>
    conditionKeys.map((key) => ruleAt(part, key)),
  );
  for (const rule of [...rules, ...(document.form.ends ?? []).map(({ when }) => when)]) walk(rule as Json | undefined);
  return found;
}
