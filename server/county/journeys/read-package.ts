/**
 * From the platform's JWE to what a form's questions get. Owns the order of refusal: opened → exactly the asked datasets →
 * the four steps for each → the right person → readable. Everything that no question uses ends with this function's scope.
 */
import { createHash } from 'node:crypto';
import type { FormDefinition } from '#schemas/form/definition.ts';
import type { AnswerValue } from '#schemas/form/answers.ts';
import { mapForm, type MapOptions, type ReceivedDataset } from '#schemas/mapping/map.ts';
import type { Absence, Provenance } from '#schemas/mapping/types.ts';
import { dateInTaiwan, localInTaiwan } from '#schemas/taiwan/calendar.ts';
import { openPackage, type OpenPackage, type PackageTrust } from '../../packages/open-package.ts';
import { isAbout, personsIn } from '../../packages/persons.ts';
import { PackageError, ProtocolError, wordOf, type Layer } from '../../protocol/mydata-1/errors.ts';
import type { PackageFile } from '../../protocol/mydata-1/inner-zip.ts';
import { readOuter, type OuterEntry } from '../../protocol/mydata-1/outer-zip.ts';
import { openPayload } from '../../protocol/mydata-1/payload.ts';
import type { FailCode } from '../storage.ts';
import { datasetsBeside } from './absences.ts';
import { datasetOf } from '../services/catalogue.ts';
import { placedFields } from '../drafts/form-fields.ts';
import type {
  AtCounter,
  EvidenceMetadata,
  KeptDocument,
  OfficialContents,
  OfficialEntry,
} from '../drafts/official-contents.ts';
import { ownName, withSelf } from './own-row.ts';

export type RefusalStep = PackageError['step'] | ProtocolError['code'] | 'resources' | 'not-had';

/** What a log may say of a refused package beside its step: never what was in it. */
export interface RefusalFacts {
  /** One word of `openingWords`, for what exactly was wrong. */
  readonly code: string;
  /** Of what was being opened: the sealed payload, the platform's archive, a provider's. */
  readonly bytes?: number;
  /** As the sealed payload names its algorithms. */
  readonly alg?: string;
  readonly enc?: string;
}

/** `step`, `reason` and `facts` are for the log and name no value. */
export class PackageRefused extends Error {
  constructor(
    readonly step: RefusalStep,
    readonly resource?: string,
    readonly reason?: string,
    readonly code: FailCode = 'package',
    readonly facts?: RefusalFacts,
  ) {
    super(step);
    this.name = 'PackageRefused';
  }
}

export interface PackageInput {
  readonly jwe: string;
  readonly secretKey: string;
  /** Exactly what was asked for; at a counter what may come, of which the person chose. */
  readonly resources: readonly string[];
  /** The national id that was sent with the request. Absent at a counter. */
  readonly person?: string;
  /** At a counter, where a package names several people: which of them consented. */
  readonly isPerson?: (nationalId: string) => Promise<boolean>;
  readonly form: FormDefinition;
  /** Why a dataset that the form reads is not in the package; absent: it was not asked for. */
  readonly absent?: (dataset: string, got: ReadonlySet<string>) => Absence;
  /** Why a value was not asked for; absent: all were. */
  readonly withheld?: MapOptions['withheld'];
  readonly trust: PackageTrust;
  readonly now: Date;
}

/** Throws `PackageRefused`; then nothing of the package may be kept. */
export async function readPackage(input: PackageInput): Promise<OfficialContents> {
  const entries = await opened(input);
  const read = entries.flatMap(({ resourceId, code, zip }) =>
    code === 204 || !zip ? [] : [readDataset(resourceId, zip, input)],
  );
  const person = input.person ?? (await personOf(read, input));
  const got = new Set(entries.map(({ resourceId }) => resourceId));
  const absent = datasetsBeside(input.form, got).map((id) => [id, input.absent?.(id, got) ?? 'not-asked'] as const);
  const received = new Map<string, ReceivedDataset | Absence>(absent);
  const evidence: EvidenceMetadata[] = [];
  const documents: KeptDocument[] = [];
  const names: string[] = [];
  for (const { resourceId } of entries) {
    const one = read.find(({ resource }) => resource === resourceId);
    if (!one) received.set(resourceId, 'no-record');
    else {
      const dataset = ofPerson(one, person);
      if (dataset) received.set(resourceId, dataset);
      const name = dataset && person !== nobody && ownName(one.payload!.reader, dataset.normalised);
      if (name) names.push(name);
      evidence.push(...one.metadata);
      documents.push(...keptDocuments(input.form, resourceId, one.files));
    }
  }
  const { values, rows, missing } = mapForm(input.form, received, {
    today: dateInTaiwan(input.now),
    withheld: input.withheld,
  });
  const entriesOf = Object.entries(values).map(([id, { value, policy, provenance }]): [string, OfficialEntry] => [
    id,
    { value, policy, provenance },
  ]);
  const rowsOf = Object.entries(rows).map(([id, { value, policy, provenance }]): [string, OfficialEntry] => [
    id,
    { value: value as readonly AnswerValue[], policy, provenance },
  ]);
  return {
    person,
    ...(names[0] !== undefined && { personName: names[0] }),
    values: Object.fromEntries([...entriesOf, ...rowsOf]),
    missing,
    officialRows: Object.fromEntries(Object.entries(rows).map(([id, { value }]) => [id, value.length])),
    noRecord: entries.filter(({ code }) => code === 204).map(({ resourceId }) => resourceId),
    absent: Object.fromEntries(absent),
    evidence,
    documents,
    ...(input.person === undefined && { atCounter: asSigned(entries) }),
  };
}

const asSigned = (entries: readonly OuterEntry[]): AtCounter => ({
  resources: entries.map(({ resourceId }) => resourceId),
  packages: entries.flatMap(({ resourceId, zip }) =>
    zip ? [{ dataset: resourceId, base64: Buffer.from(zip).toString('base64') }] : [],
  ),
});

async function opened({ jwe, secretKey, resources, person }: PackageInput): Promise<readonly OuterEntry[]> {
  const { zip, header } = await unsealed(jwe, secretKey);
  const seen = { bytes: zip.length, ...header };
  let entries: readonly OuterEntry[];
  try {
    entries = readOuter(zip);
  } catch (error) {
    throw refusalOf(error, { layer: 'outer', ...seen });
  }
  const got = entries.map(({ resourceId }) => resourceId).sort();
  const asAsked =
    person === undefined
      ? got.length > 0 && new Set(got).size === got.length && got.every((id) => resources.includes(id))
      : got.join(':') === [...resources].sort().join(':');
  if (!asAsked) {
    const code = 'resources-not-as-asked';
    throw new PackageRefused('resources', undefined, 'not-as-asked', 'package', { code, ...seen });
  }
  const failed = entries.find(({ code }) => code !== 200 && code !== 204);
  if (failed) throw new PackageRefused('not-had', failed.resourceId, String(failed.code), 504, { code: 'not-had' });
  return entries;
}

interface ReadDataset {
  readonly resource: string;
  readonly files: readonly PackageFile[];
  readonly metadata: readonly EvidenceMetadata[];
  readonly provenance: Provenance;
  /** Absent where the dataset comes as documents only. */
  readonly payload?: OpenPackage['payload'];
}

function readDataset(resource: string, zip: Uint8Array, { trust, now }: PackageInput): ReadDataset {
  let opened: OpenPackage;
  try {
    opened = openPackage(resource, zip, trust, now);
  } catch (error) {
    throw refusalOf(error, { layer: 'inner', bytes: zip.length }, resource);
  }
  const { files, digest, certificateSubject, payload } = opened;
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
  return { resource, files, metadata: evidence, provenance, ...(payload && { payload }) };
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

/** Undefined: nothing to map. */
function ofPerson({ resource, payload, provenance }: ReadDataset, person: string): ReceivedDataset | undefined {
  if (!payload) return undefined;
  const { reader, normalised } = payload;
  if (person === nobody) return { normalised, provenance };
  if (!isAbout(reader, normalised, person)) throw wrongPerson(resource);
  return { normalised: withSelf(reader, normalised, person), provenance };
}

/**
 * The one whom all datasets name. Where that may be another of a household, or somebody whose id is masked, the platform is
 * asked which of them it is.
 */
async function personOf(read: readonly ReadDataset[], { isPerson }: PackageInput): Promise<string> {
  const payloads = read.flatMap(({ payload }) => (payload ? [payload] : []));
  const all = payloads.map(({ reader, normalised }) => personsIn(reader, normalised));
  const named = [...new Set(all.flatMap(({ whole }) => whole))];
  const may = named.filter((id) => payloads.every(({ reader, normalised }) => isAbout(reader, normalised, id)));
  if (may.length === 1 && all.every(({ others }) => !others.length)) return may[0]!;
  for (const id of may) if (await isPerson?.(id)) return id;
  // Where no whole id speaks against it, no value can be said to be another person's.
  const isNobodys = all.every(({ whole, others }) => !whole.length || others.length);
  if (!isNobodys || (named.length && !isPerson)) throw wrongPerson();
  return nobody;
}

/** Whose data it is, at a counter, where nothing in it says so. */
const nobody = '';

const wrongPerson = (resource?: string): PackageRefused =>
  new PackageRefused('wrong-person', resource, undefined, 'package', { code: 'wrong-person' });

async function unsealed(jwe: string, secretKey: string): ReturnType<typeof openPayload> {
  try {
    return await openPayload(jwe, secretKey);
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    const { code, about } = error;
    throw new PackageRefused(code, undefined, undefined, 'package', { code, bytes: jwe.length, ...about });
  }
}

function refusalOf(
  error: unknown,
  { layer, ...seen }: { readonly layer: Layer } & Omit<RefusalFacts, 'code'>,
  resource?: string,
): PackageRefused {
  if (!(error instanceof PackageError)) throw error;
  const { step, reason } = error;
  return new PackageRefused(step, resource, reason, 'package', { code: wordOf(error, layer), ...seen });
}

/** ISO 8601 with Taiwan's offset. */
const taipeiTime = (now: Date): string => `${localInTaiwan(now)}+08:00`;
