/**
 * What a form needs of a dataset, before anybody has chosen: what says whose record it is, what the record is about, and what
 * the service itself says that it collects. Never by itself what says more of a person than that. Pure.
 */
import { withoutSpaces } from '#schemas/taiwan/plain-text.ts';
import type { DatasetField } from '#schemas/datasets/types.ts';
import { identityInPath } from '#schemas/form/identity.ts';
import type { BuilderDocument } from '../../model/document.ts';
import { partsOf } from '../../model/locate.ts';

/** Why a field is ticked to begin with. */
export type Need = 'identity' | 'subject' | 'stated';

/** Marriage, family of birth and adoption, schooling, service, descent, health, beliefs, offences, and remarks on a person. */
const delicate =
  /marri|marital|spouse|father|mother|foster|adopt|parent|education|school|military|conscript|indigenous|race|ethnic|tribe|religio|birth_place|birth_order|living_style|_mark$|^mark$|_notes?$|register_content|special|incident|diagnos|disease|disab|illness|medical|health|vaccin|pregnan|crim|offen[cs]e|penalt|custody|restrict|seal_apply|biometric|photo|portrait/;

const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** Only by a person's own tick. */
export const isDelicate = ({ path, sensitivity }: Pick<DatasetField, 'path' | 'sensitivity'>): boolean =>
  sensitivity === 'special' || delicate.test(lastName(path));

/** What the record of the dataset is about. */
const subject =
  /^(mobile|phone|email|relation|relation_title|relationship|category|status|qualification|valid_until)$|plate|certificate_no|amount$|(level|status|category)$/;

export function needOf(field: DatasetField, stated: string): Need | undefined {
  if (isDelicate(field)) return undefined;
  if (identityInPath(field.path)) return 'identity';
  if (field.type === 'address' || subject.test(lastName(field.path))) return 'subject';
  const label = withoutSpaces(field.label['zh-Hant']);
  return label.length > 1 && stated.includes(label) ? 'stated' : undefined;
}

/** Where the service says what it collects and what for, and the words of questions that nothing fills yet. */
export function statedIn(document: BuilderDocument): string {
  const { notice, purpose, legalBasis } = document.service;
  const open = [...partsOf(document).values()].flatMap(({ part }) =>
    'type' in part && part.type !== 'group' && !part.fill ? [part.label['zh-Hant']] : [],
  );
  return [notice.dataClasses, purpose, legalBasis]
    .map((text) => text['zh-Hant'])
    .concat(open)
    .map(withoutSpaces)
    .join('\n');
}

/** So many are ticked at most; a form asks no more than it needs. */
export const mostTicked = 6;

/** Of a list's columns, what a row begins with: who it is, then what it is about. */
export function rowBegins(inner: readonly DatasetField[], stated: string): readonly DatasetField[] {
  const fit = inner.filter((field) => !isDelicate(field));
  const needed = fit.filter((field) => field.type !== 'address' && needOf(field, stated) !== undefined);
  return (needed.length ? needed : fit).slice(0, mostTicked);
}
