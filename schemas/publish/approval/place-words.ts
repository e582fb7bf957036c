/** Where a difference is, as people call it: 題目「性別」的選項「男」的文字. */
import { catalogue } from '../../datasets/catalogue.ts';
import type { Text } from '../../text.ts';
import { nameOf } from '../form-parts.ts';
import { wordOf } from '../property-words.ts';
import type { Found, Key } from './found.ts';

const say = (zh: string, en: string): Text => ({ 'zh-Hant': zh, en });

const around = new Map<string, Text>(
  Object.entries({
    service: say('服務', 'Service'),
    form: say('表單', 'Form'),
  }),
);

/** What an item of a list is called. */
const items = new Map<string, Text>(
  Object.entries({
    options: say('選項', 'option'),
    roles: say('角色', 'role'),
    ends: say('無法申請的情形', 'end'),
    purposes: say('特定目的', 'purpose'),
    replaces: say('取代的證明', 'proof replaced'),
    prepare: say('應備文件', 'thing to prepare'),
  }),
);

/** Words that mean another thing within an item than on a question. */
const within = new Map<string, Text>(
  Object.entries({
    label: say('文字', 'label'),
    value: say('代碼', 'value'),
    text: say('說明', 'text'),
    document: say('證明文件', 'document'),
    rule: say('依據的規定', 'rule'),
  }),
);

function keyWords(keys: readonly Key[]): readonly Text[] {
  return keys.flatMap((one, index) => {
    if ('item' in one) {
      const list = keys[index - 1];
      const kind = (list && 'key' in list ? items.get(list.key) : undefined) ?? say('第', 'item');
      // Of a dataset people know the name.
      const name =
        one.name ?? (list && 'key' in list && list.key === 'replaces' ? catalogue.get(one.item)?.name : undefined);
      return say(`${kind['zh-Hant']}「${name?.['zh-Hant'] || one.item}」`, `${kind.en} "${name?.en || one.item}"`);
    }
    // The list is named by its item.
    if (keys[index + 1] !== undefined && 'item' in keys[index + 1]!) return [];
    const inItem = keys[index - 1] !== undefined && 'item' in keys[index - 1]!;
    const word = (inItem ? within.get(one.key) : undefined) ?? wordOf(one.key);
    return word['zh-Hant'] === '設定' ? say(`設定「${one.key}」`, `setting "${one.key}"`) : word;
  });
}

export function placeWords({ in: where, part, keys }: Found): Text {
  const first = part ? nameOf(part) : (around.get(where) ?? say('表單', 'Form'));
  const all = [first, ...keyWords(keys)];
  return say(all.map((one) => one['zh-Hant']).join('的'), all.map((one) => one.en).join(', '));
}
