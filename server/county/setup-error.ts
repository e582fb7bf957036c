export class CountySetupError extends Error {
  override readonly name = 'CountySetupError';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
