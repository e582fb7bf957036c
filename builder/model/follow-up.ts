/**
 * What follows from an edit and belongs to it, so that one undo takes both back: the service asks for exactly the datasets
 * that a question uses (field minimisation).
 */
import { datasetsUsed } from '#schemas/form/check-definition.ts';
import type { ServiceDataset } from '#schemas/services/types.ts';
import { applyChanges, type Change } from './change.ts';
import { asJson, type BuilderDocument } from './document.ts';
import { same, type Json } from './json.ts';

export function withFollowUps(
  document: BuilderDocument,
  changes: readonly Change[],
): { readonly document: BuilderDocument; readonly changes: readonly Change[] } {
  const changed = applyChanges(asJson(document), changes) as unknown as BuilderDocument;
  const more = changed.form === document.form ? [] : askedFollows(changed);
  return more.length
    ? { document: applyChanges(asJson(changed), more) as unknown as BuilderDocument, changes: [...changes, ...more] }
    : { document: changed, changes };
}

/** The list of datasets that follows from the form. */
export function askedFollows({ service, form }: BuilderDocument): readonly Change[] {
  const used = datasetsUsed(form);
  const kept = service.datasets.flatMap((asked): readonly ServiceDataset[] => {
    if (typeof asked === 'string') return used.includes(asked) ? [asked] : [];
    const anyOf = asked.anyOf.filter((id) => used.includes(id));
    return anyOf.length > 1 ? [anyOf.length === asked.anyOf.length ? asked : { anyOf }] : anyOf;
  });
  const known = kept.flatMap((asked) => (typeof asked === 'string' ? [asked] : asked.anyOf));
  const after = [...kept, ...used.filter((id) => !known.includes(id))] as unknown as Json;
  const before = service.datasets as unknown as Json;
  return same(before, after) ? [] : [{ op: 'set', path: ['service'], key: 'datasets', before, after }];
}
