/**
 * Faults on request, for tests of whoever stands on the other side. Kept in memory: a restart is well again. Owns which
 * dataset misbehaves how; what each fault does to a package is here, the rest in the routes.
 */
import type { JsonValue } from '../../../schemas/datasets/types.ts';
import type { ResourceId } from '../../../schemas/mapping/types.ts';
import type { PackageFile } from '../../protocol/mydata-1/inner-zip.ts';
import type { BadCertificate, ProviderKeys, Signer } from '../keys.ts';

export const faults = [
  'slow',
  'dead',
  'bad-signature',
  'wrong-person',
  'oversized',
  'expired-certificate',
  'revoked-certificate',
  'wrong-agency',
] as const;
export type Fault = (typeof faults)[number];

export type Faults = Map<ResourceId, Fault>;

/** Longer than a resident likes, shorter than the platform waits. */
export const slowSeconds = 10;

const badCertificates: Partial<Record<Fault, BadCertificate>> = {
  'expired-certificate': 'expired',
  'revoked-certificate': 'revoked',
  'wrong-agency': 'wrong-agency',
};

/** `bad-signature`: the agency's certificate beside a signature by another key. */
export function faultySigner(fault: Fault | undefined, signer: Signer, keys: ProviderKeys): Signer {
  if (fault === 'bad-signature') return { ...signer, privateKey: keys.badSigner('wrong-agency').privateKey };
  const kind = fault && badCertificates[fault];
  return kind ? keys.badSigner(kind) : signer;
}

const strangers = ['A800000014', 'A123456789'];

/** The same record under another person's id. */
export function faultyRecord(
  fault: Fault | undefined,
  uid: string,
  payload: JsonValue,
): { readonly uid: string; readonly payload: JsonValue } {
  if (fault !== 'wrong-person') return { uid, payload };
  const other = strangers.find((one) => one !== uid)!;
  return { uid: other, payload: JSON.parse(JSON.stringify(payload).replaceAll(uid, other)) as JsonValue };
}

/** Small on the way, more than the allowed 50 MB once unpacked. */
export const faultyFiles = (fault: Fault | undefined, files: readonly PackageFile[]): readonly PackageFile[] =>
  fault === 'oversized' ? [...files, { name: 'oversized.pdf', bytes: new Uint8Array(51 * 1024 * 1024) }] : files;
