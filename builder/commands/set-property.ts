/** One property of a question, section or step; undefined takes it away. Typing into one property coalesces. */
import { fieldKind, type FieldType } from '#schemas/form/fields/index.ts';
import type { Text } from '#schemas/text.ts';
import { gone, refuse, say, type Command } from '../model/command.ts';
import type { Json } from '../model/json.ts';
import { find, kindOf, type Part, type Ref } from '../model/locate.ts';
import { Draft } from './shared/draft.ts';
import { nameOf } from './shared/names.ts';

export interface SetProperty {
  readonly of: Ref;
  readonly key: string;
  readonly value: Json | undefined;
}

const ofEvery = ['label', 'hint', 'required', 'requiredWhen', 'show', 'fill', 'autocomplete'];

const needed = ['label', 'title'];

export const propertiesOf = (type: FieldType): readonly string[] => [
  ...ofEvery,
  ...Object.keys(fieldKind(type).settings).filter((key) => key !== 'fields'),
];

const isNeeded = (part: Part, key: string): boolean =>
  needed.includes(key) || ('type' in part && fieldKind(part.type).settings[key]?.needed === true);

const ofStep = ['title', 'hint', 'show'];
const ofSection = [...ofStep, 'role'];

const words: { readonly [key: string]: readonly [string, string] } = {
  label: ['題目文字', 'label'],
  title: ['標題', 'title'],
  hint: ['說明', 'hint'],
  required: ['必填', 'required'],
  requiredWhen: ['必填條件', 'condition for an answer'],
  show: ['顯示條件', 'condition'],
  calculate: ['計算方式', 'calculation'],
  fill: ['資料來源', 'source'],
  options: ['選項', 'options'],
  role: ['角色', 'role'],
  rows: ['資料列來源', 'rows'],
};

export const setProperty: Command<SetProperty> = {
  id: 'set-property',
  run(document, { of, key, value }) {
    const found = find(document, of);
    if (!found) return gone();
    const { part } = found;
    const allowed = 'type' in part ? propertiesOf(part.type) : kindOf(of) === 'step' ? ofStep : ofSection;
    if (!allowed.includes(key))
      return refuse('no-such-property', '這裡沒有這個設定。', `"${key}" is no property of this part.`);
    if (value === undefined && isNeeded(part, key))
      return refuse('needed', '這個設定不能是空的。', `"${key}" can not be absent.`);
    const draft = new Draft(document);
    draft.set(found.path, key, value);
    const [zh, en] = words[key] ?? ['設定', key];
    // By its new name, or the history stays one letter behind who types.
    const named = key === 'label' || key === 'title' ? (value as Partial<Text> | undefined) : undefined;
    const now = named?.['zh-Hant']?.trim() || named?.en?.trim() ? { ...part, [key]: named } : part;
    const name = nameOf({ ...found, part: now as Part });
    return {
      changes: draft.changes,
      words: say(`修改${name['zh-Hant']}的${zh}`, `Changed the ${en} of ${name.en}`),
      key: `set-property ${of} ${key}`,
    };
  },
};
