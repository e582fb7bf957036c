/** Sends a resident to the platform: a new transaction, and the address to go to. */
import { randomUUID } from 'node:crypto';
import type { Onward, StartJourney } from '#schemas/wire/county-api.ts';
import { serviceAddress } from '../../protocol/mydata-1/addresses.ts';
import { returnUrlOf, type CountyClient } from '../client-registration.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';
import { keep } from '../quotas/keep.ts';
import type { Payer } from '../quotas/payer.ts';
import type { CountyEvent } from './transfer-events.ts';
import type { CountyService } from '../services/county-service.ts';
import { draftUntil } from '../drafts/drafts.ts';
import type { Draft } from '../drafts/draft.ts';
import { typedNationalId } from '../drafts/read-input.ts';

/**
 * The national id is kept sealed with the transfer, and in the address it is encrypted. @throws 422 `national-id`,
 * `choice-missing`; as `requireMydata` and `keep`; 404 `draft-gone`
 */
export async function startJourney(
  county: County,
  payer: Payer,
  service: CountyService,
  draft: Draft,
  input: StartJourney,
): Promise<Onward> {
  const nationalId = typedNationalId(input.nationalId);
  const client = requireMydata(service, input);
  const resources = askedResources(service, input.chosen);
  const txId = randomUUID();
  await recordStart(county, payer, service, draft, { txId, nationalId, resources });
  const location = serviceAddress(county.config.platformUrl, client, {
    resources,
    txId,
    returnUrl: returnUrlOf(county.config.publicUrl, service.service.id),
    nationalId,
  });
  return { location };
}

/** @throws 409 where MyData can not be used now, or the notice that was read is another version's */
export function requireMydata(
  { mydata, client, formVersion }: CountyService,
  { formVersion: read }: Pick<StartJourney, 'formVersion'>,
): CountyClient {
  if (mydata.state === 'suspended' || mydata.state === 'ended') throw countyError('mydata-suspended');
  if (mydata.state === 'not-registered') throw countyError('mydata-not-registered');
  if (mydata.state === 'not-used' || !client) throw countyError('nothing-to-ask');
  if (read !== undefined && read !== formVersion) throw countyError('notice-changed');
  return client;
}

/** Writes down that the resident goes to the platform now. @param before events that led to it */
export async function recordStart(
  county: County,
  payer: Payer,
  service: CountyService,
  draft: Draft,
  {
    txId,
    nationalId,
    resources,
  }: { readonly txId: string; readonly nationalId: string; readonly resources: readonly string[] },
  before: readonly CountyEvent[] = [],
): Promise<void> {
  const now = county.clock.now();
  const id = service.service.id;
  const identity = await county.epochs.sealNow(Buffer.from(nationalId, 'utf8'), `identity:${txId}`, now);
  const person = county.seals.hash('person', nationalId);
  const at = now.toISOString();
  const started = await keep(
    county,
    payer,
    [{ kept: 'journey', draftId: draft.row.id, amount: 1 }],
    [
      {
        step: 'start-journey',
        transfer: { txId, draftId: draft.row.id, service: id, resources, person, identity, startedAt: at },
        draftUntil: await draftUntil(county, draft.row.id),
      },
      ...[...before, 140 as const].map(
        (event) =>
          ({
            step: 'record-transfer',
            record: { at, event, txId, service: id, counterpart: 'platform', person, ok: true },
          }) as const,
      ),
    ],
  );
  if (!started.ok) throw countyError('draft-gone');
  county.log.info({ tx: txId, service: id, event: 140 }, 'resident sent to the platform');
}

/** All that the form needs, and of each group exactly the one that was chosen. */
/** @param chosen may be left out where nothing is to be chosen */
export function askedResources({ asked }: CountyService, chosen: readonly string[] = []): readonly string[] {
  const picked = asked.anyOf.map((group) => {
    const [one, ...more] = group.filter(({ id }) => chosen.includes(id));
    if (!one || more.length) throw countyError('choice-missing');
    return one.id;
  });
  if (new Set(chosen).size !== picked.length) throw countyError('choice-missing');
  const resources = [...asked.all.map(({ id }) => id), ...picked];
  if (!resources.length) throw countyError('nothing-to-ask');
  return resources;
}
