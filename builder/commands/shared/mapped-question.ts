/** A field of a dataset → the question that asks for it: typed, labelled, mapped. */
import type { DatasetField } from '#schemas/datasets/types.ts';
import { identityInPath } from '#schemas/form/identity.ts';
import type { Field, Option } from '#schemas/form/definition.ts';
import type { Policy, Source } from '#schemas/mapping/types.ts';
import { textIn } from '#schemas/text.ts';
import type { PaletteDataset } from '#schemas/wire/palette.ts';
import { refuse, type Refusal } from '../../model/command.ts';
import { camelId, freshId } from '../../model/ids.ts';
import { kindAt, stepsFor } from '../../model/suggest.ts';
import { newQuestion } from './question.ts';

/** From how many options on a list to pull down reads better than buttons. */
const manyOptions = 7;

export interface Within {
  /** Path of the group's rows; absent outside groups. */
  readonly rows?: string;
}

/** Where the path is read from: the row inside a group, the own row of the person outside, else the root. */
export function pathFor(dataset: PaletteDataset, field: DatasetField, { rows }: Within): string | undefined {
  const inRow = (list: string): string | undefined =>
    field.path.startsWith(`${list}.`) ? `$${field.path.slice(list.length)}` : undefined;
  if (rows !== undefined) return inRow(rows);
  const own = dataset.ownRows && inRow(dataset.ownRows);
  return own ? `$.self${own.slice(1)}` : field.path;
}

export function mappedQuestion(
  dataset: PaletteDataset,
  field: DatasetField,
  within: Within,
  used: Set<string>,
): Field | Refusal {
  const path = pathFor(dataset, field, within);
  if (path === undefined)
    return refuse(
      'other-rows',
      `「${field.label['zh-Hant']}」不在這個群組的資料列裡，請放到群組外面。`,
      `${field.label.en} is not part of this group's rows; put it outside.`,
    );
  const id = freshId(used, camelId(field.path.slice(field.path.lastIndexOf('.') + 1)));
  const needed = identityInPath(field.path) ? { required: true } : {};
  const question = { ...shapeFor(field, id), label: field.label, ...needed } as Field;
  const source = sourceFor(dataset, field, question, path);
  return 'refused' in source ? source : ({ ...question, fill: { policy: policyFor(field), from: [source] } } as Field);
}

/** @returns the source with the transforms that it needs, or why it can not fill this question */
export function sourceFor(
  dataset: PaletteDataset,
  field: DatasetField,
  question: Field,
  path: string,
): Source | Refusal {
  const kind = kindAt(dataset, field, path.includes('[*]') ? 'root' : 'row');
  const steps = stepsFor(question, kind);
  const label = field.label['zh-Hant'];
  if (!steps)
    return refuse(
      'type-clash',
      kind.item === 'image'
        ? `「${label}」是影像，不能帶入題目；請改用「佐證文件」。`
        : kind.item === 'row'
          ? `「${label}」是一筆一筆的清單，請放到畫布上做成重複群組。`
          : `「${label}」的資料種類和「${question.label['zh-Hant']}」不合，也沒有可用的轉換。`,
      `${field.label.en} can not fill "${textIn(question.label, 'en')}", and no transform makes it fit.`,
    );
  return { dataset: dataset.id, path, ...(steps.length ? { transforms: steps } : {}) };
}

const policyFor = ({ type }: DatasetField): Policy => (type === 'national-id' ? 'locked' : 'confirm');

export function shapeFor(field: DatasetField, id: string): Field {
  const text = `${field.path} ${field.label.en}`.toLowerCase();
  switch (field.type) {
    case 'national-id':
    case 'roc-date':
    case 'number':
    case 'address':
      return newQuestion(field.type, id);
    case 'date-time':
      return newQuestion('roc-date', id);
    default:
      if (field.options?.length) return choiceOf(field.options, id);
      if (/mobile|phone|\btel/.test(text)) return newQuestion('phone', id);
      return newQuestion(/e-?mail/.test(text) ? 'email' : 'text', id);
  }
}

function choiceOf(words: readonly string[], id: string): Field {
  const options = words.map((word): Option => ({ value: word, label: { 'zh-Hant': word, en: word } }));
  return { ...newQuestion('choice', id), as: words.length >= manyOptions ? 'select' : 'radio', options };
}
