/** The application form as it comes from the browser, and the other way round: nothing that was typed is lost. */
import { plain, withoutSpaces } from '#schemas/taiwan/plain-text.ts';
import { dateInTaiwan, dayBegins } from '#schemas/taiwan/calendar.ts';
import { isJweMode, usualJweMode, type JweMode } from '../../protocol/mydata-1/jwe-modes.ts';
import { readCounter } from './counter-offer.ts';
import type { DatasetAsked, ServiceDefinition, ServiceMode } from './definition.ts';

/** As a body is parsed: one text, or several of one name. */
export type FormBody = Readonly<Record<string, unknown>>;

const mostRows = 30;
/** As the registry takes it (`asked.schema.json`). */
const longest = 8000;

/** The first value of a name, line ends as `\n`, cut at 8,000 characters; empty where it is missing or a file. */
export const textOf = (body: FormBody, name: string): string => {
  const value = [body[name]].flat()[0];
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').slice(0, longest) : '';
};

/** One line of text: no control characters (they would break a mail's subject), none that turn the direction of writing. */
export const wordsOf = (body: FormBody, name: string): string =>
  textOf(body, name)
    .replace(/[\p{Cc}\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();

const textsOf = (body: FormBody, name: string): readonly string[] =>
  [body[name] ?? []]
    .flat()
    .flatMap((value) => (typeof value === 'string' && value ? [value.slice(0, 200)] : []))
    .slice(0, 300);

/** Codes and addresses are typed with whatever stands between them. */
const listOf = (body: FormBody, name: string): readonly string[] =>
  plain(textOf(body, name))
    .split(/[\s,;、；，]+/u)
    .filter(Boolean)
    .slice(0, 100);

const oneOf = <T extends string>(value: string, choices: readonly T[]): T | '' =>
  choices.find((choice) => choice === value) ?? '';

/**
 * Every field is there, empty or `undefined` where nothing fit was sent: what is wrong with it the rules say. Throws
 * nothing, and drops wholly empty dataset rows.
 */
export function readDefinition(body: FormBody): ServiceDefinition {
  const days = withoutSpaces(textOf(body, 'retentionDays')).replace(/[日天]$/u, '');
  const datasets = readRows(body);
  const modes = textsOf(body, 'modes').filter((mode): mode is ServiceMode => mode === 'online' || mode === 'counter');
  return {
    name: wordsOf(body, 'name'),
    kind: oneOf(textOf(body, 'kind'), ['application', 'look-up']),
    modes,
    ...readChoices(textOf(body, 'choices'), datasets, modes),
    purpose: textOf(body, 'purpose').trim(),
    purposeCodes: listOf(body, 'purposeCodes'),
    dataClasses: listOf(body, 'dataClasses').map((code) => code.toUpperCase()),
    legalBasis: textOf(body, 'legalBasis').trim(),
    datasets,
    extraDatasetsBasis: textOf(body, 'extraDatasetsBasis').trim(),
    centralService: oneOf(textOf(body, 'centralService'), ['none', 'exists']),
    applicant: oneOf(textOf(body, 'applicant'), ['self', 'agent']),
    agentBasis: textOf(body, 'agentBasis').trim(),
    specialBasis: textOf(body, 'specialBasis').trim(),
    specialConsent: textOf(body, 'specialConsent') === 'yes',
    terms: textOf(body, 'terms').trim(),
    retentionDays: /^\d{1,6}$/.test(days) ? Number(days) : undefined,
    contact: {
      unit: wordsOf(body, 'contactUnit'),
      phone: wordsOf(body, 'contactPhone'),
      email: wordsOf(body, 'contactEmail'),
    },
    returnUrl: wordsOf(body, 'returnUrl'),
    spApiUrl: wordsOf(body, 'spApiUrl'),
    addresses: listOf(body, 'addresses'),
    ...chosenJwe(textOf(body, 'jwe')),
  };
}

/** The usual one is not written down: it is what a service has that chose none. */
export const chosenJwe = (mode: unknown): { readonly jwe?: JweMode } =>
  isJweMode(mode) && mode !== usualJweMode ? { jwe: mode } : {};

/** What the form has no inputs for, as it came with the page: choices among datasets, and what the counter's page says. */
export const choicesText = ({ anyOf, counter }: Pick<ServiceDefinition, 'anyOf' | 'counter'>): string =>
  anyOf || counter ? JSON.stringify({ anyOf, counter }) : '';

class NoChoice extends Error {}

/** Of datasets that are still asked for; a choice of one is none. What was tampered with is none either. */
function readChoices(
  text: string,
  datasets: readonly DatasetAsked[],
  modes: readonly ServiceMode[],
): Pick<ServiceDefinition, 'anyOf' | 'counter'> {
  const ids = datasets.map(({ id }) => id);
  const seen = new Set<string>();
  const kept = (group: unknown): readonly string[] =>
    (Array.isArray(group) ? group : []).filter(
      (id): id is string => typeof id === 'string' && ids.includes(id) && !seen.has(id) && !!seen.add(id),
    );
  try {
    const { anyOf, counter } = JSON.parse(text || '{}') as { anyOf?: unknown; counter?: { atLeast?: unknown } };
    const groups = (Array.isArray(anyOf) ? anyOf : []).map(kept).filter((group) => group.length > 1);
    seen.clear();
    const atLeast = (Array.isArray(counter?.atLeast) ? (counter.atLeast as { n?: unknown; of?: unknown }[]) : [])
      .map(({ n, of }) => ({ n, of: kept(of) }))
      .filter(({ n, of }) => of.length > 1 && Number(n) < of.length);
    const offer =
      counter && modes.includes('counter')
        ? readCounter({ ...counter, atLeast }, ids, () => {
            throw new NoChoice();
          })
        : undefined;
    return { ...(groups.length && { anyOf: groups }), ...(offer && { counter: offer }) };
  } catch {
    return {};
  }
}

/** Rows that were left wholly empty are none. */
function readRows(body: FormBody): readonly DatasetAsked[] {
  const rows: DatasetAsked[] = [];
  for (let index = 0; index < mostRows; index++) {
    const at = (name: string): string => wordsOf(body, `datasets.${index}.${name}`);
    if (at('removed') === 'yes') continue;
    const id = at('id');
    const document = at('document');
    const rule = at('rule');
    if (!id && !document && !rule) continue;
    const chosen = at('shown');
    rows.push({
      id,
      // Ticks of another dataset, chosen before, are not this one's.
      fields: chosen === id ? textsOf(body, `datasets.${index}.fields`) : [],
      document,
      rule,
      demanded: oneOf(at('demanded'), ['demanded', 'not-demanded']),
      lookUp: oneOf(at('lookUp'), ['no', 'in-part', 'yes']),
      lookUpNote: at('lookUpNote'),
    });
  }
  return rows;
}

/** The first day whose midnight is not before this time. */
export function firstDayFrom(at: Date): string {
  const day = dateInTaiwan(at);
  const midnight = dayBegins(day)!;
  return midnight.getTime() >= at.getTime() ? day : dateInTaiwan(new Date(midnight.getTime() + 24 * 60 * 60 * 1000));
}
