/**
 * What a question is filled from: its sources in order, their transforms, its policy. Only a source that was added or changed
 * is looked at; one that can not fill the question is refused with the reason, and with the transforms that would make it fit.
 */
import type { Field } from '#schemas/form/definition.ts';
import { textIn } from '#schemas/text.ts';
import type { Fill, Source } from '#schemas/mapping/types.ts';
import type { PaletteDataset } from '#schemas/wire/palette.ts';
import { gone, refuse, say, type Command, type Refusal } from '../model/command.ts';
import { same, type Json } from '../model/json.ts';
import { findField, groupOf, type Ref } from '../model/locate.ts';
import { fieldAt, kindAtPath } from '../model/source-kind.ts';
import { stepsFor, takesAfter } from '../model/suggest.ts';
import { transformName } from '../model/transform-names.ts';
import { Draft } from './shared/draft.ts';

export interface SetFill {
  readonly question: Ref;
  /** Undefined: it becomes an ordinary question. */
  readonly fill: Fill | undefined;
  readonly catalogue: ReadonlyMap<string, PaletteDataset>;
}

export const setFill: Command<SetFill> = {
  id: 'set-fill',
  run(document, { question, fill, catalogue }) {
    const found = findField(document, question);
    if (!found || fill?.from.length === 0) return gone();
    const { part, path } = found;
    const known = part.fill?.from ?? [];
    const group = groupOf(question);
    const rows = group && findField(document, group)?.part;
    const list = rows?.type === 'group' ? rows.rows?.from : undefined;
    for (const [index, source] of (fill?.from ?? []).entries()) {
      if (known.some((one) => same(one as unknown as Json, source as unknown as Json))) continue;
      const at = list?.find(({ dataset }) => dataset === source.dataset)?.path;
      const clash = clashOf(part, source, catalogue.get(source.dataset), at);
      if (!clash) continue;
      const { refusal, transforms } = clash;
      if (!transforms || !fill) return refusal;
      const from = fill.from.map((one, place) => (place === index ? { ...one, transforms } : one));
      const names = transforms.map(({ use }) => transformName(use));
      return {
        ...refusal,
        fix: {
          words: say(
            `改用「${names.map((name) => name['zh-Hant']).join('，再')}」`,
            `Use: ${names.map((name) => name.en).join(', then ')}`,
          ),
          id: 'set-fill',
          run: (now) => setFill.run(now, { question, fill: { ...fill, from }, catalogue }),
        },
      };
    }
    const draft = new Draft(document);
    draft.set(path, 'fill', fill);
    const label = part.label;
    return {
      changes: draft.changes,
      words: fill
        ? say(`修改「${label['zh-Hant']}」的資料來源`, `Changed the sources of "${textIn(label, 'en')}"`)
        : say(`「${label['zh-Hant']}」改由民眾填寫`, `"${textIn(label, 'en')}" is filled in by the resident`),
    };
  },
};

/** Undefined where it fits, or where nothing is known of it: then publishing looks at it. */
function clashOf(
  question: Field,
  source: Source,
  dataset: PaletteDataset | undefined,
  rows: string | undefined,
): { readonly refusal: Refusal; readonly transforms?: Source['transforms'] } | undefined {
  const kind = dataset && kindAtPath(dataset, source.path, rows);
  if (!dataset || !kind || takesAfter(question, kind, source.transforms ?? [])) return undefined;
  const field = fieldAt(dataset, source.path, rows);
  const name = (language: 'zh-Hant' | 'en'): string => (field ? textIn(field.label, language) : source.path);
  const transforms = stepsFor(question, kind);
  const refusal = refuse(
    'type-clash',
    `「${name('zh-Hant')}」這樣轉換後，資料種類和「${question.label['zh-Hant']}」不合${transforms ? '。' : '，也沒有可用的轉換。'}`,
    `${name('en')} does not fit "${textIn(question.label, 'en')}" with these transforms.`,
  );
  return { refusal, ...(transforms ? { transforms } : {}) };
}
