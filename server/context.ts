/** What every app is given. Nothing in the server reads global state: no `process.env`, no `new Date()`, no `console`. */
export interface Clock {
  now(): Date;
}

/** Structured log without personal data: ids, codes and step names only. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/**
 * What carries a call to another party (`calls/call.ts`, its only user). Injected so that tests can join the apps without
 * ports.
 */
export type Fetch = (url: string, init: RequestInit & { readonly to: Whose }) => Promise<Response>;

/** Whose words an address is: `partner`, the operator has set it · `stranger`, somebody else has written it. */
export type Whose = 'partner' | 'stranger';

export const systemClock: Clock = { now: () => new Date() };

export const silentLog: Log = { info() {}, warn() {}, error() {} };
