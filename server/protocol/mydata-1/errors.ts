/** Errors of the interface profile. `code` is stable; messages name no person and no value. */
import type { NormaliseReason } from '#schemas/normalise/normalise-error.ts';
import type { CertificateReason } from '../../crypto/certificate-error.ts';

/** What can be wrong with `secret_key` as it is sent. */
export type SecretKeyFault =
  'secret-key-missing' | 'secret-key-base64' | 'secret-key-undecryptable' | 'secret-key-malformed';

/** What can be wrong with the sealed payload, in the order in which it is looked at. */
export const payloadFaults = [
  'jwe-empty',
  'jwe-shape',
  'jwe-header',
  'jwe-algorithm',
  'jwe-compressed',
  'jwe-critical',
  'jwe-key',
  'jwe-iv',
  'jwe-decrypt',
  'envelope-utf8',
  'envelope-json',
  'envelope-object',
  'envelope-filename',
  'envelope-data',
  'envelope-prefix',
  'envelope-empty',
  'envelope-base64',
] as const;
export type PayloadFault = (typeof payloadFaults)[number];

export type ProtocolErrorCode =
  | 'client-secrets-malformed'
  | 'field-undecryptable'
  | 'resources-unreadable'
  | 'address-unreadable'
  | SecretKeyFault
  | PayloadFault;

/** Algorithms that a payload names, for a log. */
export interface About {
  readonly alg?: string;
  readonly enc?: string;
}

export class ProtocolError extends Error {
  readonly about?: About;

  constructor(
    readonly code: ProtocolErrorCode,
    message: string,
    { about, ...options }: ErrorOptions & { readonly about?: About } = {},
  ) {
    super(message, options);
    this.name = 'ProtocolError';
    if (about) this.about = about;
  }
}

/** What can be wrong with an archive before anything in it is believed. */
export type ShapeReason =
  | 'no-zip'
  | 'encrypted'
  | 'method'
  | 'two-headers'
  | 'overlap'
  | 'too-many-entries'
  | 'duplicate-name'
  | 'unsafe-name'
  | 'unexpected-name'
  | 'link'
  | 'ratio'
  | 'too-large'
  | 'damaged'
  | 'no-manifest'
  | 'no-signature'
  | 'no-certificate'
  | 'manifest-large'
  | 'manifest-encoding'
  | 'manifest-declaration'
  | 'manifest-xml'
  | 'manifest-entity'
  | 'manifest-root'
  | 'manifest-row'
  | 'manifest-id'
  | 'manifest-code'
  | 'manifest-twice'
  | 'empty'
  | 'missing-file'
  | 'not-in-manifest'
  | 'unreadable';

/** What can be wrong at which step. */
export interface PackageReasons {
  readonly shape: ShapeReason;
  readonly certificate: CertificateReason | 'wrong-agency';
  readonly 'public-key': CertificateReason | 'not-rsa';
  readonly 'manifest-signature': 'differs';
  readonly digest: 'missing-file' | 'malformed' | 'differs' | 'not-in-manifest';
  readonly normalise: NormaliseReason | 'unreadable';
  readonly 'wrong-person': 'wrong-person';
}

/**
 * `shape` comes before the handbook's four steps (手冊 資料包驗證): what is no package cannot be verified. After them, what
 * a genuine package may still be: not of its dataset, or about another person.
 */
export type PackageStep = keyof PackageReasons;

/** The platform's zip, or a data provider's inside it. */
export type Layer = 'outer' | 'inner';

export class PackageError<Step extends PackageStep = PackageStep> extends Error {
  readonly code: `package-${PackageStep}`;

  constructor(
    readonly step: Step,
    readonly reason: PackageReasons[Step],
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'PackageError';
    this.code = `package-${step}`;
  }
}

/** One word for the log: `outer-no-zip`, `certificate-expired`, `digest-differs`, `wrong-person` … (`opening-words.ts`). */
export function wordOf({ step, reason }: Pick<PackageError, 'step' | 'reason'>, layer: Layer): string {
  if (step === 'shape') return `${layer}-${reason}`;
  return step === reason ? step : `${step}-${reason}`;
}
