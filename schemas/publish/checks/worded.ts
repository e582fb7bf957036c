/** Words that nobody has written yet: blank ones, and those that only held the place. Titles that are empty are `named`'s. */
import type { FormDocument } from '../form-document.ts';
import { isBlank } from '../blank.ts';
import { blocks, say, type Check, type Finding } from '../check.ts';
import { isPlaceholder } from '../placeholders.ts';
import { nameOf, partByRef } from '../form-parts.ts';
import type { TaskFix } from '../task.ts';
import { textsOf, type TextAt } from '../texts.ts';
import type { Text } from '../../text.ts';

const named = /(?:\.label|\.title|\.rowTitle|\.statement)$/;
const mayGo = /\.(?:hint|intro|unit)$/;

/** 題目「電話」的說明 */
function placeOf({ form }: FormDocument, { place, key }: TextAt): Text {
  const part = place.part === undefined ? undefined : partByRef(form, place.part);
  const [, last = ''] = /\.([A-Za-z]+)$/.exec(key) ?? [];
  const [zh, en] = what[last] ?? ['文字', 'text'];
  if (part) {
    const option = /\.options\./.test(key) ? ['的選項', ', option'] : ['', ''];
    const of = nameOf(part);
    if (last === 'label' && !option[0]) return of;
    if (last === 'title') return of;
    return say(
      `${of['zh-Hant']}${option[0]}${option[0] && last === 'label' ? '' : `的${zh}`}`,
      `${of.en}${option[1]}${option[1] && last === 'label' ? '' : `, ${en}`}`,
    );
  }
  if (key === 'form.title') return say('表單標題', 'The title of the form');
  if (key === 'form.intro') return say('表單開頭說明', 'The introduction of the form');
  if (key.startsWith('form.roles.')) return say('表單上的人的稱呼', 'The name of a person on the form');
  if (key.startsWith('form.ends.')) return say(`無法申請的情形的${zh}`, `An end of the form, ${en}`);
  if (key === 'service.name') return say('服務名稱', 'The name of the service');
  return say('服務設定', 'The service');
}

const what: Readonly<Record<string, readonly [string, string]>> = {
  label: ['文字', 'label'],
  title: ['標題', 'title'],
  hint: ['說明', 'hint'],
  unit: ['單位', 'unit'],
  text: ['文字', 'text'],
  rowTitle: ['每一筆的名稱', 'name of a row'],
  statement: ['聲明內容', 'statement'],
};

const quote = (text: string): string => `「${text.length > 24 ? `${text.slice(0, 24)}…` : text}」`;

/** A hint of nothing but spaces can go. */
function removing({ place, key }: TextAt): TaskFix | undefined {
  if (!mayGo.test(key) || /\.options\./.test(key)) return undefined;
  const label = say('移除', 'Remove');
  if (place.part !== undefined)
    return { label, commands: [{ id: 'set-property', args: { of: place.part, key: place.key } }] };
  return key === 'form.intro'
    ? { label, commands: [{ id: 'set-service', args: { of: 'form', keys: ['intro'] } }] }
    : undefined;
}

function blank(document: FormDocument, at: TextAt): readonly Finding[] {
  const { key, text, place } = at;
  // Of the service and of parts' own titles the other checks speak.
  if (key.startsWith('service.') || key === 'form.title' || !isBlank(text['zh-Hant'])) return [];
  if (place.part !== undefined && named.test(key)) return [];
  const where = placeOf(document, at);
  return [
    blocks(
      'text-blank',
      isBlank(text.en)
        ? say(`${where['zh-Hant']}是空白的。`, `${where.en} is blank.`)
        : say(`${where['zh-Hant']}只有英文，沒有中文。`, `${where.en} is in English alone.`),
      place,
      isBlank(text.en) ? removing(at) : undefined,
    ),
  ];
}

function placeholder(document: FormDocument, at: TextAt): readonly Finding[] {
  const { key, text, place } = at;
  const signs = /\.options\.|\.unit$/.test(key);
  const held = (['zh-Hant', 'en'] as const).map((one) => text[one]).find((one) => isPlaceholder(one, { signs }));
  if (held === undefined) return [];
  const where = placeOf(document, at);
  return [
    blocks(
      'placeholder',
      say(
        `${where['zh-Hant']}還是${quote(held)}，請改成民眾看得懂的文字。`,
        `${where.en} still says "${held.slice(0, 24)}"; write what residents will understand.`,
      ),
      place,
    ),
  ];
}

export const worded: Check = {
  group: 'texts',
  code: 'worded',
  done: say('沒有空白或還沒改的文字', 'No text is blank or still holds the place of another'),
  find: ({ document }) => textsOf(document).flatMap((at) => [...blank(document, at), ...placeholder(document, at)]),
};
