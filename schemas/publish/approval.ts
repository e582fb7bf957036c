/** What a second person must look at before residents see it: everything but a change of wording. */
import { askedFields } from '../mapping/asked.ts';
import type { Text } from '../text.ts';
import type { FormDocument } from '../wire/builder-api.ts';
import { partsOf } from './places.ts';
import { isText } from './texts.ts';

const say = (zh: string, en: string): Text => ({ 'zh-Hant': zh, en });

/** Wording left out. */
function bones(value: unknown): unknown {
  if (isText(value)) return null;
  if (Array.isArray(value)) return value.map(bones);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => !isText(one))
      .map(([key, one]) => [key, bones(one)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const sameText = (a: Text | undefined, b: Text | undefined): boolean => a?.['zh-Hant'] === b?.['zh-Hant'];

const asked = ({ form }: FormDocument): unknown =>
  [...askedFields(form)].map(([id, paths]) => [id, [...paths.keys()].sort()]).sort();

const policies = ({ form }: FormDocument): unknown =>
  partsOf(form).flatMap(({ ref, part }) => {
    const policy = 'type' in part ? (part.type === 'group' ? part.rows?.policy : part.fill?.policy) : undefined;
    return policy ? [`${ref} ${policy}`] : [];
  });

const statements = ({ form }: FormDocument): unknown =>
  partsOf(form).flatMap(({ ref, part }) =>
    'type' in part && part.type === 'declaration' ? [`${ref} ${part.statement['zh-Hant']}`] : [],
  );

export function approvalReasons(live: FormDocument | undefined, next: FormDocument): readonly Text[] {
  if (!live) return [say('第一次發布。', 'It is published for the first time.')];
  const [a, b] = [live.service, next.service];
  const reasons: Text[] = [];
  if (!same(asked(live), asked(next)) || !same(a.datasets, b.datasets))
    reasons.push(say('向 MyData 要求的資料改變了。', 'What is asked of MyData has changed.'));
  if (!same(policies(live), policies(next)))
    reasons.push(say('官方資料的處理方式改變了。', 'What may become of official values has changed.'));
  const notices = Object.keys(b.notice) as (keyof typeof b.notice)[];
  if (
    !sameText(a.purpose, b.purpose) ||
    !sameText(a.legalBasis, b.legalBasis) ||
    !sameText(a.extraDatasetsBasis, b.extraDatasetsBasis) ||
    !same(a.purposes, b.purposes) ||
    a.retentionDays !== b.retentionDays ||
    notices.some((key) => !sameText(a.notice[key], b.notice[key])) ||
    !same(statements(live), statements(next))
  )
    reasons.push(
      say('告知事項、法律依據或聲明改變了。', 'What residents are told, the legal basis or a declaration has changed.'),
    );
  if (!reasons.length && (!same(bones(live.form), bones(next.form)) || !same(bones(a), bones(b))))
    reasons.push(say('題目或規則改變了，不只是文字。', 'Questions or rules have changed, not the wording alone.'));
  return reasons;
}
