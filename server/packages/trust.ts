/** Whose signature is believed on the packages of which dataset. */
import type { X509Certificate } from 'node:crypto';
import type { AgencyPins } from '../crypto/agency-pins.ts';
import { readCrls, type RevocationList } from '../crypto/crl.ts';
import { readBundle } from '../crypto/read-certificate.ts';

export interface PackageTrust {
  readonly anchors: readonly X509Certificate[];
  /** Absent or none: revocation is not checked. */
  readonly crls?: readonly RevocationList[];
  /** Whose certificate may sign a dataset; one that is not named may be signed by any agency. */
  readonly agencies?: AgencyPins;
  /** Datasets whose agency is vouched for by others, or named by itself; for them this counts alone. */
  readonly own?: ReadonlyMap<string, OwnTrust>;
}

export interface OwnTrust {
  /** Absent: the same authorities as everybody's, with their lists. */
  readonly authorities?: Required<Pick<PackageTrust, 'anchors' | 'crls'>>;
  /** Attributes of the certificate that may sign; absent: any that these authorities vouch for. */
  readonly agency?: Readonly<Record<string, string>>;
}

/** What counts for one dataset. */
export interface DatasetTrust extends Pick<PackageTrust, 'anchors' | 'crls'> {
  readonly agency?: Readonly<Record<string, string>>;
}

/**
 * A dataset with authorities of its own has those only; without an `agency` any certificate below the anchors may sign
 * it.
 */
export function trustFor({ anchors, crls, agencies, own }: PackageTrust, resourceId: string): DatasetTrust {
  const alone = own?.get(resourceId);
  if (alone) return { ...(alone.authorities ?? { anchors, crls }), agency: alone.agency };
  return { anchors, crls, agency: agencies?.get(resourceId) };
}

/**
 * Texts in PEM form, as they are said of one dataset. → undefined where nothing is said
 * @throws CertificateError for what cannot be read, or a list that none of these authorities signed
 */
export async function readOwnTrust({
  ca,
  crl,
  agency,
}: {
  readonly ca?: string;
  readonly crl?: string;
  readonly agency?: Readonly<Record<string, string>>;
}): Promise<OwnTrust | undefined> {
  if (ca === undefined) return agency && { agency };
  const anchors = readBundle(ca);
  const crls = crl === undefined ? [] : await readCrls(crl, anchors);
  return { authorities: { anchors, crls }, ...(agency && { agency }) };
}
