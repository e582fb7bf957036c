/**
 * What the platform answered by letter, entered by an administrator: the keys that it gave out, and its decision about one
 * version. From here on it is the same as if a register had said it.
 */
import { recordAction } from '../../accounts/session.ts';
import type { FormDefinition } from '#schemas/form/definition.ts';
import { askedOf, type Asked } from '#schemas/services/asked.ts';
import { askedDifferences } from '#schemas/services/asked-differences.ts';
import type { County } from '../county.ts';
import { refreshService } from '../services/catalogue.ts';
import type { CountyService } from '../services/county-service.ts';
import type { Version } from '../services/county-service.ts';
import type { StaffForm } from '../staff/form.ts';
import type { CountyStaff } from '../staff/session.ts';
import { isCovered, isStopped } from './cover.ts';
import { sealKeys } from './record.ts';
import type { RegistrationRow } from './storage.ts';

const decisions = ['registered', 'returned', 'refused', 'suspended', 'ended'] as const;
export type Decision = (typeof decisions)[number];

const longestWords = 2000;

/**
 * Published versions that ask for what is not registered, newest first; where there is none, the newest. Of a stopped service
 * the one that ran, too: the platform may let it run again before it has decided about a later one.
 */
export async function openVersions(
  { storage }: Pick<County, 'storage'>,
  { newest, known }: CountyService,
): Promise<readonly Version[]> {
  const open: Version[] = [];
  for (const { form: id, version, service } of await storage.formVersions(newest.service.id)) {
    const published = await storage.form(id, version);
    if (!published) continue;
    const one = { service, form: JSON.parse(published.definition) as FormDefinition, formVersion: version };
    // What stood before one that is covered is history.
    const covered = isCovered(known, askedOf(one));
    if (!covered || (open.length && isStopped(known))) open.push(one);
    if (covered) break;
  }
  return open.length ? open : [newest];
}

/** → what is wrong, or nothing: it is decided */
export async function enterDecision(
  county: County,
  staff: CountyStaff,
  service: CountyService,
  form: StaffForm,
): Promise<string | undefined> {
  if (county.registrar?.by !== 'letter') return '這個系統的登錄由平臺直接決定，不必填入。';
  const { id } = service.newest.service;
  const decision = decisions.find((one) => one === form['decision']);
  if (!decision) return '請選擇平臺的答覆。';
  const version = (await openVersions(county, service)).find((one) => String(one.formVersion) === form['version']);
  if (!version) return '這個版本已經不需要答覆，請重新整理網頁。';
  const words = (form['words'] ?? '').trim();
  if ([...words].length > longestWords) return `審查意見最多 ${longestWords} 個字。`;
  if (decision !== 'registered' && !words) return '請抄錄平臺的審查意見或理由。';
  const keys = keysIn(form);
  if (typeof keys === 'string') return keys;
  if (keys && (await isAnothers(county, id, keys))) return '這個服務代碼是另一項服務的，請照平臺給的填。';
  const before = await county.storage.registration(id);
  if (decision === 'registered' && !keys && !before?.keys && !service.known.file)
    return '第一次登錄要填平臺給的服務代碼與金鑰。';

  const now = county.clock.now();
  const answer: Answer = { since: now.toISOString(), ...(words && { words: [words] }) };
  const row: RegistrationRow = {
    service: id,
    ...afterDecision(service, decision, version, answer, before),
    ...((keys ?? before)?.clientId !== undefined && { clientId: (keys ?? before)!.clientId! }),
    ...(keys && { keys: sealKeys(county, id, keys) }),
    decidedAt: now.toISOString(),
    lookedAt: now.toISOString(),
  };
  await county.registering.take(async () => {
    await county.storage.commit([
      { step: 'record-registration', row },
      { step: 'settle-submission', service: id, version: version.formVersion },
      recordAction(
        staff,
        { verb: 'enter-registration', object: `${id} ${version.formVersion}`, reason: `${decision} ${words}`.trim() },
        now,
      ),
    ]);
    await refreshService(county, id);
  });
  county.log.info({ service: id, version: version.formVersion, state: row.state }, 'registration entered');
  return undefined;
}

/** The platform gives each service a client of its own: two with one would take each other's packages. */
const isAnothers = async ({ storage, clients }: County, id: string, { clientId }: Keys): Promise<boolean> =>
  [...(await storage.registrations()), ...clients].some((one) => one.clientId === clientId && one.service !== id);

type Answer = Pick<RegistrationRow, 'since' | 'words'>;
type Standing = Answer & Pick<RegistrationRow, 'state'>;

/**
 * The answer is about one version. What was published after it was sent waits for its own, or has had it; and what was said
 * of a suspension stays said. The words of an answer that changes neither stand in the record of actions.
 */
function afterDecision(
  { newest, known }: CountyService,
  decision: Decision,
  version: Version,
  answer: Answer,
  before: RegistrationRow | undefined,
): Standing & Pick<RegistrationRow, 'covers' | 'pending'> {
  const kept = before?.covers && { covers: before.covers };
  if (decision === 'suspended' || decision === 'ended')
    return { state: decision, ...answer, ...kept, ...(before?.pending && { pending: before.pending }) };
  const asked = askedOf(version);
  const next = askedOf(newest);
  const waits = before?.pending && isSame(before.pending, next) ? standing(before) : undefined;
  const stopped = before && isStopped({ row: before }) ? standing(before) : undefined;
  if (decision !== 'registered') {
    const later = isSame(asked, next) ? undefined : waits;
    return { ...(stopped ?? later ?? { state: decision, ...answer }), ...kept, pending: later ? next : asked };
  }
  const row: RegistrationRow = { service: '', state: 'registered', since: '', covers: asked, lookedAt: '' };
  if (isCovered({ ...known, row }, next)) return { state: 'registered', ...answer, covers: asked };
  const later: Standing = (!stopped && waits) || { state: 'in-review', since: answer.since };
  return { ...later, covers: asked, pending: next };
}

const standing = ({ state, since, words }: RegistrationRow): Standing => ({ state, since, ...(words && { words }) });

const isSame = (a: Asked, b: Asked): boolean => !askedDifferences(a, b).length;

interface Keys {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly cbcIv: string;
}

/** All three or none: who enters a decision only leaves the keys as they are. */
function keysIn(form: StaffForm): Keys | string | undefined {
  const given = (name: string): string => (form[name] ?? '').trim();
  const keys: Keys = { clientId: given('clientId'), clientSecret: given('clientSecret'), cbcIv: given('cbcIv') };
  if (!keys.clientId && !keys.clientSecret && !keys.cbcIv) return undefined;
  if (!/^[\w.]{3,40}$/.test(keys.clientId)) return '服務代碼是英文字母、數字和句點，請照平臺給的填。';
  if (![keys.clientSecret, keys.cbcIv].every((key) => /^[\x21-\x7e]{16}$/.test(key)))
    return '金鑰與初始向量各是 16 個字，請照平臺給的填，不要有空白。';
  return keys;
}
