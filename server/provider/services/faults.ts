/**
 * Faults on request, for tests of whoever stands on the other side. Kept in memory: a restart is well again. Owns which
 * dataset misbehaves how, and for whom; what each fault does to a package is here, the rest in the routes.
 */
import type { JsonValue } from '#schemas/datasets/types.ts';
import type { ResourceId } from '#schemas/mapping/types.ts';
import type { PackageFile } from '../../protocol/mydata-1/inner-zip.ts';
import type { BadCertificate, ProviderKeys, Signer } from '../keys.ts';

export const faults = [
  'slow',
  'hangs',
  'dead',
  'no-record',
  'malformed',
  'another-person',
  'bad-signature',
  'oversized',
  'expired-certificate',
  'revoked-certificate',
  'wrong-agency',
] as const;
export type Fault = (typeof faults)[number];

/** Also taken, for what its name was. */
export const faultNames = [...faults, 'wrong-person'] as const;

/** → undefined for what is no fault */
export const faultOf = (name: unknown): Fault | undefined =>
  name === 'wrong-person' ? 'another-person' : faults.find((fault) => fault === name);

export interface SetFault {
  readonly resource: ResourceId;
  /** Absent: for everybody. */
  readonly person?: string;
  readonly fault: Fault;
}

export class Faults {
  readonly #set = new Map<string, SetFault>();

  /** What is set for the person goes before what is set for everybody. */
  of(resource: ResourceId, person?: string): Fault | undefined {
    const own = person === undefined ? undefined : this.#set.get(keyOf(resource, person));
    return (own ?? this.#set.get(keyOf(resource)))?.fault;
  }

  set(one: SetFault): void {
    this.#set.set(keyOf(one.resource, one.person), one);
  }

  clear(resource: ResourceId, person?: string): void {
    this.#set.delete(keyOf(resource, person));
  }

  clearAll(): void {
    this.#set.clear();
  }

  list(): readonly SetFault[] {
    return [...this.#set.values()];
  }
}

const keyOf = (resource: ResourceId, person = ''): string => `${resource} ${person}`;

/** Longer than a resident likes, shorter than the platform waits. */
export const slowSeconds = 10;

const badCertificates: Partial<Record<Fault, BadCertificate>> = {
  'expired-certificate': 'expired',
  'revoked-certificate': 'revoked',
  'wrong-agency': 'wrong-agency',
};

/** `bad-signature`: the agency's certificate beside a signature by another key. */
export function faultySigner(fault: Fault | undefined, signer: Signer, keys: ProviderKeys): Signer {
  if (fault === 'bad-signature') return { ...signer, privateKey: keys.badSigner('wrong-agency').privateKey };
  const kind = fault && badCertificates[fault];
  return kind ? keys.badSigner(kind) : signer;
}

const strangers = ['A800000014', 'A123456789'];

/** The same record under another person's id. */
export function faultyRecord(
  fault: Fault | undefined,
  uid: string,
  payload: JsonValue,
): { readonly uid: string; readonly payload: JsonValue } {
  if (fault !== 'another-person') return { uid, payload };
  const other = strangers.find((one) => one !== uid)!;
  return { uid: other, payload: JSON.parse(JSON.stringify(payload).replaceAll(uid, other)) as JsonValue };
}

/** Small on the way, more than the allowed 50 MB once unpacked. */
export const faultyFiles = (fault: Fault | undefined, files: readonly PackageFile[]): readonly PackageFile[] =>
  fault === 'oversized' ? [...files, { name: 'oversized.pdf', bytes: new Uint8Array(51 * 1024 * 1024) }] : files;

/** `malformed`: cut off in the middle, so that it has no end that a zip must have. */
export const faultyBytes = (fault: Fault | undefined, zip: Uint8Array): Uint8Array =>
  fault === 'malformed' ? zip.slice(0, Math.floor(zip.length / 2)) : zip;

/** Never, unless one of them ends it: who asked has gone, or the process stops. */
export function hang(signals: readonly (AbortSignal | undefined)[]): Promise<void> {
  const ends = signals.filter((signal) => signal !== undefined);
  return new Promise((done) => {
    const over = (): void => {
      clearTimeout(alive);
      for (const signal of ends) signal.removeEventListener('abort', over);
      done();
    };
    // Longer than anybody waits; whoever forgets to hang up does not hold it for ever.
    const alive = setTimeout(over, 10 * 60_000).unref();
    for (const signal of ends) signal.addEventListener('abort', over, { once: true });
    if (ends.some(({ aborted }) => aborted)) over();
  });
}
