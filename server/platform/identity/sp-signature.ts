/**
 * Identity proved at the service provider (interface, section 2): a salt, then the encrypted data with a signature of the
 * citizen certificate over it. What was accepted opens one journey, once, with the person proved (手冊 貳-一-(二)-3).
 */
import { newSecret, secretHash } from '../../crypto/secret.ts';
import { isSameName } from '#schemas/taiwan/same.ts';
import { sameSecret } from '../../http/constant-time.ts';
import { after, lifetimes } from '../../lifetimes.ts';
import type { ReturnCode } from '../../protocol/mydata-1/return-codes.ts';
import { event, type EventName } from '../log/events.ts';
import { personHash } from '../hashes.ts';
import { citizenSignature } from './methods/citizen-signature.ts';
import { openJson, personOf, sealJson, type VerifiedPerson } from '../person.ts';
import type { Platform } from '../platform.ts';
import type { Client } from '../registry/read-register.ts';
import { readClientField } from '../registry/client-keys.ts';
import type { SandboxResident } from '../../sandbox/resident.ts';
import type { Step } from '../storage.ts';
import { findTransaction } from '../journey/find-transaction.ts';
import type { VerifiedElsewhere } from '../entry/open-journey.ts';
import { readSignedData, type SignedData } from './signed-data.ts';

/** Codes of the exchange. */
export type ExchangeCode = 400 | 401 | 403 | 408 | 409;

export type SaltAnswer = { readonly salt: string } | { readonly code: ExchangeCode };

/**
 * Issues a salt and keeps its hash for the time of `signatureSalt`; asked again before anything was signed, a new one
 * takes its place. → 403 for a service that is unknown, suspended or ended, and for a transaction that began, was
 * signed, or is another service's
 */
export async function giveSalt(platform: Platform, clientId: string, txId: string): Promise<SaltAnswer> {
  const { storage, clock } = platform;
  const client = await usable(platform, clientId);
  if (!client || (await isUsed(platform, txId))) return { code: 403 };
  const salt = newSecret();
  const at = clock.now();
  const result = await storage.commit([
    { step: 'issue-salt', txId, clientId, saltHash: secretHash(salt), expiresAt: after(at, 'signatureSalt') },
  ]);
  return result.ok ? { salt } : { code: 403 };
}

/** @returns undefined when accepted */
export async function acceptSignature(
  platform: Platform,
  clientId: string,
  sent: { readonly txId: string; readonly data: string; readonly pkcs7: Uint8Array },
): Promise<ExchangeCode | undefined> {
  const { storage, clock, config, keys } = platform;
  const { txId } = sent;
  const client = await usable(platform, clientId);
  const asked = await storage.spSignature(txId);
  if (!client || asked?.clientId !== clientId || asked.state !== 'asked') return 403;
  const at = clock.now();

  const data = readClientField(client, sent.data, readSignedData);
  if (data === undefined) return 401;
  if (data === 'incomplete') return 400;
  if (!sameSecret(secretHash(data.salt), asked.saltHash)) return 403;
  if (asked.expiresAt <= at) return 408;
  const signer = await citizenSignature(platform, sent);
  if (signer === 'wrong-signature') return 401;
  if (signer === 'bad-certificate') return 403;
  if (!sameSecret(signer.personHash, personHash(keys.hashKey, data.pid))) return 409;
  const resident = config.residents.find(({ nationalId }) => nationalId === data.pid);
  if (!resident || !isSamePerson(resident, data)) return 409;

  const person = await sealJson(platform, personWith(resident, data), 'signature', txId);
  const entries = (names: readonly EventName[], then: Date): readonly Step[] =>
    names.map((name) => ({ ...event(txId, name, then), clientId }));
  const result = await storage.commit([
    { step: 'use-salt', txId, clientId, saltHash: asked.saltHash, at, person },
    // All of it only now that somebody has proved who they are, at the times when it was (`arrived`).
    ...entries(['salt asked', 'salt given'], new Date(asked.expiresAt.getTime() - lifetimes.signatureSalt.ms)),
    ...entries(['signature sent', 'signature accepted', 'verified by the service provider'], at),
  ]);
  return result.ok ? undefined : 403;
}

/** @returns the person whom a signature proved, or the code to go back with */
export async function verifiedBySignature(
  platform: Platform,
  clientId: string,
  txId: string,
): Promise<VerifiedElsewhere | ReturnCode> {
  const { storage, clock } = platform;
  const found = await storage.spSignature(txId);
  if (found?.clientId !== clientId || found.state !== 'signed') return 401;
  const signedAfter = new Date(clock.now().getTime() - lifetimes.signatureEntry.ms);
  const person = await openJson<VerifiedPerson>(platform, found.person, 'signature', txId);
  if (!person || !found.signedAt || found.signedAt <= signedAfter) return 408;
  const use = { step: 'use-signature', txId, clientId, signedAfter } as const;
  return { person, method: 'citizen-certificate', use };
}

async function usable(platform: Platform, clientId: string): Promise<Client | undefined> {
  const client = await platform.clients.find(clientId);
  return client && !client.suspended && client.standing?.phase !== 'ended' ? client : undefined;
}

async function isUsed({ storage }: Platform, txId: string): Promise<boolean> {
  return (await findTransaction(storage, txId)) !== undefined;
}

const isSamePerson = ({ birthDate, name }: SandboxResident, data: SignedData): boolean =>
  birthDate === data.birthDate && (!data.holder || isSameName(name, data.holder));

/** Where notices go is what the resident gave, and signed, at the service provider; else what the register has. */
function personWith(resident: SandboxResident, { email, mobile }: SignedData): VerifiedPerson {
  const person = personOf(resident);
  return { ...person, email: email || person.email, mobile: mobile || person.mobile };
}
