/** What an application is held against: the rules' context for this organisation, in this environment. */
import { catalogue, datasets } from '#schemas/datasets/catalogue.ts';
import { classOfHost } from '../../calls/reach/address-class.ts';
import type { Platform } from '../platform.ts';
import type { Organisation, RegisteredService } from '../storage.ts';
import type { ServiceDefinition } from './definition.ts';
import type { RuleContext } from './rules/rule.ts';

export interface HeldAgainst {
  readonly organisation: Pick<Organisation, 'kind' | 'name'>;
  readonly stage: RuleContext['stage'];
  /** One that its organisation's system registered says only what its document has a place for. */
  readonly service?: Pick<RegisteredService, 'ownId'>;
  /** Those that will be judged by it. */
  readonly definitions: readonly (ServiceDefinition | undefined)[];
}

/**
 * Host names in the addresses of `definitions` are looked up here, where the platform can, so that judging stays pure:
 * what is judged by this context must be among them. A name that was not found leads nowhere.
 */
export async function rulesFor(
  { config, addressesOf }: Pick<Platform, 'config' | 'addressesOf'>,
  { organisation, stage, service, definitions }: HeldAgainst,
): Promise<RuleContext> {
  const names = addressesOf ? namesIn(definitions) : [];
  const found = await Promise.all(names.map(async (name) => [name, (await addressesOf?.(name)) ?? []] as const));
  const resolved = new Map(found);
  return {
    stage,
    environment: config.environment,
    networks: config.networks ?? [],
    ...(addressesOf && { leadsTo: (hostname) => resolved.get(hostname) ?? [] }),
    ...(service?.ownId !== undefined && { unsaid: 'asked' }),
    organisation: organisation.kind,
    organisationName: organisation.name,
    catalogue,
    fieldsOf: (id) => datasets.get(id)?.fields,
  };
}

function namesIn(definitions: HeldAgainst['definitions']): readonly string[] {
  const urls = definitions.flatMap((one) => (one ? [one.returnUrl, one.spApiUrl] : []));
  const hosts = urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).hostname);
  return [...new Set(hosts)].filter((host) => classOfHost(host) === 'name');
}
