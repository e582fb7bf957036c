/**
 * A data provider's package, opened and believed: its shape, the handbook's four steps, the agency whose dataset it is,
 * and a payload that reads as that dataset. Platform and county each do it with what they themselves trust.
 */
import { datasets } from '#schemas/datasets/catalogue.ts';
import type { Dataset, JsonValue, Normalised } from '#schemas/datasets/types.ts';
import { NormaliseError } from '#schemas/normalise/normalise-error.ts';
import { isOfAgency } from '../crypto/agency-pins.ts';
import { PackageError } from '../protocol/mydata-1/errors.ts';
import { verifyInner, type PackageFile } from '../protocol/mydata-1/inner-zip.ts';
import { payloadFile, payloadOf } from '../protocol/mydata-1/payload-file.ts';
import { trustFor, type PackageTrust } from './trust.ts';

export type { PackageTrust } from './trust.ts';

export interface OpenPackage {
  readonly files: readonly PackageFile[];
  /** SHA-256 of the zip, hex. */
  readonly digest: string;
  readonly certificateSubject: string;
  /** Absent where the dataset comes as documents only, or its fields are not known. */
  readonly payload?: { readonly reader: Dataset; readonly normalised: Normalised };
}

/** Throws `PackageError`, whose `step` says where it failed. */
export function openPackage(resourceId: string, zip: Uint8Array, trust: PackageTrust, now: Date): OpenPackage {
  const { anchors, crls, agency } = trustFor(trust, resourceId);
  const verified = verifyInner(zip, { anchors, crls, now });
  if (!isOfAgency(verified.certificateSubject, agency))
    throw new PackageError('certificate', 'wrong-agency', 'The certificate is of another agency.');
  const payload = readPayload(resourceId, verified.files);
  return { ...verified, ...(payload && { payload }) };
}

function readPayload(resourceId: string, files: readonly PackageFile[]): OpenPackage['payload'] {
  const reader = datasets.get(resourceId);
  const media = reader?.shape.media ?? 'json';
  const file = payloadFile(files, resourceId, media);
  if (!reader || !file) return undefined;
  try {
    return { reader, normalised: reader.normalise(payloadOf(file, media) as JsonValue) };
  } catch (error) {
    const reason = error instanceof NormaliseError ? error.reason : 'unreadable';
    throw new PackageError('normalise', reason, 'The payload is not of this dataset.', { cause: error });
  }
}
