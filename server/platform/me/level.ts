/** Which datasets a session's proof of identity is strong enough for. */
import { accepts } from '#schemas/datasets/identity-methods.ts';
import type { CatalogueEntry, IdentityMethod } from '#schemas/datasets/types.ts';
import { methodName, platformMethods } from '../identity/methods/levels.ts';

/** Those that ask for a stronger proof than this one; empty where nobody must be asked again. */
export const tooWeakFor = (method: IdentityMethod, datasets: readonly CatalogueEntry[]): readonly CatalogueEntry[] =>
  datasets.filter((dataset) => !accepts(dataset, method));

/** 自然人憑證、行動自然人憑證（TW FidO） */
export const methodsFor = (dataset: CatalogueEntry): string =>
  platformMethods
    .filter((method) => accepts(dataset, method))
    .map(methodName)
    .join('、');
