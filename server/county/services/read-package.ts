/**
 * From the platform's JWE to what a form's questions get. Owns the order of refusal: opened → exactly the asked datasets →
 * the four steps for each → the right person → readable. Everything that no question uses ends with this function's scope.
 */
import { createHash, type X509Certificate } from 'node:crypto';
import type { JsonValue } from '../../../schemas/datasets/types.ts';
import type { AnswerValue, FormDefinition } from '../../../schemas/form/definition.ts';
import { mapForm, type ReceivedDataset } from '../../../schemas/mapping/map.ts';
import type { Provenance } from '../../../schemas/mapping/types.ts';
import { dateInTaiwan } from '../../../schemas/taiwan/calendar.ts';
import { isOfAgency, type AgencyPins } from '../../crypto/agency-pins.ts';
import type { RevocationList } from '../../crypto/crl.ts';
import { PackageError, ProtocolError } from '../../protocol/mydata-1/errors.ts';
import { verifyInner, type PackageFile } from '../../protocol/mydata-1/inner-zip.ts';
import { readOuter, type OuterEntry } from '../../protocol/mydata-1/outer-zip.ts';
import { payloadFile, payloadOf } from '../../protocol/mydata-1/payload-file.ts';
import { openPayload } from '../../protocol/mydata-1/payload.ts';
import type { FailCode } from '../storage.ts';
import { datasetOf, readerOf } from './catalogue.ts';
import { placedFields } from './form-fields.ts';
import type { EvidenceMetadata, KeptDocument, OfficialContents, OfficialEntry } from './official-contents.ts';
import { isOfPerson, withSelf } from './person-in-payload.ts';

export type RefusalStep = PackageError['step'] | 'payload' | 'resources' | 'not-had' | 'wrong-person' | 'normalise';

/** `step` and `reason` are for the log and name no value. */
export class PackageRefused extends Error {
  constructor(
    readonly step: RefusalStep,
    readonly resource?: string,
    readonly reason?: string,
    readonly code: FailCode = 'package',
  ) {
    super(step);
    this.name = 'PackageRefused';
  }
}

export interface PackageInput {
  readonly jwe: string;
  readonly secretKey: string;
  /** Exactly what was asked for. */
  readonly resources: readonly string[];
  /** The national id that was sent with the request. */
  readonly person: string;
  readonly form: FormDefinition;
  readonly anchors: readonly X509Certificate[];
  /** Absent or none: revocation is not checked. */
  readonly crls?: readonly RevocationList[];
  /** Whose certificate may sign a dataset; one that is not named may be signed by any agency. */
  readonly agencies?: AgencyPins;
  readonly now: Date;
}

/** Throws `PackageRefused`; then nothing of the package may be kept. */
export async function readPackage(input: PackageInput): Promise<OfficialContents> {
  const entries = await opened(input);
  const received = new Map<string, ReceivedDataset | 'no-record'>();
  const evidence: EvidenceMetadata[] = [];
  const documents: KeptDocument[] = [];
  for (const { resourceId, code, zip } of entries) {
    if (code === 204 || !zip) received.set(resourceId, 'no-record');
    else {
      const { dataset, metadata, files } = readDataset(resourceId, zip, input);
      if (dataset) received.set(resourceId, dataset);
      evidence.push(...metadata);
      documents.push(...keptDocuments(input.form, resourceId, files));
    }
  }
  const { values, rows, missing } = mapForm(input.form, received, { today: dateInTaiwan(input.now) });
  const entriesOf = Object.entries(values).map(([id, { value, policy, provenance }]): [string, OfficialEntry] => [
    id,
    { value, policy, provenance },
  ]);
  const rowsOf = Object.entries(rows).map(([id, { value, policy, provenance }]): [string, OfficialEntry] => [
    id,
    { value: value as readonly AnswerValue[], policy, provenance },
  ]);
  return {
    person: input.person,
    values: Object.fromEntries([...entriesOf, ...rowsOf]),
    missing,
    officialRows: Object.fromEntries(Object.entries(rows).map(([id, { value }]) => [id, value.length])),
    noRecord: entries.filter(({ code }) => code === 204).map(({ resourceId }) => resourceId),
    evidence,
    documents,
  };
}

async function opened({ jwe, secretKey, resources }: PackageInput): Promise<readonly OuterEntry[]> {
  let entries: readonly OuterEntry[];
  try {
    entries = readOuter((await openPayload(jwe, secretKey)).zip);
  } catch (error) {
    if (error instanceof ProtocolError) throw new PackageRefused('payload', undefined, error.code);
    throw refusalOf(error);
  }
  const got = entries.map(({ resourceId }) => resourceId).sort();
  if (got.join(':') !== [...resources].sort().join(':'))
    throw new PackageRefused('resources', undefined, 'not-as-asked');
  const failed = entries.find(({ code }) => code !== 200 && code !== 204);
  if (failed) throw new PackageRefused('not-had', failed.resourceId, String(failed.code), 504);
  return entries;
}

function readDataset(resource: string, zip: Uint8Array, { anchors, crls, agencies, now, person }: PackageInput) {
  let verified: ReturnType<typeof verifyInner>;
  try {
    verified = verifyInner(zip, { anchors, crls, now });
  } catch (error) {
    throw refusalOf(error, resource);
  }
  const { files, digest, certificateSubject } = verified;
  if (!isOfAgency(certificateSubject, agencies?.get(resource)))
    throw new PackageRefused('certificate', resource, 'wrong-agency');
  const { name, agency } = datasetOf(resource);
  const issuedAt = taipeiTime(now);
  const provenance: Provenance = {
    dataset: resource,
    datasetName: name['zh-Hant'],
    agency: agency['zh-Hant'],
    issuedAt,
    packageDigest: digest,
  };
  const evidence = files.map((file): EvidenceMetadata => ({
    dataset: resource,
    filename: file.name,
    issuedAt,
    digest: createHash('sha256').update(file.bytes).digest('hex'),
    packageDigest: digest,
    certificateSubject: certificateSubject.replaceAll('\n', ', '),
  }));
  const dataset = mappable(resource, files, person, provenance);
  return { dataset, metadata: evidence, files };
}

/** Whole documents are kept only where the form has an evidence question for them. */
function keptDocuments(form: FormDefinition, resource: string, files: readonly PackageFile[]): KeptDocument[] {
  const question = placedFields(form).find(
    ({ field }) => field.type === 'evidence' && field.dataset === resource,
  )?.field;
  if (!question) return [];
  return files.map(({ name, bytes }) => ({
    field: question.id,
    filename: name,
    base64: Buffer.from(bytes).toString('base64'),
  }));
}

/** A dataset that comes as documents only has nothing to map: its files are evidence. */
function mappable(
  resource: string,
  files: readonly PackageFile[],
  person: string,
  provenance: Provenance,
): ReceivedDataset | undefined {
  const reader = readerOf(resource);
  const media = reader?.shape.media ?? 'json';
  const file = payloadFile(files, resource, media);
  if (!reader || !file) return undefined;
  let normalised: ReceivedDataset['normalised'];
  try {
    normalised = reader.normalise(payloadOf(file, media) as JsonValue);
  } catch (error) {
    throw new PackageRefused(
      'normalise',
      resource,
      error instanceof Error && 'reason' in error ? String(error.reason) : 'unreadable',
    );
  }
  if (isOfPerson(reader, normalised, person) === false) throw new PackageRefused('wrong-person', resource);
  return { normalised: withSelf(reader, normalised, person), provenance };
}

function refusalOf(error: unknown, resource?: string): PackageRefused {
  if (error instanceof PackageError) return new PackageRefused(error.step, resource, error.reason);
  throw error;
}

/** ISO 8601 with Taiwan's offset. */
const taipeiTime = (now: Date): string => `${new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
