/** The structured log on standard error. Fields are ids, codes and step names; what looks like a secret is cut out all the same. */
import { pino } from 'pino';
import type { Log } from '../context.ts';

const secret = [
  'authorization',
  'cookie',
  'token',
  'pid',
  'nationalId',
  'secret_key',
  'permission_ticket',
  'client_secret',
];

/** @param level `warn` keeps a developer's terminal calm; `info` has a line per request */
export function pinoLog(party: string, level: string): Log {
  const log = pino(
    { base: { party }, level, redact: secret.flatMap((name) => [name, `*.${name}`]) },
    pino.destination(2),
  );
  return {
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
  };
}
