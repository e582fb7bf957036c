/** Identity methods 身分驗證方式 and how strong each is. Levels as observed on the platform; table 2 of the handbook. */
import type { Text } from '../text.ts';
import type { CatalogueEntry, IdentityMethod } from './types.ts';

export interface IdentityMethodEntry {
  readonly method: IdentityMethod;
  /** 1 is the strongest. */
  readonly level: 1 | 2 | 3 | 4;
  readonly name: Text;
  /** As `type_valid` and `introspect` write it; absent where it has not been observed. */
  readonly code?: string;
}

export const identityMethods: readonly IdentityMethodEntry[] = [
  {
    method: 'citizen-certificate',
    level: 1,
    name: { 'zh-Hant': '自然人憑證', en: 'Citizen certificate' },
    code: 'CER',
  },
  {
    method: 'business-certificate',
    level: 1,
    name: { 'zh-Hant': '工商憑證', en: 'Business certificate' },
  },
  { method: 'tw-fido', level: 2, name: { 'zh-Hant': '行動自然人憑證（TW FidO）', en: 'TW FidO' }, code: 'TFD' },
  { method: 'nhi-card', level: 3, name: { 'zh-Hant': '健保卡與註冊密碼', en: 'NHI card with password' }, code: 'NHI' },
  { method: 'two-document', level: 4, name: { 'zh-Hant': '雙證件', en: 'Two documents' }, code: 'PII' },
];

const entryOf = (method: IdentityMethod): IdentityMethodEntry | undefined =>
  identityMethods.find((entry) => entry.method === method);

/**
 * A level admits all stronger ones. The business certificate is the exception: it stands for a company,
 * so it serves only where a dataset names it.
 */
export const accepts = (dataset: Pick<CatalogueEntry, 'identity'>, method: IdentityMethod): boolean => {
  if (dataset.identity.includes(method)) return true;
  if (method === 'business-certificate') return false;
  const level = entryOf(method)?.level ?? Infinity;
  return dataset.identity.some((named) => named !== 'business-certificate' && level < (entryOf(named)?.level ?? 0));
};

/** Methods that every asked dataset accepts, strongest first; none for no dataset. */
export const acceptedByAll = (asked: readonly Pick<CatalogueEntry, 'identity'>[]): IdentityMethod[] =>
  asked.length === 0
    ? []
    : identityMethods
        .map(({ method }) => method)
        .filter((method) => asked.every((dataset) => accepts(dataset, method)));
