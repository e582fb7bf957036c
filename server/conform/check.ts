/**
 * A black-box check of somebody's party: what it does is asked over the interface, and nothing else is known of it. `sp/`,
 * `platform/` and `dp/` hold one suite each.
 */
import type { Text } from '#schemas/text.ts';
import type { Fetch } from '../context.ts';

export type Outcome =
  | { readonly kind: 'passed' }
  /** `why`: what was seen, and what was due. Never holds anything of a person. */
  | { readonly kind: 'failed'; readonly why: Text }
  /** `why`: what is missing to check it, and how it is checked by hand. */
  | { readonly kind: 'skipped'; readonly why: Text };

export interface Check<Context> {
  /** `<party>.<kebab-case>`, stable: reports of different days are compared by it. */
  readonly id: string;
  /** What is right, as a sentence. */
  readonly title: Text;
  /** `interface <section>.<step>` or `handbook <clause>`; docs/conformance.md says what stands there. */
  readonly clause: string;
  /**
   * `must`: not met, the party does not conform. `should`: good practice, or a fact that only one source shows; not met, it is
   * told as advice and the party conforms all the same.
   */
  readonly weight: 'must' | 'should';
  /** Checks run one after another, in the order of the suite; what an earlier one learned may lie in the context. */
  run(context: Context): Promise<Outcome>;
}

/** A value of a command line. */
export interface Option {
  readonly type: 'string' | 'boolean';
  /** What stands behind it in the help: `<file.json>`. */
  readonly value?: string;
  /** Without it nothing can be checked. */
  readonly needed?: boolean;
  /** Given, nothing is checked and nothing else is needed: `Suite.instead`. */
  readonly alone?: boolean;
  readonly default?: string;
  readonly help: Text;
}

export type Values = Readonly<Record<string, string | boolean | undefined>>;

/** What every suite is given. */
export interface Tools {
  readonly fetch: Fetch;
  now(): Date;
  /** A line for the person at the terminal, e.g. what to do by hand now. Not part of the report. */
  say(text: Text): void;
}

export interface Suite<Context> {
  readonly party: 'sp' | 'dp' | 'platform';
  /** Who is checked, in the head of the report. */
  readonly title: Text;
  /** Beside those of all suites (`main.ts`); `url` is each suite's own. */
  readonly options: Readonly<Record<string, Option>>;
  readonly checks: readonly Check<Context>[];
  /** What an option that stands `alone` does. */
  instead?(values: Values, tools: Tools): Promise<void>;
  /** Reads the options and gets ready. @throws CannotRun */
  open(values: Values, tools: Tools): Promise<Context>;
  close(context: Context): Promise<void>;
}

/** What was asked for cannot be checked at all: exit code 2. */
export class CannotRun extends Error {
  readonly code = 'cannot-run';
  /** @param flag whose value is wrong or missing, without its dashes */
  constructor(
    readonly text: Text,
    readonly flag?: string,
  ) {
    super(text.en);
    this.name = 'CannotRun';
  }
}

/** Thrown inside `run`: the same as returning it. */
export class Ended extends Error {
  constructor(readonly outcome: Outcome) {
    super(outcome.kind);
    this.name = 'Ended';
  }
}

export const passed: Outcome = { kind: 'passed' };

/** The two texts are `why`: what was seen and what was due, in both languages, and nothing of a person. */
export const failed = (zh: string, en: string): Outcome => ({ kind: 'failed', why: { 'zh-Hant': zh, en } });

/**
 * The two texts are `why`: what is missing to check it, in both languages. Neither for nor against whoever is checked.
 */
export const skipped = (zh: string, en: string): Outcome => ({ kind: 'skipped', why: { 'zh-Hant': zh, en } });

/** Ends the check as failed where it does not hold. */
export function expect(holds: unknown, zh: string, en: string): asserts holds {
  if (!holds) throw new Ended(failed(zh, en));
}
