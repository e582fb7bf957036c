/** The county's services at work: which version residents get, what it asks of MyData, and whether that can be had now. */
import type { CountyService } from './county-service.ts';
import { catalogue } from '#schemas/datasets/catalogue.ts';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import type { FormDefinition } from '#schemas/form/definition.ts';
import type { Validate } from '#schemas/form/validate.ts';
import { askedOf, type Asked } from '#schemas/services/asked.ts';
import type { Service } from '#schemas/services/types.ts';
import type { ServiceDetail, ServiceSummary } from '#schemas/wire/county-api.ts';
import { addressOf } from '../addresses.ts';
import type { CountyClient } from '../client-registration.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';
import { loadValidator } from '../publish/load-validator.ts';
import { isCovered, type Known } from '../registration/cover.ts';
import { clientOf, knownOf, standingOf } from '../registration/standing.ts';
import { askedDatasets, nothingAsked } from './asked.ts';
import { openingOf } from './opening.ts';
import type { Version } from './county-service.ts';

type Needs = Pick<County, 'storage' | 'seals' | 'clients' | 'config'>;

/** By id, in the order given; left out is what was never published. Keys are opened on the way. */
export async function liveServices(needs: Needs, ids: readonly string[]): Promise<Map<string, CountyService>> {
  const live = new Map<string, CountyService>();
  for (const id of ids) {
    const service = await liveService(needs, id);
    if (service) live.set(id, service);
  }
  return live;
}

/** After something was published, scheduled or registered. */
export async function refreshService(county: Needs & Pick<County, 'services'>, id: string): Promise<void> {
  const service = await liveService(county, id);
  if (service) county.services.set(id, service);
}

/** The newest version that is covered; where none is, the newest, without MyData. */
async function liveService(needs: Needs, id: string): Promise<CountyService | undefined> {
  const known = await knownOf(needs, id);
  let newest: Version | undefined;
  for await (const version of versionsOf(needs, id)) {
    newest ??= version;
    const asks = askedOf(version);
    if (isCovered(known, asks)) return made(needs, { id, known, version, newest, asks, covered: true });
  }
  return newest && made(needs, { id, known, version: newest, newest, asks: askedOf(newest), covered: false });
}

/** Newest first. */
async function* versionsOf({ storage }: Needs, id: string): AsyncGenerator<Version> {
  for (const { version, service } of await storage.formVersions(id)) {
    const published = await storage.form(id, version);
    if (published) yield { service, form: JSON.parse(published.definition) as FormDefinition, formVersion: version };
  }
}

interface Found {
  readonly id: string;
  readonly known: Known;
  readonly version: Version;
  readonly newest: Version;
  readonly asks: Asked;
  readonly covered: boolean;
}

async function made(needs: Needs, { id, known, version, newest, asks, covered }: Found): Promise<CountyService> {
  const { opensAt, closesAt } = (await needs.storage.formSchedule(id)) ?? {};
  const client = clientOf(needs, id, known);
  const mydata = standingOf({ known, asks, covered, client });
  return {
    ...version,
    asks,
    asked: mydata.state === 'offered' ? askedDatasets(asks, version.service, version.form) : nothingAsked,
    mydata,
    ...(client && { client }),
    known,
    newest,
    schedule: { ...(opensAt !== undefined && { opensAt }), ...(closesAt !== undefined && { closesAt }) },
    closed: mydata.state === 'not-registered' && needs.config.unregistered === 'closed',
  };
}

/**
 * The definition of one version, live or not: drafts keep the version that they were begun with. @throws 404
 * `form-unknown`
 */
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

/** For the list of services 服務列表. */
export function serviceSummary({
  service: { id, name, summary, agency, modes },
  mydata,
}: CountyService): ServiceSummary {
  return { id, name, summary, agency, modes, mydata };
}

/**
 * For a service's own page: times, the notice 告知 of what is asked, where the platform is. Of the client only
 * `client_id`, and that where the service is offered at counters 臨櫃.
 */
export function serviceDetail(
  { config, clock, addresses }: Pick<County, 'config' | 'clock' | 'addresses'>,
  { service, formVersion, asked, mydata, client, ...live }: CountyService,
): ServiceDetail {
  return {
    ...service,
    formVersion,
    opening: openingOf(live, clock),
    asked,
    mydata,
    platformName: config.platformName ?? { 'zh-Hant': 'MyData 平臺', en: 'MyData platform' },
    platformOrigin: new URL(config.platformUrl).origin,
    manualUrl: addressOf(addresses, 'manual', service.id),
    ...(mydata.state === 'offered' && isAtCounter(service, client) && { counterClient: client!.clientId }),
  };
}

/** A clients file that names no ways means online only. */
const isAtCounter = ({ modes }: Service, client: CountyClient | undefined): boolean =>
  modes.includes('counter') && (client?.modes?.includes('counter') ?? false);

/** Datasets that a service asks for are in the catalogue: its files were checked against it. */
export function datasetOf(id: string): CatalogueEntry {
  const entry = catalogue.get(id);
  if (!entry) throw new TypeError(`${id} is not in the catalogue`);
  return entry;
}
