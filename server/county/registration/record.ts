/** From what a register says to what the county keeps of it. Pure, but for the sealing of keys. */
import type { Asked } from '#schemas/services/asked.ts';
import type { Registration } from '#schemas/wire/registry-api.ts';
import type { ClientSecrets } from '../../protocol/mydata-1/fields.ts';
import type { County } from '../county.ts';
import { isStopped } from './cover.ts';
import type { RegistrationRow, RegistrationState } from './storage.ts';

type Needs = Pick<County, 'seals' | 'clock'>;

/**
 * What the register says now takes the place of all that was kept. Since when it is so the register says; where it does
 * not, the time stays as long as the state does. Keys are told once: a row without keeps those that the storage has.
 */
export function rowOf(
  { seals, clock }: Needs,
  { service, clientId, state, covers, pending, decision, keys }: Registration,
  before: RegistrationRow | undefined,
): RegistrationRow {
  const now = clock.now().toISOString();
  const words = wordsOf(
    state,
    decision?.reason,
    pending?.findings.map(({ text, clause }) => `${text}（${clause}）`),
  );
  const since = sinceOf(state, decision?.at, pending?.submittedAt) ?? (before?.state === state ? before.since : now);
  return {
    service,
    state,
    since,
    clientId,
    ...(keys && { keys: sealKeys({ seals }, service, keys) }),
    ...(covers && { covers }),
    ...(pending && { pending: pending.asked }),
    ...(words.length && { words }),
    ...(decision && { decidedAt: decision.at }),
    lookedAt: now,
  };
}

/** By letter: what asks more waits for its decision, what does not takes back the letter before. */
export function postedRow(
  { clock }: Pick<County, 'clock'>,
  { service, asked, covered }: { readonly service: string; readonly asked: Asked; readonly covered: boolean },
  before?: RegistrationRow,
): RegistrationRow {
  const { words: _answered, pending: _taken, ...kept } = before ?? {};
  const now = clock.now().toISOString();
  if (before && isStopped({ row: before }))
    return { ...stopped(before), ...(!covered && { pending: asked }), lookedAt: now };
  return covered
    ? { ...kept, service, state: 'registered', since: now, lookedAt: now }
    : { ...kept, service, state: 'in-review', since: now, pending: asked, lookedAt: now };
}

/**
 * The row of a submission that the register would not take (`returned` or `refused`), with its words. What is
 * registered runs on; a suspension or an end stays said, and only what is pending changes.
 */
export const refusedRow = (
  { clock }: Pick<County, 'clock'>,
  { service, pending, words, state }: Pick<RegistrationRow, 'service' | 'pending' | 'words' | 'state'>,
  before?: RegistrationRow,
): RegistrationRow => {
  const now = clock.now().toISOString();
  if (before && isStopped({ row: before })) return { ...stopped(before), pending, lookedAt: now };
  return { ...before, service, state, since: now, pending, words, decidedAt: now, lookedAt: now };
};

/** What is sent while a service is stopped starts it again by no answer but the platform's own. */
const stopped = ({ pending: _before, ...row }: RegistrationRow): RegistrationRow => row;

/** The reviewer's, once there is a decision; what the checks found stands beside a submission that was not decided. */
function wordsOf(
  state: RegistrationState,
  reason: string | undefined,
  findings: readonly string[] = [],
): readonly string[] {
  if (state === 'registered') return [];
  const said = state === 'in-review' ? '' : (reason ?? '');
  return [...new Set([...(said ? [said] : []), ...(state === 'returned' && !said ? findings : [])])];
}

function sinceOf(state: RegistrationState, decidedAt?: string, submittedAt?: string): string | undefined {
  return state === 'in-review' ? submittedAt : decidedAt;
}

/** `client_secret` and `cbc_iv`, sealed for this service alone. */
export const sealKeys = ({ seals }: Pick<County, 'seals'>, service: string, keys: ClientSecrets): Buffer =>
  seals.sealJson('registration', service, { clientSecret: keys.clientSecret, cbcIv: keys.cbcIv });

/** → undefined where no keys have come yet */
export const openKeys = (
  { seals }: Pick<County, 'seals'>,
  { service, keys }: RegistrationRow,
): ClientSecrets | undefined => keys && seals.openJson<ClientSecrets>('registration', service, keys);
