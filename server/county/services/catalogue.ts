/** The county's services at work: forms published into storage, what they ask for, their registration at the platform. */
import { createHash } from 'node:crypto';
import { catalogue, datasets } from '../../../schemas/datasets/catalogue.ts';
import type { CatalogueEntry, Dataset } from '../../../schemas/datasets/types.ts';
import type { FormDefinition } from '../../../schemas/form/definition.ts';
import type { Validate } from '../../../schemas/form/validate.ts';
import type { Service } from '../../../schemas/services/types.ts';
import type { AskedDatasets, ServiceDetail, ServiceSummary } from '../../../schemas/wire/county-api.ts';
import type { CountyClient } from '../client-registration.ts';
import type { CountyDependencies } from '../config.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';
import { compileValidator } from '../publish/compile-validator.ts';
import type { LoadedService } from '../publish/load-services.ts';
import { loadValidator } from '../publish/load-validator.ts';
import { askedDatasets } from './asked.ts';

export interface CountyService {
  readonly service: Service;
  /** The form's newest version; drafts and applications keep theirs. */
  readonly form: FormDefinition;
  readonly formVersion: number;
  readonly asked: AskedDatasets;
  readonly client: CountyClient;
}

/** Publishes what changed since the last start: version 1 at first, then the next. */
export async function publishServices(
  given: Pick<CountyDependencies, 'storage' | 'clock' | 'config' | 'keys' | 'log'>,
): Promise<ReadonlyMap<string, CountyService>> {
  const made = new Map<string, CountyService>();
  for (const loaded of given.config.services) {
    const { service, form } = loaded;
    const client = given.keys.clients.find((one) => one.service === service.id)!;
    const formVersion = await publish(given, loaded);
    made.set(service.id, { service, form, formVersion, asked: askedDatasets(service, form), client });
  }
  return made;
}

async function publish(
  { storage, clock, log }: Pick<CountyDependencies, 'storage' | 'clock' | 'log'>,
  { service, form }: LoadedService,
): Promise<number> {
  const definition = JSON.stringify(form);
  const { source } = await compileValidator(form);
  const digest = createHash('sha256').update(definition).update('\0').update(source).digest('hex');
  for (;;) {
    const latest = await storage.latestForm(service.id);
    if (latest?.digest === digest) return latest.version;
    const version = (latest?.version ?? 0) + 1;
    const result = await storage.commit([
      {
        step: 'publish-form',
        form: {
          service: service.id,
          version,
          digest,
          definition,
          validator: source,
          publishedAt: clock.now().toISOString(),
        },
      },
    ]);
    // Another process published at the same time: look again.
    if (!result.ok) continue;
    log.info({ service: service.id, version }, 'form published');
    return version;
  }
}

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

export function serviceDetail({ config }: Pick<County, 'config'>, { service, asked }: CountyService): ServiceDetail {
  return {
    ...service,
    asked,
    platformName: config.platformName ?? { 'zh-Hant': 'MyData 平臺', en: 'MyData platform' },
    platformOrigin: new URL(config.platformUrl).origin,
    manualUrl: `/services/${service.id}/apply`,
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
