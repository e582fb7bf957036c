/** Which identity methods the platform may offer: those that all asked datasets accept. */
import { acceptedByAll, identityMethods } from '#schemas/datasets/identity-methods.ts';
import type { CatalogueEntry, IdentityMethod } from '#schemas/datasets/types.ts';

/** What a resident can do here, strongest first; a business certificate proves a business, not a person. */
export const platformMethods = [
  'citizen-certificate',
  'tw-fido',
  'nhi-card',
  'two-document',
] as const satisfies readonly IdentityMethod[];

export type PlatformMethod = (typeof platformMethods)[number];

/** Whether the text names a way that the platform itself offers; a business certificate is none. */
export const isPlatformMethod = (text: string | undefined): text is PlatformMethod =>
  platformMethods.some((method) => method === text);

/** → the ways that every asked dataset accepts, strongest first; empty where no single way opens them all */
export const offeredMethods = (asked: readonly Pick<CatalogueEntry, 'identity'>[]): readonly PlatformMethod[] =>
  acceptedByAll(asked).filter(isPlatformMethod);

/** Short name of the interface (`verification`), e.g. `CER`. */
export const verificationName = (method: PlatformMethod): string => entryOf(method)?.code ?? '';

/** As a resident reads it. */
export const methodName = (method: PlatformMethod): string => entryOf(method)?.name['zh-Hant'] ?? method;

const entryOf = (method: PlatformMethod) => identityMethods.find((entry) => entry.method === method);
