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

export type ReturnCode = keyof typeof returnCodes;

export const isReturnCode = (code: number): code is ReturnCode => Object.hasOwn(returnCodes, code);
