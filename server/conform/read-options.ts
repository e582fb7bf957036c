/** The command line of a suite: read, needed, and refused by the name of the flag. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Option, Values } from './check.ts';
import { CannotRun } from './check.ts';

export type Options = Readonly<Record<string, Option>>;

/** @throws CannotRun */
export function readOptions(args: readonly string[], options: Options): Values {
  const parsed = parse(args, options);
  const values: Record<string, string | boolean | undefined> = {};
  for (const [name, option] of Object.entries(options)) {
    const value = parsed[name] ?? option.default;
    if (value === '') throw new CannotRun({ 'zh-Hant': '是空的', en: 'is empty' }, name);
    values[name] = value;
  }
  const missing = Object.keys(options).find((name) => options[name]!.needed && values[name] === undefined);
  if (missing && !standsAlone(values, options))
    throw new CannotRun({ 'zh-Hant': '必須提供', en: 'is needed' }, missing);
  return values;
}

/** Whether an option was given that does its own thing, so that nothing is checked and nothing else is needed. */
export const standsAlone = (values: Values, options: Options): boolean =>
  Object.keys(options).some((name) => options[name]!.alone && values[name] === true);

function parse(args: readonly string[], options: Options): Record<string, string | boolean | undefined> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }])),
      allowPositionals: false,
    });
    return values as Record<string, string | boolean | undefined>;
  } catch (error) {
    // Node's own words name the flag.
    const { message } = error as Error;
    throw new CannotRun({ 'zh-Hant': `參數有誤:${message}`, en: message });
  }
}

/** → undefined where the option was not given, or is a switch */
export const textOf = (values: Values, name: string): string | undefined => {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
};

/** An http(s) address, without slashes at its end. @throws CannotRun where it is missing or none */
export function readUrl(values: Values, name: string): string {
  const text = textOf(values, name) ?? '';
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new CannotRun(
      { 'zh-Hant': `必須是 http(s) 位址,不是「${text}」`, en: `must be an http(s) address, not "${text}"` },
      name,
    );
  return text.replace(/\/+$/, '');
}

/** A whole number. @throws CannotRun */
export function readNumber(
  values: Values,
  name: string,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const text = textOf(values, name) ?? '';
  const value = Number(text);
  if (!text || !Number.isInteger(value) || value < least || value > most)
    throw new CannotRun(
      {
        'zh-Hant': `必須是 ${least} 到 ${most} 的整數,不是「${text}」`,
        en: `must be a whole number from ${least} to ${most}, not "${text}"`,
      },
      name,
    );
  return value;
}

/** The text of the file that an option names. @throws CannotRun */
export async function readNamedFile(values: Values, name: string): Promise<string> {
  const path = textOf(values, name) ?? '';
  return readFile(path, 'utf8').catch(() => {
    throw new CannotRun({ 'zh-Hant': `無法讀取檔案 ${path}`, en: `the file ${path} cannot be read` }, name);
  });
}

/** The same as JSON. @throws CannotRun */
export async function readNamedJson(values: Values, name: string): Promise<unknown> {
  const text = await readNamedFile(values, name);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new CannotRun({ 'zh-Hant': '檔案不是 JSON', en: 'the file is not JSON' }, name);
  }
}
