/** Whether a difference may skip approval, and why. Refuses by default: what is not on the closed list counts. */
import type { Text } from '../../text.ts';
import { isText } from '../texts.ts';
import type { Found } from './found.ts';
import { onlySpacing, slipsBetween } from './same-wording.ts';

const say = (zh: string, en: string): Text => ({ 'zh-Hant': zh, en });

/** `*` stands for an item of a list. */
const nameOf = (found: Found): string =>
  [found.in, ...found.keys.map((one) => ('key' in one ? one.key : '*'))].join('.');

/** Help beside a question: a slip in it changes nothing that is asked, told or sworn. */
const helps = new Set(['step.hint', 'section.hint', 'field.hint', 'field.options.*.hint', 'form.intro']);

/**
 * Texts whose spacing is free. Not among them: who asks (`agency`), what is declared (`statement`), what names a unit, and
 * whatever this list does not know.
 */
const spaced = new Set([
  ...helps,
  ...['step.title', 'section.title', 'field.label', 'field.options.*.label', 'field.rowTitle'],
  ...['form.title', 'form.ends.*.title', 'form.ends.*.text', 'form.roles.*.title'],
  ...['name', 'summary', 'audience', 'prepare.*', 'fee', 'legalBasis', 'purpose', 'manual'].map(
    (key) => `service.${key}`,
  ),
  ...['contact.unit', 'contact.hours'].map((key) => `service.${key}`),
  ...['dataClasses', 'period', 'area', 'recipients', 'manner', 'rights', 'ifRefused', 'source'].map(
    (key) => `service.notice.${key}`,
  ),
]);

export interface Verdict {
  readonly harmless: boolean;
  readonly why: Text;
}

const spacing: Verdict = {
  harmless: true,
  why: say('只有空白或標點的全形、半形不同。', 'Only white space or the width of punctuation is different.'),
};

function skipped({ before, after, ...found }: Found): Verdict | undefined {
  if (found.what !== 'changed' || !isText(before) || !isText(after)) return undefined;
  const name = nameOf(found as Found);
  const [zh, en] = (['zh-Hant', 'en'] as const).map((language) =>
    onlySpacing(before[language] ?? '', after[language] ?? ''),
  );
  if (!en) return undefined;
  if (zh) return spaced.has(name) && typeof before.en === typeof after.en ? spacing : undefined;
  const slips = helps.has(name) ? slipsBetween(before['zh-Hant'], after['zh-Hant']) : undefined;
  if (!slips) return undefined;
  const list = slips.map(({ from, to }) => (to ? `${from}→${to}` : `${from}${from}→${from}`));
  return {
    harmless: true,
    why: say(`說明文字的錯字更正：${list.join('、')}。`, `A slip in a help text put right: ${list.join(', ')}.`),
  };
}

const told = say(
  '告知事項、法律依據或聲明改變了。',
  'What residents are told, the legal basis or a declaration has changed.',
);
const asked = say(
  '向 MyData 要求的資料，或官方資料的處理方式改變了。',
  'What is asked of MyData, or what becomes of it, has changed.',
);
const sent = say('題目、選項或規則改變了。', 'Questions, options or rules have changed.');
const seen = say('民眾或承辦人看到的文字改變了。', 'What residents or clerks read has changed.');
const service = say('服務的說明或聯絡方式改變了。', 'The description of the service or whom to ask has changed.');

const toldKeys = [
  ...['notice', 'legalBasis', 'extraDatasetsBasis', 'agentBasis', 'purpose', 'purposes', 'retentionDays', 'replaces'],
  'statement',
];
const askedKeys = ['fill', 'rows', 'datasets', 'dataset'];

function reasonOf({ what, in: where, keys: [first], before, after }: Found): Text {
  const key = first && 'key' in first ? first.key : '';
  if (toldKeys.includes(key)) return told;
  if (askedKeys.includes(key)) return asked;
  if (where === 'service') return service;
  return what === 'changed' && isText(before) && isText(after) ? seen : sent;
}

export const judge = (found: Found): Verdict => skipped(found) ?? { harmless: false, why: reasonOf(found) };
