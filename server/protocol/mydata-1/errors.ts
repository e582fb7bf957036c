/** Errors of the interface profile. `code` is stable; messages name no person and no value. */

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
  | 'secret-key-malformed'
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

/**
 * `shape` comes before the handbook's four steps (手冊 資料包驗證): what is no package cannot be verified. After them, what
 * a genuine package may still be: not of its dataset, or about another person.
 */
export type PackageStep =
  'shape' | 'certificate' | 'public-key' | 'manifest-signature' | 'digest' | 'normalise' | 'wrong-person';

/** The platform's zip, or a data provider's inside it. */
export type Layer = 'outer' | 'inner';

export class PackageError extends Error {
  readonly code: `package-${PackageStep}`;

  /** @param reason stable, kebab-case, for the log: `expired`, `duplicate-name` … */
  constructor(
    readonly step: PackageStep,
    readonly reason: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'PackageError';
    this.code = `package-${step}`;
  }

  /** One word for the log: `outer-no-zip`, `certificate-expired`, `digest-differs`, `wrong-person` … */
  wordOf(layer: Layer): string {
    if (this.step === 'shape') return `${layer}-${this.reason}`;
    return this.step === this.reason ? this.step : `${this.step}-${this.reason}`;
  }
}
