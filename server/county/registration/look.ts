/** Looks at the register: what was decided, suspended or ended there takes effect here without anybody's doing. */
import type { Registration } from '#schemas/wire/registry-api.ts';
import type { County } from '../county.ts';
import { refreshService } from '../services/catalogue.ts';
import { stableJson } from '../stable-json.ts';
import { rowOf } from './record.ts';
import { sendSubmissions } from './submit.ts';
import type { RegistrationRow } from './storage.ts';

/** What waits is sent, then the register is asked. To be called several times a minute. */
export async function watchRegistry(county: County): Promise<void> {
  if (!county.registrar) return;
  await sendSubmissions(county);
  await lookAtRegistry(county);
}

/**
 * One look, in its turn: takes over what the register lists, and ends what it lists no more. A register that does not
 * answer changes nothing, and nothing is thrown for it.
 */
export const lookAtRegistry = (county: County): Promise<void> => county.registering.take(() => look(county));

/** A decision of a moment ago counts for whoever sets out now. */
const fresh = 2_000;

/** Before somebody is sent to the platform. A register that does not answer keeps nobody: the platform decides again. */
export async function lookFirst(county: County): Promise<void> {
  if (county.registrar?.by !== 'platform') return;
  await county.registering.share(() => look(county), county.clock.now(), fresh);
}

async function look(county: County): Promise<void> {
  const { registrar, storage, log } = county;
  if (!registrar) return;
  const looked = await registrar.look();
  if (looked.kind === 'away') log.warn({ problem: looked.problem }, 'the register was not to be had');
  if (looked.kind !== 'told') return;
  const known = new Map((await storage.registrations()).map((row) => [row.service, row]));
  const there = new Set(looked.registrations.map(({ service }) => service));
  const work = [
    ...looked.registrations.map((one) => () => take(county, one, known.get(one.service))),
    ...[...known.values()]
      .filter(({ service, clientId }) => !there.has(service) && clientId !== undefined)
      .map((row) => () => forget(county, row)),
  ];
  let failed = false;
  for (const one of work)
    await one().catch((error: unknown) => {
      failed = true;
      log.error({ kind: error instanceof Error ? error.name : 'unknown' }, 'a registration could not be taken');
    });
  if (!failed) looked.taken();
}

async function take(county: County, registration: Registration, before: RegistrationRow | undefined): Promise<void> {
  const row = rowOf(county, registration, before);
  if (before && isSame(before, row)) return renew(county, before);
  await county.storage.commit([{ step: 'record-registration', row }]);
  county.log.info({ service: row.service, state: row.state }, 'registration changed');
  await refreshService(county, row.service);
}

/** The register knows nothing of it any more. */
async function forget(county: County, before: RegistrationRow): Promise<void> {
  if (before.state === 'ended') return renew(county, before);
  const { service, clientId, words: _gone, covers: _off, ...row } = before;
  const now = county.clock.now().toISOString();
  const ended: RegistrationRow = {
    ...row,
    service,
    clientId,
    state: 'ended',
    since: now,
    decidedAt: now,
    lookedAt: now,
  };
  await county.storage.commit([{ step: 'record-registration', row: ended }]);
  county.log.warn({ service }, 'the register does not list this service any more');
  await refreshService(county, service);
}

/** It was stored, and whoever stored it got no further. */
async function renew(county: County, stored: RegistrationRow): Promise<void> {
  const live = county.services.get(stored.service);
  if (live && !(live.known.row && isSame(live.known.row, stored))) await refreshService(county, stored.service);
}

/** Keys are told once, and when it was looked at says nothing. */
function isSame({ keys: _a, lookedAt: _b, ...before }: RegistrationRow, row: RegistrationRow): boolean {
  const { keys: _c, lookedAt: _d, ...after } = row;
  return stableJson(before) === stableJson(after);
}
