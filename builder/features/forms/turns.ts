/** The list of forms by whose turn it is. Pure. */
import type { FormSummary, Notice, Turn } from '#schemas/wire/builder-api.ts';

export const tabs = ['all', 'mend', 'approve', 'publish'] as const;
export type Tab = (typeof tabs)[number];

export const formsIn = (tab: Tab, forms: readonly FormSummary[]): readonly FormSummary[] =>
  tab === 'all' ? forms : forms.filter(({ turns }) => turns.includes(tab));

/** The view of the builder in which it is done. */
export const viewFor: { readonly [What in Turn | Notice['what']]: string } = {
  mend: 'edit',
  approve: 'review',
  publish: 'publish',
  published: 'versions',
};
