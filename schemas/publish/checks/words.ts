/** Words on the form: in both languages, up to date, and such that assistive technology can name everything. */
import { fieldRules } from '../../form/fields/rules.ts';
import { folded } from '../../taiwan/plain-text.ts';
import { blocks, say, warns, type Check, type Finding } from '../check.ts';
import { isBlank } from '../blank.ts';
import { nameOf, partByRef, partsOf, titleOf, type PartAt } from '../form-parts.ts';
import { textsOf, type TextAt } from '../texts.ts';
import { staleTexts } from '../translations.ts';
import type { FormDocument } from '../form-document.ts';
import type { Text } from '../../text.ts';

const whereOf = ({ form }: FormDocument, { place }: TextAt): Text => {
  const at = place.part === undefined ? undefined : partByRef(form, place.part);
  return at ? nameOf(at) : say('服務設定', 'The service');
};

const quote = (text: string): string => `「${text.length > 24 ? `${text.slice(0, 24)}…` : text}」`;

const han = /\p{Script=Han}/u;

export const translated: Check = {
  group: 'translations',
  code: 'translated',
  done: say('中英文都齊全', 'Everything is there in both languages'),
  find({ document }) {
    const texts = textsOf(document).filter(({ text }) => !isBlank(text['zh-Hant']));
    const missing = texts.filter(({ text }) => isBlank(text.en));
    const chinese = texts.filter(({ text }) => text.en && text.en === text['zh-Hant'] && han.test(text.en));
    return [
      ...missing.map((one) => {
        const where = whereOf(document, one);
        const zh = quote(one.text['zh-Hant']);
        return blocks(
          'translation-missing',
          say(`${where['zh-Hant']}：${zh}還沒有英文。`, `${where.en}: ${zh} has no English yet.`),
          one.place,
        );
      }),
      ...chinese.map((one) => {
        const where = whereOf(document, one);
        const zh = quote(one.text['zh-Hant']);
        return warns(
          'translation-same',
          say(`${where['zh-Hant']}：${zh}的英文和中文一樣。`, `${where.en}: the English of ${zh} is its Chinese.`),
          one.place,
        );
      }),
    ];
  },
};

export const fresh: Check = {
  group: 'translations',
  code: 'translations-fresh',
  done: say('英文都跟得上中文的修改', 'The English has followed every change of the Chinese'),
  find({ document, translated: known }) {
    if (!known) return [];
    const stale = staleTexts(document, known);
    return textsOf(document)
      .filter(({ key }) => stale.has(key))
      .map((one) => {
        const where = whereOf(document, one);
        const zh = quote(one.text['zh-Hant']);
        return blocks(
          'translation-stale',
          say(
            `${where['zh-Hant']}：中文改成${zh}之後，英文「${one.text.en}」還沒有跟著改。`,
            `${where.en}: the Chinese is ${zh} now; its English "${one.text.en}" was made for another text.`,
          ),
          one.place,
          {
            label: say('英文仍然正確', 'The English still holds'),
            commands: [{ id: 'confirm-translation', args: { key: one.key } }],
          },
        );
      });
  },
};

const plain = (text: string): string => folded(text).replaceAll(' ', '');

/** Within one section questions are told apart by their labels; inside a group, among themselves. */
function duplicates(at: readonly PartAt[]): readonly Finding[] {
  const seen = new Map<string, PartAt>();
  return at.flatMap((one) => {
    const label = plain(titleOf(one)['zh-Hant']);
    const before = label ? seen.get(label) : undefined;
    if (!before) {
      seen.set(label, one);
      return [];
    }
    const name = nameOf(one);
    return [
      warns(
        'duplicate-label',
        say(
          `同一個區段裡有兩個${name['zh-Hant']}，使用報讀軟體的民眾分不出來。`,
          `${name.en} is there twice in one section; people who listen to the page can not tell them apart.`,
        ),
        { part: one.ref, key: 'label' },
      ),
    ];
  });
}

export const named: Check = {
  group: 'accessibility',
  code: 'named',
  done: say('每個步驟、區段、題目和選項都有名稱', 'Every step, section, question and option has a name'),
  find({ document: { form } }) {
    const parts = partsOf(form);
    const scopes = new Map<string, PartAt[]>();
    for (const at of parts.filter(({ kind }) => kind === 'field'))
      scopes.set(at.parent ?? '', [...(scopes.get(at.parent ?? '') ?? []), at]);
    return [
      ...parts
        .filter((at) => isBlank(titleOf(at)['zh-Hant']))
        .map((at) => {
          const name = nameOf(at);
          return blocks('name-missing', say(`${name['zh-Hant']}還沒有文字。`, `${name.en} has no text yet.`), {
            part: at.ref,
            key: 'label' in at.part ? 'label' : 'title',
          });
        }),
      ...[...scopes.values()].flatMap(duplicates),
      ...parts.flatMap(gapsOf),
    ];
  },
};

/** What questions of its type need besides. */
function gapsOf(at: PartAt): readonly Finding[] {
  const { part } = at;
  if (!('type' in part)) return [];
  const name = nameOf(at);
  return (fieldRules(part.type).gaps?.(part) ?? []).map(({ code, key, text }) =>
    blocks(code, say(text['zh-Hant'].replace('{name}', name['zh-Hant']), text.en.replace('{name}', name.en)), {
      part: at.ref,
      key,
    }),
  );
}
