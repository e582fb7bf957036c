/** The county's services at work: forms published into storage, what they ask for, their registration at the platform. */
import { createHash } from 'node:crypto';
import { catalogue, datasets } from '../../../schemas/datasets/catalogue.ts';
import type { CatalogueEntry, Dataset } from '../../../schemas/datasets/types.ts';
import type { FormDefinition } from '../../../schemas/form/definition.ts';
import type { Validate } from '../../../schemas/form/validate.ts';
import type { Service } from '../../../schemas/services/types.ts';
import type { AskedDataset, AskedDatasets, ServiceDetail, ServiceSummary } from '../../../schemas/wire/county-api.ts';
import { translatedNow } from '../../../schemas/publish/translations.ts';
import type { Schedule } from '../../../schemas/wire/builder-api.ts';
import { addressOf } from '../addresses.ts';
import type { CountyClient } from '../client-registration.ts';
import type { CountyDependencies } from '../config.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';
import { compileValidator } from '../publish/compile-validator.ts';
import type { LoadedService } from '../publish/load-services.ts';
import { loadValidator } from '../publish/load-validator.ts';
import type { CountyStorage } from '../storage.ts';
import { askedDatasets } from './asked.ts';
import { openingOf } from './opening.ts';
import { newToken } from './seals.ts';
import { stableJson } from './stable-json.ts';

export interface CountyService {
  readonly service: Service;
  /** The form's newest version; drafts and applications keep theirs. */
  readonly form: FormDefinition;
  readonly formVersion: number;
  /** Only what its registration at the platform covers: the rest residents fill in themselves. */
  readonly asked: AskedDatasets;
  readonly client: CountyClient;
  /** ISO times; outside of them nothing new is begun. */
  readonly schedule: Schedule;
}

type Given = Pick<CountyDependencies, 'storage' | 'clock' | 'config' | 'keys' | 'log'>;

/**
 * Publishes what changed in the files since the last start: version 1 at first, then the next. What was published by a
 * person stands above the files.
 */
export async function publishServices(given: Given): Promise<Map<string, CountyService>> {
  const { storage, config, keys } = given;
  const made = new Map<string, CountyService>();
  const schedules = new Map((await storage.formSchedules()).map((one) => [one.form, one]));
  const add = (version: Published): void =>
    void made.set(version.service.id, countyService(keys.clients, version, schedules.get(version.service.id)));
  for (const loaded of config.services) add(await publish(given, loaded));
  for (const { form } of await storage.latestVersions())
    if (!made.has(form)) {
      const kept = await keptVersion(given, form);
      if (kept) add(kept);
    }
  return made;
}

interface Published extends LoadedService {
  readonly formVersion: number;
}

/** No registration yet: the platform knows nothing of it, and nothing is asked. */
const unregistered = (service: string): CountyClient => ({
  service,
  clientId: '',
  clientSecret: newToken().slice(0, 16),
  cbcIv: newToken().slice(0, 16),
  resources: [],
});

export function countyService(
  clients: readonly CountyClient[],
  { service, form, formVersion }: Published,
  schedule?: Schedule,
): CountyService {
  const client = clients.find((one) => one.service === service.id) ?? unregistered(service.id);
  const { opensAt, closesAt } = schedule ?? {};
  const covered = ({ id }: AskedDataset): boolean => client.resources?.includes(id) ?? true;
  const { all, anyOf } = askedDatasets(service, form);
  const asked = {
    all: all.filter(covered),
    anyOf: anyOf.map((group) => group.filter(covered)).filter((group) => group.length),
  };
  return {
    service,
    form,
    formVersion,
    asked,
    client,
    schedule: { ...(opensAt !== undefined && { opensAt }), ...(closesAt !== undefined && { closesAt }) },
  };
}

async function publish(given: Given, { service, form }: LoadedService): Promise<Published> {
  const { storage, log } = given;
  const definition = JSON.stringify(form);
  const fileDigest = sha256(stableJson({ service, form }));
  const { source } = await compileValidator(form);
  const digest = createHash('sha256').update(definition).update('\0').update(source).digest('hex');
  for (;;) {
    const latest = await storage.latestForm(service.id);
    const record = latest && (await storage.formVersion(service.id, latest.version));
    if (record?.source === 'builder') {
      if (fileDigest !== (await fileOf(storage, service.id)))
        log.warn({ service: service.id, version: record.version }, 'files not used: a version was published since');
      const kept = await keptVersion(given, service.id);
      if (kept) return kept;
    }
    const unchanged = latest?.digest === digest && (record === undefined || record.fileDigest === fileDigest);
    if (unchanged && record) return { service, form, formVersion: latest.version };
    const version = (latest?.version ?? 0) + (unchanged ? 0 : 1);
    const publishedAt = unchanged ? latest.publishedAt : given.clock.now().toISOString();
    const result = await storage.commit([
      ...(unchanged
        ? []
        : [
            {
              step: 'publish-form' as const,
              form: { service: service.id, version, digest, definition, validator: source, publishedAt },
            },
          ]),
      {
        step: 'record-version',
        version: {
          form: service.id,
          version,
          service,
          translated: translatedNow({ service, form }),
          source: 'file',
          fileDigest,
          publishedAt,
        },
      },
    ]);
    // Another process published at the same time: look again.
    if (!result.ok) continue;
    log.info({ service: service.id, version }, 'form published');
    return { service, form, formVersion: version };
  }
}

/** Digest of the files that were last published. */
async function fileOf(storage: CountyStorage, service: string): Promise<string | undefined> {
  return (await storage.formVersions(service)).find(({ source }) => source === 'file')?.fileDigest;
}

/** The newest version as it was published; with a changed compiler it is compiled anew, as the next version. */
async function keptVersion({ storage, clock, log }: Given, id: string): Promise<Published | undefined> {
  for (;;) {
    const latest = await storage.latestForm(id);
    const record = latest && (await storage.formVersion(id, latest.version));
    if (!latest || !record) return undefined;
    const { service } = record;
    const form = JSON.parse(latest.definition) as FormDefinition;
    const { source } = await compileValidator(form);
    if (source === latest.validator) return { service, form, formVersion: latest.version };
    const version = latest.version + 1;
    const publishedAt = clock.now().toISOString();
    const digest = createHash('sha256').update(latest.definition).update('\0').update(source).digest('hex');
    const result = await storage.commit([
      {
        step: 'publish-form',
        form: { service: id, version, digest, definition: latest.definition, validator: source, publishedAt },
      },
      { step: 'record-version', version: { ...record, version, publishedAt } },
    ]);
    if (result.ok) log.info({ service: id, version }, 'form compiled anew');
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export async function formOf(
  county: Pick<County, 'storage' | 'services'>,
  service: string,
  version: number,
): Promise<FormDefinition> {
  const current = county.services.get(service);
  if (current?.formVersion === version) return current.form;
  const published = await county.storage.form(service, version);
  if (!published) throw countyError('form-unknown');
  return JSON.parse(published.definition) as FormDefinition;
}

/** The same text that the page imports. */
export async function validatorOf(
  { storage, clock }: Pick<County, 'storage' | 'clock'>,
  service: string,
  version: number,
): Promise<Validate> {
  const published = await storage.form(service, version);
  if (!published) throw countyError('form-unknown');
  return loadValidator(published.validator, clock);
}

export function serviceSummary({ service: { id, name, summary, agency, modes } }: CountyService): ServiceSummary {
  return { id, name, summary, agency, modes };
}

export function serviceDetail(
  { config, clock, addresses }: Pick<County, 'config' | 'clock' | 'addresses'>,
  { service, asked, client, schedule }: CountyService,
): ServiceDetail {
  return {
    ...service,
    opening: openingOf({ schedule }, clock),
    asked,
    platformName: config.platformName ?? { 'zh-Hant': 'MyData 平臺', en: 'MyData platform' },
    platformOrigin: new URL(config.platformUrl).origin,
    manualUrl: addressOf(addresses, 'manual', service.id),
    ...(service.modes.includes('counter') && client.clientId && { counterClient: client.clientId }),
  };
}

/** Datasets that a service asks for are in the catalogue: its files were checked against it. */
export function datasetOf(id: string): CatalogueEntry {
  const entry = catalogue.get(id);
  if (!entry) throw new TypeError(`${id} is not in the catalogue`);
  return entry;
}

/** Undefined where the payload's fields are not known. */
export const readerOf = (id: string): Dataset | undefined => datasets.get(id);
