/** Two documents → what is different, in plain words. Parts are known by their ids, so one that was moved is no new one. */
import type { Text } from '../text.ts';
import type { FormDocument } from './form-document.ts';
import type { Difference } from './diff.ts';
import { movedAmong } from './moved-among.ts';
import { nameOf, partsOf, type PartAt } from './form-parts.ts';
import { codeWord, wordOf } from './property-words.ts';
import { same } from './same.ts';
import { isText } from './texts.ts';

const say = (zh: string, en: string): Text => ({ 'zh-Hant': zh, en });

type Node = { readonly [key: string]: unknown };

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** How a value reads in a sentence; undefined where it is no simple one. */
function read(value: unknown, key: string): Text | undefined {
  if (value === undefined) return undefined;
  const code = codeWord(key, value);
  if (code) return say(`「${code['zh-Hant']}」`, `"${code.en}"`);
  if (isText(value)) return say(`「${short(value['zh-Hant'])}」`, `"${short(value.en || value['zh-Hant'])}"`);
  if (value === true) return say('是', 'yes');
  if (value === false) return say('否', 'no');
  if (typeof value === 'string' || typeof value === 'number') return say(`「${value}」`, `"${value}"`);
  return undefined;
}

function changeWords(where: Text, key: string, before: unknown, after: unknown): Text {
  const word = wordOf(key);
  if (key === 'required')
    return after
      ? say(`${where['zh-Hant']}改為必填`, `${where.en} is required now`)
      : say(`${where['zh-Hant']}不再必填`, `${where.en} is no longer required`);
  if (before === undefined) {
    const value = read(after, key);
    return say(
      `${where['zh-Hant']}加上${word['zh-Hant']}${value ? value['zh-Hant'] : ''}`,
      `${where.en}: ${word.en} ${value ? `${value.en} ` : ''}added`,
    );
  }
  if (after === undefined) return say(`${where['zh-Hant']}拿掉${word['zh-Hant']}`, `${where.en}: ${word.en} removed`);
  const [a, b] = [read(before, key), read(after, key)];
  if (isText(before) && isText(after) && before['zh-Hant'] === after['zh-Hant'])
    return say(
      `${where['zh-Hant']}的${word['zh-Hant']}改了英文：「${short(before.en)}」→「${short(after.en)}」`,
      `${where.en}: English of ${word.en} "${short(before.en)}" → "${short(after.en)}"`,
    );
  return a && b
    ? say(
        `${where['zh-Hant']}的${word['zh-Hant']}：${a['zh-Hant']}→${b['zh-Hant']}`,
        `${where.en}: ${word.en} ${a.en} → ${b.en}`,
      )
    : say(`${where['zh-Hant']}的${word['zh-Hant']}改了`, `${where.en}: ${word.en} changed`);
}

function properties(
  where: Text,
  a: Node,
  b: Node,
  skip: readonly string[],
  path: string,
  part?: string,
): readonly Difference[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((key) => !skip.includes(key) && !same(a[key], b[key]))
    .map((key) => ({
      what: 'changed' as const,
      words: changeWords(where, key, a[key], b[key]),
      ...(part && { part }),
      path: `${path}/${key}`,
      ...(a[key] !== undefined && { before: a[key] }),
      ...(b[key] !== undefined && { after: b[key] }),
    }));
}

export function compareDocuments(a: FormDocument, b: FormDocument): readonly Difference[] {
  const [olds, news] = [partsOf(a.form), partsOf(b.form)];
  const old = new Map(olds.map((at) => [at.ref, at]));
  const now = new Map(news.map((at) => [at.ref, at]));
  const children = (parts: readonly PartAt[], parent: string | undefined): string[] =>
    parts.filter((at) => at.parent === parent).map(({ ref }) => ref);
  const moved = new Set<string>();
  for (const parent of [undefined, ...news.map(({ ref }) => ref)]) {
    const before = children(olds, parent);
    for (const ref of movedAmong(before, children(news, parent))) moved.add(ref);
  }
  const differences: Difference[] = [];
  for (const at of news) {
    const before = old.get(at.ref);
    const where = nameOf(at);
    const path = `/form${at.path}`;
    if (!before) {
      // What lies in a new part is new with it.
      if (at.parent !== undefined && !old.has(at.parent)) continue;
      differences.push({
        what: 'added',
        words: say(`新增${where['zh-Hant']}`, `${where.en} added`),
        part: at.ref,
        path,
        after: at.part,
      });
      continue;
    }
    if (before.parent !== at.parent) {
      const parent = at.parent === undefined ? undefined : now.get(at.parent);
      const to = parent && nameOf(parent);
      differences.push({
        what: 'moved',
        words: say(
          `${where['zh-Hant']}移到${to ? to['zh-Hant'] : '表單'}`,
          `${where.en} moved to ${to ? to.en : 'the form'}`,
        ),
        part: at.ref,
        path,
      });
    } else if (moved.has(at.ref)) {
      differences.push({
        what: 'moved',
        words: say(`${where['zh-Hant']}換了順序`, `${where.en} has another place`),
        part: at.ref,
        path,
      });
    }
    const inside = ['id', 'sections', 'fields'];
    differences.push(
      ...properties(where, before.part as unknown as Node, at.part as unknown as Node, inside, path, at.ref),
    );
  }
  for (const at of olds) {
    if (now.has(at.ref) || (at.parent !== undefined && !now.has(at.parent))) continue;
    const where = nameOf(at);
    differences.push({
      what: 'removed',
      words: say(`刪除${where['zh-Hant']}`, `${where.en} removed`),
      part: at.ref,
      path: `/form${at.path}`,
      before: at.part,
    });
  }
  const [formA, formB] = [a.form as unknown as Node, b.form as unknown as Node];
  const [serviceA, serviceB] = [a.service as unknown as Node, b.service as unknown as Node];
  const nested = (key: string): Node[] => [serviceA[key] as Node, serviceB[key] as Node];
  const [noticeA, noticeB] = nested('notice');
  const [contactA, contactB] = nested('contact');
  return [
    ...properties(say('服務', 'Service'), serviceA, serviceB, ['notice', 'contact'], '/service'),
    ...properties(say('告知事項', 'Notice'), noticeA ?? {}, noticeB ?? {}, [], '/service/notice'),
    ...properties(say('聯絡方式', 'Contact'), contactA ?? {}, contactB ?? {}, [], '/service/contact'),
    ...properties(say('表單', 'Form'), formA, formB, ['id', '$schema', 'steps'], '/form'),
    ...differences,
  ];
}
