/** What a data provider may ask about a token that we gave it, and about the person behind it. */
import { secretHash } from '../../crypto/secret.ts';
import { sameSecret } from '../../http/constant-time.ts';
import type { BasicCredentials } from '../../http/basic-auth.ts';
import { event } from '../log/events.ts';
import { isPlatformMethod, verificationName } from '../identity/methods/levels.ts';
import { openJson, type VerifiedPerson } from '../person.ts';
import type { Platform } from '../platform.ts';
import { providerOf } from '../providers/provider-of.ts';
import type { ProviderToken } from '../storage.ts';
import { heldBy, type Held } from './token-holders.ts';

export type Introspection = { readonly active: false } | { readonly active: true; readonly verification: string };

/** Is this caller the provider of the dataset? */
export async function isProvider(platform: Platform, given: BasicCredentials | undefined): Promise<boolean> {
  const expected = given && (await providerOf(platform, given.name))?.secret;
  // Compared even for an unknown name, so that time does not tell which names exist.
  return sameSecret(given?.secret ?? '', expected ?? '\0') && expected !== undefined;
}

/** Active only for the dataset whose provider asks: a token for one dataset opens no other. */
export async function introspect(platform: Platform, resourceId: string, token: string): Promise<Introspection> {
  const found = await live(platform, token);
  if (!found || found.token.resourceId !== resourceId || !isPlatformMethod(found.held.method)) return { active: false };
  await platform.storage.commit([
    event(found.token.txId, 'token introspected', platform.clock.now(), {
      resourceId,
      transactionUid: found.token.transactionUid,
    }),
  ]);
  return { active: true, verification: verificationName(found.held.method) };
}

export interface UserInfo {
  readonly sub: string;
  readonly cn: string;
  readonly uid: string;
  /** A text, as observed. */
  readonly uid_verified: 'True';
  readonly birthdate: string;
  readonly gender: string;
  readonly email: string;
  readonly account: string;
}

/** → undefined when the token is not active */
export async function userInfo(platform: Platform, token: string): Promise<UserInfo | undefined> {
  const found = await live(platform, token);
  const person = found && (await openJson<VerifiedPerson>(platform, found.held.person, 'person', found.token.txId));
  if (!found || !person) return undefined;
  const { txId, resourceId } = found.token;
  await platform.storage.commit([
    event(txId, 'person asked', platform.clock.now(), { resourceId, transactionUid: found.token.transactionUid }),
  ]);
  const { name: cn, nationalId: uid, birthDate: birthdate, gender, email, account } = person;
  return { sub: found.token.transactionUid, cn, uid, uid_verified: 'True', birthdate, gender, email, account };
}

async function live(platform: Platform, text: string): Promise<{ token: ProviderToken; held: Held } | undefined> {
  const token = await platform.storage.token(secretHash(text));
  if (!token || token.expiresAt <= platform.clock.now()) return undefined;
  const held = await heldBy(platform, token.holder);
  return held && { token, held };
}
