/** The rules that sessions of the staff have at both parties; each keeps its own. */
import type { Context } from 'hono';
import { lifetimes } from '../lifetimes.ts';

/** Idle too long, or a working day old however busy. */
export const isSessionOver = (
  { startedAt, activeAt }: { readonly startedAt: Date; readonly activeAt: Date },
  now: Date,
): boolean =>
  now.getTime() - activeAt.getTime() >= lifetimes.staffIdle.ms ||
  now.getTime() - startedAt.getTime() >= lifetimes.staffWhole.ms;

/** Browsers name HTML; what asks for JSON, or is a file of data, is a program's. */
export function wantsPage(c: Context): boolean {
  const accept = c.req.header('accept') ?? '';
  if (accept.includes('text/html')) return true;
  return !accept.includes('json') && !/\.(json|ndjson|csv|pdf)$/.test(c.req.path);
}
