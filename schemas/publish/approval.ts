/**
 * What a second person must look at before residents see it: everything that residents and clerks would see or send, wording
 * included. Only a closed list of changes may skip it (`approval/judge.ts`), and the publisher sees which did.
 */
import type { ApprovalChange } from './approval-change.ts';
import type { Text } from '../text.ts';
import type { FormDocument } from './form-document.ts';
import { findDifferences, type Found } from './approval/found.ts';
import { judge } from './approval/judge.ts';
import { placeWords } from './approval/place-words.ts';
import { valueWords } from './approval/value-words.ts';
import type { PartAt } from './form-parts.ts';
import { nameOf, partByRef } from './form-parts.ts';

const say = (zh: string, en: string): Text => ({ 'zh-Hant': zh, en });

const firstTime: ApprovalChange = {
  what: 'added',
  place: say('整份表單', 'The whole form'),
  path: '',
  harmless: false,
  why: say('第一次發布。', 'It is published for the first time.'),
};

/** Where a part stands: within what, and before or after which. */
function standing(at: PartAt, { form }: FormDocument): Text {
  const parent = at.parent === undefined ? undefined : partByRef(form, at.parent);
  const name = parent ? nameOf(parent) : say('表單', 'the form');
  const place = Number(at.path.split('/').at(-1)) + 1;
  return say(`${name['zh-Hant']}的第 ${place} 個`, `number ${place} in ${name.en}`);
}

function words(found: Found, live: FormDocument, next: FormDocument): Pick<ApprovalChange, 'old' | 'new'> {
  const { what, part, keys, before, after } = found;
  if (what === 'moved' && part && !keys.length)
    return { old: standing(before as PartAt, live), new: standing(after as PartAt, next) };
  if (what === 'moved')
    return {
      old: say(`第 ${String(before)} 個`, `number ${String(before)}`),
      new: say(`第 ${String(after)} 個`, `number ${String(after)}`),
    };
  const last = keys.at(-1);
  const key = last && 'key' in last ? last.key : '';
  return {
    ...(before !== undefined && { old: valueWords(before, live.form, key) }),
    ...(after !== undefined && { new: valueWords(after, next.form, key) }),
  };
}

/** Every difference from what residents see now; empty only where there is none. @param live absent: never published */
export function approvalChanges(live: FormDocument | undefined, next: FormDocument): readonly ApprovalChange[] {
  if (!live) return [firstTime];
  return findDifferences(live, next).map((found) => ({
    what: found.what,
    place: placeWords(found),
    ...(found.part && { part: found.part.ref }),
    path: found.path,
    ...words(found, live, next),
    ...judge(found),
  }));
}

/** Why a second person must approve it, each reason once; empty: nobody has to. */
export function approvalReasons(changes: readonly ApprovalChange[]): readonly Text[] {
  const reasons = changes.filter(({ harmless }) => !harmless).map(({ why }) => why);
  return reasons.filter((one, index) => reasons.findIndex((other) => other['zh-Hant'] === one['zh-Hant']) === index);
}
