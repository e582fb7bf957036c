/** The command as a county runs it, in the test's own process. */
import { readFile } from 'node:fs/promises';
import { systemClock } from '../../context.ts';
import { conform } from '../command.ts';
import type { Result } from '../report.ts';
import { realFetch } from './serve-party.ts';

export interface Ran {
  readonly code: number;
  readonly said: string;
  /** By check. */
  readonly results: ReadonlyMap<string, Result>;
  readonly whys: ReadonlyMap<string, string>;
}

interface Report {
  readonly checks: readonly { readonly id: string; readonly result: Result; readonly why?: { readonly en: string } }[];
}

/** @param report where it may write it */
export async function runKit(args: readonly string[], report: string): Promise<Ran> {
  let said = '';
  const code = await conform({
    args: [...args, '--lang', 'en', '--report', report],
    fetch: realFetch,
    now: () => systemClock.now(),
    write: (line) => (said += `${line}\n`),
  });
  const { checks } = JSON.parse(await readFile(report, 'utf8').catch(() => '{"checks":[]}')) as Report;
  return {
    code,
    said,
    results: new Map(checks.map(({ id, result }) => [id, result])),
    whys: new Map(checks.map(({ id, why }) => [id, why?.en ?? ''])),
  };
}
