/**
 * Changing secrets without stopping. A new pair stands beside the old: both open what the service provider sends, we go on
 * encrypting with the old until the provider says that it is ready; then the old is still accepted for seven days.
 */
import { after } from '../../lifetimes.ts';
import { newId, personHash } from '../hashes.ts';
import type { Platform } from '../platform.ts';
import type { Staff } from '../staff/session.ts';
import type { RegisteredService } from '../storage.ts';
import { newClientSecrets, sealSecrets } from './client-keys.ts';
import { afterCommit, decided, type Outcome } from './outcome.ts';
import { stateAt } from './phases.ts';
import { noTesters, type HandedOut } from './services.ts';

/** Adds a pair as `next`, sealed, and gives it back in clear this once. `moved` where one waits to be used already. */
export async function prepareKey(
  { storage, clock, keys }: Platform,
  staff: Staff,
  { id: serviceId, clientId }: RegisteredService,
): Promise<Outcome<{ readonly keys: HandedOut }>> {
  const at = clock.now();
  const secrets = newClientSecrets();
  const id = newId();
  const sealed = sealSecrets(keys, { id, clientId }, secrets);
  const result = await storage.commit([
    { step: 'add-client-key', key: { id, clientId, sealed, createdAt: at, role: 'next' } },
    ...decided(staff, record(serviceId, at, 'prepare-key', '產生新金鑰，與舊金鑰並用')),
  ]);
  return afterCommit(result, { keys: { clientId, ...secrets } });
}

/**
 * The next pair becomes the current one, which is good for 7 more days; one from an earlier change is deleted. `moved`
 * where no next pair stands ready.
 */
export async function switchKey(
  { storage, clock }: Platform,
  staff: Staff,
  { id: serviceId, clientId }: RegisteredService,
): Promise<Outcome> {
  const at = clock.now();
  const next = (await storage.clientKeys(clientId)).find(({ role }) => role === 'next');
  if (!next) return { kind: 'moved' };
  const retiresAt = after(at, 'clientKeyOverlap');
  const result = await storage.commit([
    { step: 'switch-client-key', clientId, keyId: next.id, retiresAt },
    ...decided(staff, record(serviceId, at, 'switch-key', '改用新金鑰')),
  ]);
  return afterCommit(result, {});
}

/** Drops what is not in use: a new pair that was lost, or the former one before its time. */
export async function dropKey(
  { storage, clock }: Platform,
  staff: Staff,
  { id: serviceId, clientId }: RegisteredService,
  keyId: string,
): Promise<Outcome> {
  const at = clock.now();
  const result = await storage.commit([
    { step: 'drop-client-key', clientId, keyId },
    ...decided(staff, record(serviceId, at, 'drop-key', '停用一組金鑰')),
  ]);
  if (result.ok) await storage.eraseDeleted();
  return afterCommit(result, {});
}

const record = (subjectId: string, at: Date, what: string, reason: string) =>
  ({ subject: 'service', subjectId, at, side: 'provider', what, reason }) as const;

/** Inside testers of the trial (手冊 貳-一-(五)-2), kept as keyed hashes. The list given takes the place of the one before. */
export async function setTesters(
  { storage, clock, keys }: Platform,
  staff: Staff,
  { id: serviceId, state }: RegisteredService,
  nationalIds: readonly string[],
): Promise<Outcome> {
  const at = clock.now();
  const { phase, resumes } = stateAt(state, at);
  // A trial has its testers for as long as it lasts.
  if (!nationalIds.length && (phase === 'suspended' ? resumes : phase) === 'trial')
    return { kind: 'refused', findings: [noTesters] };
  const hashes = new Set(nationalIds.map((id) => personHash(keys.hashKey, id)));
  const result = await storage.commit([
    { step: 'drop-testers', serviceId },
    ...[...hashes].map((hash) => ({ step: 'add-tester', serviceId, personHash: hash, at }) as const),
    ...decided(staff, record(serviceId, at, 'set-testers', `${hashes.size} 位內部測試人員`)),
  ]);
  return afterCommit(result, {});
}
