/** Runs a suite: each check in its order, none for longer than its time, and what a check throws is its own failure. */
import type { Check, Outcome, Suite, Tools, Values } from './check.ts';
import { Ended, failed } from './check.ts';

export interface Row {
  readonly id: string;
  readonly title: Check<never>['title'];
  readonly clause: string;
  readonly weight: Check<never>['weight'];
  readonly outcome: Outcome;
  readonly ms: number;
}

export interface Running {
  /** Milliseconds for one check. */
  readonly timeout: number;
  /** Only checks whose id begins so. */
  readonly only?: string;
  told(row: Row): void;
}

/**
 * → a row per check that `only` lets through, each told as it comes. Throws what `open` throws (`CannotRun`), never
 * what a check does; the context is closed in any case. A check past its time fails, but its work is not stopped.
 */
export async function runSuite<Context>(
  suite: Suite<Context>,
  values: Values,
  tools: Tools,
  { timeout, only = '', told }: Running,
): Promise<readonly Row[]> {
  const context = await suite.open(values, tools);
  const rows: Row[] = [];
  try {
    for (const { run, id, title, clause, weight } of suite.checks.filter((one) => one.id.startsWith(only))) {
      const begun = performance.now();
      const outcome = await within(timeout, () => run(context));
      const row = { id, title, clause, weight, outcome, ms: Math.round(performance.now() - begun) };
      rows.push(row);
      told(row);
    }
  } finally {
    await suite.close(context);
  }
  return rows;
}

async function within(ms: number, run: () => Promise<Outcome>): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((done) => {
    const seconds = Math.round(ms / 1000);
    timer = setTimeout(() => done(failed(`${seconds} 秒內沒有結果`, `no result within ${seconds} seconds`)), ms);
  });
  try {
    return await Promise.race([run(), late]);
  } catch (error) {
    if (error instanceof Ended) return error.outcome;
    const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return failed(`檢查中斷:${said}`, `the check broke off: ${said}`);
  } finally {
    clearTimeout(timer);
  }
}
