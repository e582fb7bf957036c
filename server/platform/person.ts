/** A person whose identity was proved, as the platform hands it to data providers; sealed wherever it is kept. */
import type { Envelope } from '../crypto/epochs.ts';
import type { SandboxResident } from '../sandbox/resident.ts';
import type { Platform } from './platform.ts';

export interface VerifiedPerson {
  readonly nationalId: string;
  readonly name: string;
  /** yyyy-MM-dd */
  readonly birthDate: string;
  readonly gender: 'M' | 'F';
  readonly email: string;
  readonly mobile: string;
  readonly account: string;
}

/** → what the register holds of an invented resident, without cards, passwords and keys */
export const personOf = ({
  nationalId,
  name,
  birthDate,
  gender,
  email,
  mobile,
  account,
}: SandboxResident): VerifiedPerson => ({
  nationalId,
  name,
  birthDate,
  gender,
  email,
  mobile,
  account,
});

/** Seals any JSON of a transaction; `what` and the transaction are bound to it. */
export async function sealJson(platform: Platform, value: unknown, what: string, txId: string): Promise<Envelope> {
  return platform.keys.epochs.sealNow(
    Buffer.from(JSON.stringify(value), 'utf8'),
    `${what} ${txId}`,
    platform.clock.now(),
  );
}

/** → undefined when it was deleted or its key's time is over. */
export async function openJson<T>(
  platform: Platform,
  envelope: Envelope | undefined,
  what: string,
  txId: string,
): Promise<T | undefined> {
  const bytes = envelope && (await platform.keys.epochs.open(envelope, `${what} ${txId}`));
  return bytes && (JSON.parse(bytes.toString('utf8')) as T);
}
