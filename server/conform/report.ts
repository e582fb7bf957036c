/** What a run found: lines for people, and one JSON object for machines. */
import { textIn, type Language } from '#schemas/text.ts';
import type { Suite } from './check.ts';
import type { Row } from './run.ts';

export type Result = 'passed' | 'failed' | 'advice' | 'skipped';

const resultOf = ({ outcome, weight }: Pick<Row, 'outcome' | 'weight'>): Result =>
  outcome.kind === 'failed' && weight === 'should' ? 'advice' : outcome.kind;

const words: Readonly<Record<Result, Readonly<Record<Language, string>>>> = {
  passed: { 'zh-Hant': '通過', en: 'passed' },
  failed: { 'zh-Hant': '不符', en: 'FAILED' },
  advice: { 'zh-Hant': '建議', en: 'advice' },
  skipped: { 'zh-Hant': '略過', en: 'skipped' },
};

const clauseIn = (clause: string, language: Language): string =>
  language === 'en' ? clause : clause.replaceAll('interface', '介面').replaceAll('handbook', '手冊');

/** @param width of the longest id */
export function lineOf(row: Row, language: Language, width: number): string {
  const result = resultOf(row);
  const head = `${words[result][language].padEnd(language === 'en' ? 7 : 2)}  ${row.id.padEnd(width)}  ${textIn(row.title, language)} (${clauseIn(row.clause, language)})`;
  return row.outcome.kind === 'passed' ? head : `${head}\n        → ${textIn(row.outcome.why, language)}`;
}

export type Totals = Readonly<Record<Result, number>>;

/** Each row is counted once; a `should` that failed is `advice`. */
export function totalsOf(rows: readonly Row[]): Totals {
  const count = (result: Result): number => rows.filter((row) => resultOf(row) === result).length;
  return { passed: count('passed'), failed: count('failed'), advice: count('advice'), skipped: count('skipped') };
}

/** → one line with all four counts, those of none too */
export function summaryOf(rows: readonly Row[], language: Language): string {
  const totals = totalsOf(rows);
  const told = (Object.keys(totals) as Result[]).map((result) => `${words[result][language]} ${totals[result]}`);
  return told.join(language === 'en' ? ', ' : '、');
}

const profile = 'mydata-1';

/** The shape of `--report`; docs/conformance.md describes it. */
export function reportOf(
  { party }: Pick<Suite<never>, 'party'>,
  { url, at, rows }: { readonly url: string; readonly at: Date; readonly rows: readonly Row[] },
): object {
  return {
    profile,
    party,
    url,
    at: at.toISOString(),
    totals: totalsOf(rows),
    conforms: totalsOf(rows).failed === 0 && totalsOf(rows).passed > 0,
    checks: rows.map((row) => ({
      id: row.id,
      title: row.title,
      clause: row.clause,
      weight: row.weight,
      result: resultOf(row),
      ...(row.outcome.kind !== 'passed' && { why: row.outcome.why }),
      ms: row.ms,
    })),
  };
}
