/**
 * `npm run conform -- sp|dp|platform --url …`: checks of somebody's party, by nothing but the interface. Exit code 0: it
 * conforms · 1: a check failed · 2: could not be run.
 */
import { writeFile } from 'node:fs/promises';
import { textIn, type Language, type Text } from '#schemas/text.ts';
import type { Fetch } from '../context.ts';
import { CannotRun, type Option, type Values } from './check.ts';
import { readNumber, readOptions, standsAlone, textOf, type Options } from './read-options.ts';
import { lineOf, reportOf, summaryOf, totalsOf } from './report.ts';
import { runSuite, type Row } from './run.ts';
import { suites, type AnySuite } from './suites.ts';

const common: Readonly<Record<string, Option>> = {
  report: {
    type: 'string',
    value: '<file.json>',
    help: { 'zh-Hant': '把結果另存成 JSON', en: 'the result as JSON, too' },
  },
  only: {
    type: 'string',
    value: '<id>',
    help: { 'zh-Hant': '只做編號以此開頭的檢查', en: 'only checks whose id begins so' },
  },
  timeout: {
    type: 'string',
    value: '<seconds>',
    default: '120',
    help: { 'zh-Hant': '每項檢查最多幾秒', en: 'seconds for one check at most' },
  },
  lang: {
    type: 'string',
    value: 'zh|en',
    default: 'zh',
    help: { 'zh-Hant': '顯示語言', en: 'language' },
  },
  help: { type: 'boolean', alone: true, help: { 'zh-Hant': '列出參數與檢查項目', en: 'lists options and checks' } },
};

export interface Surroundings {
  readonly args: readonly string[];
  readonly fetch: Fetch;
  readonly now: () => Date;
  write(line: string): void;
}

/** → exit code */
export async function conform(
  { args, fetch, now, write }: Surroundings,
  among: readonly AnySuite[] = suites,
): Promise<0 | 1 | 2> {
  let language: Language = args.join(' ').match(/--lang[ =]en\b/) ? 'en' : 'zh-Hant';
  const say = (text: Text): void => write(textIn(text, language));
  try {
    const [party, ...rest] = args;
    const suite = among.find((one) => one.party === party);
    if (!suite) {
      say(usage);
      return party === '--help' ? 0 : 2;
    }
    const values = readOptions(rest, { ...suite.options, ...common });
    language = languageOf(values);
    if (values['help']) {
      write(helpOf(suite, language));
      return 0;
    }
    if (standsAlone(values, suite.options)) {
      await suite.instead?.(values, { fetch, now, say });
      return 0;
    }
    return await runAndTell(suite, values, { fetch, now, write, say, language });
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    write(`${error.flag === undefined ? '' : `--${error.flag}: `}${textIn(error.text, language)}`);
    return 2;
  }
}

interface Told extends Omit<Surroundings, 'args'> {
  readonly language: Language;
  say(text: Text): void;
}

async function runAndTell(
  suite: AnySuite,
  values: Values,
  { fetch, now, write, say, language }: Told,
): Promise<0 | 1 | 2> {
  const timeout = readNumber(values, 'timeout', { least: 1, most: 3600 }) * 1000;
  const url = textOf(values, 'url') ?? '';
  const width = Math.max(0, ...suite.checks.map(({ id }) => id.length));
  write(`${textIn(suite.title, language)} ${url}`);
  const at = now();
  const only = textOf(values, 'only') ?? '';
  if (!suite.checks.some(({ id }) => id.startsWith(only)))
    throw new CannotRun({ 'zh-Hant': '沒有這樣的檢查', en: 'no check begins so' }, 'only');
  const told = (row: Row): void => write(lineOf(row, language, width));
  const rows = await runSuite(suite, values, { fetch, now, say }, { timeout, only, told });
  write(`\n${summaryOf(rows, language)}`);
  const file = textOf(values, 'report');
  if (file !== undefined) await save(file, reportOf(suite, { url, at, rows }));
  const totals = totalsOf(rows);
  // Nothing was looked at: that is no pass.
  if (!totals.failed && !totals.passed) return 2;
  return totals.failed ? 1 : 0;
}

async function save(file: string, report: object): Promise<void> {
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`).catch((error: NodeJS.ErrnoException) => {
    throw new CannotRun(
      { 'zh-Hant': `無法寫入 ${file}(${error.code})`, en: `${file} cannot be written (${error.code})` },
      'report',
    );
  });
}

function languageOf(values: Values): Language {
  const language = ({ zh: 'zh-Hant', en: 'en' } as const)[textOf(values, 'lang') ?? ''];
  if (!language) throw new CannotRun({ 'zh-Hant': '必須是 zh 或 en', en: 'must be zh or en' }, 'lang');
  return language;
}

const usage: Text = {
  'zh-Hant':
    'npm run conform -- sp|dp|platform --url <https://…> [參數]\n  sp 服務提供者、dp 資料提供者、platform 平臺;參數見 npm run conform -- sp --help',
  en: 'npm run conform -- sp|dp|platform --url <https://…> [options]\n  service provider, data provider, platform; options: npm run conform -- sp --help',
};

function helpOf(suite: AnySuite, language: Language): string {
  const all: Options = { ...suite.options, ...common };
  const flags = Object.entries(all).map(([name, option]) => ({
    left: `--${name}${option.value === undefined ? '' : ` ${option.value}`}`,
    right: [
      textIn(option.help, language),
      option.needed ? (language === 'en' ? '(needed)' : '(必填)') : '',
      option.default === undefined ? '' : `[${option.default}]`,
    ]
      .filter(Boolean)
      .join(' '),
  }));
  const width = Math.max(...flags.map(({ left }) => left.length));
  const lines = flags.map(({ left, right }) => `  ${left.padEnd(width)}  ${right}`);
  const longest = Math.max(0, ...suite.checks.map(({ id }) => id.length));
  const checks = suite.checks.map(({ id, title }) => `  ${id.padEnd(longest)}  ${textIn(title, language)}`);
  return [`npm run conform -- ${suite.party}`, ...lines, '', ...checks].join('\n');
}
