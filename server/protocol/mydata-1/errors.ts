/** Errors of the interface profile. `code` is stable; messages name no person and no value. */
export type ProtocolErrorCode =
  | 'client-secrets-malformed'
  | 'field-undecryptable'
  | 'resources-unreadable'
  | 'address-unreadable'
  | 'secret-key-malformed'
  | 'payload-unreadable';

export class ProtocolError extends Error {
  constructor(
    readonly code: ProtocolErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ProtocolError';
  }
}

/**
 * `shape` comes before the handbook's four steps (手冊 資料包驗證): what is no package cannot be verified. After them, what
 * a genuine package may still be: not of its dataset, or about another person.
 */
export type PackageStep =
  'shape' | 'certificate' | 'public-key' | 'manifest-signature' | 'digest' | 'normalise' | 'wrong-person';

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
}
