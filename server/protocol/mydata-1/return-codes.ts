/** `code` on the way back to the service provider (interface, section 1). */
export const returnCodes = {
  200: 'delivered',
  205: 'the resident declined',
  400: 'path, pid or duplicate resource ids are bad',
  401: 'unknown client or dataset not allowed',
  403: 'the service has no datasets',
  404: 'returnUrl differs from the registered one',
  408: 'idle too long',
  409: 'another person proved identity',
  410: 'the SP-API did not accept',
  423: 'the service is suspended',
  504: 'a dataset could not be had',
} as const satisfies Readonly<Record<number, string>>;

/** What our own platform sends. */
export type ReturnCode = keyof typeof returnCodes;

/** Whether our platform sends this code; other platforms have more. */
export const isReturnCode = (code: number): code is ReturnCode => Object.hasOwn(returnCodes, code);

/** Where the platform sent none that is a number: nobody's table has it. */
export const unreadableCode = 0;

/**
 * What a platform sends: the above, 206 and 501 of other platforms, and whatever comes later. Each but 200 is a failure with
 * that number, never a stranger.
 */
export const readReturnCode = (text: string | undefined): number => {
  const tidy = text?.trim() ?? '';
  return /^[1-9]\d{0,5}$/.test(tidy) ? Number(tidy) : unreadableCode;
};
