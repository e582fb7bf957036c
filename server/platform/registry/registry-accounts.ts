/**
 * Accounts with which an organisation's own system speaks to the registry 登錄帳號. The password is random and shown once;
 * kept is its hash. A renewed one is good at once and the old is not; who must not be interrupted makes a second account
 * and revokes the first.
 */
import { randomInt } from 'node:crypto';
import { newSecret, secretHash } from '../../crypto/secret.ts';
import type { BasicCredentials } from '../../http/basic-auth.ts';
import { sameSecret } from '../../http/constant-time.ts';
import type { Platform } from '../platform.ts';
import type { Staff } from '../staff/session.ts';
import type { Organisation, RegistryAccount } from '../storage.ts';
import { afterCommit, decided, type Outcome } from './outcome.ts';

type Needs = Pick<Platform, 'storage' | 'clock'>;
type By = Pick<Staff, 'id' | 'name'>;

export interface HandedOutAccount {
  readonly account: string;
  readonly password: string;
}

/** Enough to change one for another, and to tell systems apart. */
export const mostAccounts = 5;

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const newAccountId = (): string =>
  `REG.${Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')}`;

/**
 * `REG.` and 10 characters, with a password in clear that is given back here only. `too-many` where five are open; a
 * decision `make-registry-account` of the organisation is written in the same plan.
 */
export async function makeRegistryAccount(
  { storage, clock }: Needs,
  by: By & { readonly side: 'provider' | 'operator' },
  { id: organisationId }: Pick<Organisation, 'id'>,
): Promise<Outcome<{ readonly keys: HandedOutAccount }> | { readonly kind: 'too-many' }> {
  const open = (await storage.registryAccounts(organisationId)).filter(({ revokedAt }) => !revokedAt);
  if (open.length >= mostAccounts) return { kind: 'too-many' };
  const at = clock.now();
  const [id, password] = [newAccountId(), newSecret()];
  const account = { id, organisationId, secretHash: secretHash(password), createdAt: at, createdBy: by.name };
  const result = await storage.commit([
    { step: 'add-registry-account', account },
    ...recorded(by, organisationId, at, 'make-registry-account', `建立登錄帳號 ${id}`),
  ]);
  return afterCommit(result, { keys: { account: id, password } });
}

/**
 * Another password, in clear, in place of the old one; `moved` where the account was revoked. Recorded in the same
 * plan.
 */
export async function renewRegistryAccount(
  { storage, clock }: Needs,
  by: By & { readonly side: 'provider' | 'operator' },
  { id, organisationId }: RegistryAccount,
): Promise<Outcome<{ readonly keys: HandedOutAccount }>> {
  const at = clock.now();
  const password = newSecret();
  const result = await storage.commit([
    { step: 'renew-registry-account', id, secretHash: secretHash(password), at },
    ...recorded(by, organisationId, at, 'renew-registry-account', `登錄帳號 ${id} 換新密碼，舊密碼立刻失效`),
  ]);
  return afterCommit(result, { keys: { account: id, password } });
}

/** Good no more from now on, and never again; `moved` where it was revoked already. Recorded in the same plan. */
export async function revokeRegistryAccount(
  { storage, clock }: Needs,
  by: By & { readonly side: 'provider' | 'operator' },
  { id, organisationId }: RegistryAccount,
): Promise<Outcome> {
  const at = clock.now();
  const result = await storage.commit([
    { step: 'revoke-registry-account', id, at },
    ...recorded(by, organisationId, at, 'revoke-registry-account', `停用登錄帳號 ${id}`),
  ]);
  return afterCommit(result, {});
}

const recorded = (
  { id, name, side }: By & { readonly side: 'provider' | 'operator' },
  subjectId: string,
  at: Date,
  what: string,
  reason: string,
) => decided({ id, name }, { subject: 'organisation', subjectId, at, side, what, reason });

/** → the account; undefined for a wrong password, a revoked or unknown account alike */
export async function registryAccountOf(
  { storage }: Pick<Needs, 'storage'>,
  given: BasicCredentials | undefined,
): Promise<RegistryAccount | undefined> {
  if (!given || !/^REG\.[a-z0-9]{10}$/.test(given.name)) return undefined;
  const account = await storage.registryAccount(given.name);
  const good = sameSecret(secretHash(given.secret), account?.secretHash ?? '');
  return good && account && !account.revokedAt ? account : undefined;
}
