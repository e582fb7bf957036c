/** Asks the platform whose token this is: introspection with the dataset's own secret, then userinfo. */
import { identityMethods, accepts } from '#schemas/datasets/identity-methods.ts';
import type { CatalogueEntry, IdentityMethod } from '#schemas/datasets/types.ts';
import { call, type Answer as HttpAnswer, type Call } from '../../calls/call.ts';
import { jsonOf } from '../../calls/json.ts';
import { lifetimes } from '../../lifetimes.ts';
import type { ProviderContext } from '../context.ts';
import type { CertifiedPerson } from '../pdf/certificate-of.ts';

/** `reason` is for the log. */
export type TokenVerdict =
  { readonly ok: true; readonly person: CertifiedPerson } | { readonly ok: false; readonly reason: string };

/** The platform could not be asked, or answered what it should not: our 500. */
export class PlatformUnreachable extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'PlatformUnreachable';
  }
}

type Answer = Readonly<Record<string, unknown>>;

/**
 * → the person, or why the token opens nothing: not active, of another dataset, expired (RFC 7662 `exp`), identity too
 * weak, no verified person. Throws `PlatformUnreachable` where the platform gives no usable answer.
 */
export async function checkToken(ctx: ProviderContext, dataset: CatalogueEntry, token: string): Promise<TokenVerdict> {
  const introspection = await introspect(ctx, dataset.id, token);
  if (introspection['active'] !== true) return { ok: false, reason: 'inactive' };
  if (!forThisDataset(introspection, dataset.id)) return { ok: false, reason: 'other-audience' };
  if (expired(introspection, ctx.clock.now())) return { ok: false, reason: 'expired' };
  if (!strongEnough(introspection, dataset)) return { ok: false, reason: 'identity-too-weak' };
  return userOf(ctx, token);
}

async function introspect(ctx: ProviderContext, resourceId: string, token: string): Promise<Answer> {
  const secret = ctx.keys.secretOf(resourceId);
  if (secret === undefined) throw new PlatformUnreachable('no-secret');
  const response = await ask(ctx, '/connect/introspect', {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${resourceId}:${secret}`, 'utf8').toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ token }).toString(),
  });
  if (response.status !== 200) throw new PlatformUnreachable(`introspect-${response.status}`);
  return objectOf(response);
}

async function userOf(ctx: ProviderContext, token: string): Promise<TokenVerdict> {
  const response = await ask(ctx, '/connect/userinfo', { headers: { authorization: `Bearer ${token}` } });
  // The token may have died between the two calls.
  if (response.status === 401) return { ok: false, reason: 'userinfo-refused' };
  if (response.status !== 200) throw new PlatformUnreachable(`userinfo-${response.status}`);
  const user = objectOf(response);
  const uid = user['uid'];
  if (typeof uid !== 'string' || !/^[A-Z][A-Z0-9]\d{8}$/.test(uid)) return { ok: false, reason: 'no-uid' };
  if (!isVerified(user['uid_verified'])) return { ok: false, reason: 'uid-not-verified' };
  const { cn, birthdate } = user;
  return {
    ok: true,
    person: {
      uid,
      name: typeof cn === 'string' ? cn : undefined,
      birthDate: typeof birthdate === 'string' ? birthdate : undefined,
    },
  };
}

/** A text or a Boolean, both are seen; where nothing is said the introspection has said it. */
const isVerified = (said: unknown): boolean =>
  said === undefined || said === true || (typeof said === 'string' && said.toLowerCase() === 'true');

/** The platform knows for which dataset it gave the token out; where it says so, it must be this one. */
function forThisDataset(introspection: Answer, resourceId: string): boolean {
  const audience = introspection['aud'] ?? introspection['resource_id'];
  return audience === undefined || (Array.isArray(audience) ? audience : [audience]).includes(resourceId);
}

/** RFC 7662: `exp` in seconds. */
const expired = (introspection: Answer, now: Date): boolean =>
  typeof introspection['exp'] === 'number' && introspection['exp'] * 1000 <= now.getTime();

/**
 * As strong as a way that datasets name (interface, section 8): chip bank card and hardware certificate of a bank at level 1,
 * its software certificate at 3. Observed at one platform only; ours never sends them.
 */
const alike: Readonly<Record<string, IdentityMethod>> = {
  FIC: 'citizen-certificate',
  FCH: 'citizen-certificate',
  FCS: 'nhi-card',
  MOE: 'business-certificate',
};

/** `verification`: CER, TFD, NHI, PII and the others. A method that the dataset does not admit, or nobody knows, opens nothing. */
function strongEnough(introspection: Answer, dataset: CatalogueEntry): boolean {
  const code = introspection['verification'];
  if (code === undefined) return true;
  const method =
    identityMethods.find((entry) => entry.code === code)?.method ??
    (typeof code === 'string' ? alike[code] : undefined);
  return method !== undefined && accepts(dataset, method);
}

/** What introspection or userinfo say is small. */
const maxBytes = 64 * 1024;

async function ask(
  ctx: ProviderContext,
  path: string,
  what: Pick<Call, 'method' | 'headers' | 'body'>,
): Promise<HttpAnswer> {
  const outcome = await call(ctx.fetch, ctx.config.urls.platform + path, {
    to: 'partner',
    ...what,
    timeout: lifetimes.platformAnswer.ms,
    size: maxBytes,
  });
  if (outcome.kind === 'answer') return outcome;
  throw new PlatformUnreachable(outcome.kind === 'silent' ? 'timeout' : 'unreachable');
}

function objectOf(answer: HttpAnswer): Answer {
  const value = jsonOf(answer);
  if (!value) throw new PlatformUnreachable('unreadable-answer');
  return value;
}
