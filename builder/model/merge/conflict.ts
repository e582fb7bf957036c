/**
 * What two designers changed differently, and what was chosen of it. A merge never stops at one: each has a value that
 * stands until somebody chooses, so that the document is sound at every moment.
 */
import type { Text } from '#schemas/text.ts';
import type { Json } from '../json.ts';

export type Side = 'mine' | 'theirs';
export type Choice = Side | 'both';
export const otherSide = (side: Side): Side => (side === 'mine' ? 'theirs' : 'mine');

export interface Conflict {
  /** The same for the same three documents, so that what was chosen can be named. */
  readonly id: string;
  /** A part's reference as in the merged form, or `service`, `form`. */
  readonly place: string;
  /** E.g. `label`, `fill.policy`; empty: the part as a whole. */
  readonly property: string;
  /**
   * `value`: the property, twice · `there`: one deleted what the other changed or uses · `place`: moved to two places ·
   * `order`: put in two orders · `id`: renamed twice.
   */
  readonly kind: 'value' | 'there' | 'place' | 'order' | 'id';
  /** Absent: not there. */
  readonly base?: Json;
  readonly mine?: Json;
  readonly theirs?: Json;
  /** Where it is, e.g. 題目「電話」的說明. */
  readonly words: Text;
  readonly choices: readonly Choice[];
  /** What stands in the merged document. */
  readonly chosen: Choice;
}

export type Choices = { readonly [conflict: string]: Choice | undefined };

export type Ask = Omit<Conflict, 'chosen' | 'choices'> & { readonly choices?: readonly Choice[] };

/** Collects the conflicts of one merge, and answers with what was chosen. */
export class Ledger {
  readonly #conflicts = new Map<string, Conflict>();

  constructor(
    readonly choices: Choices,
    /** Decisions that are conflicts though only one side made them, because the other uses what they take away. */
    readonly forced: ReadonlyMap<string, Side>,
  ) {}

  get conflicts(): readonly Conflict[] {
    return [...this.#conflicts.values()];
  }

  /** @param standing what holds until somebody chooses */
  ask(question: Ask, standing: Choice): Choice {
    const { choices = ['mine', 'theirs'] } = question;
    const wanted = this.choices[question.id];
    const chosen = wanted && choices.includes(wanted) ? wanted : standing;
    this.#conflicts.set(question.id, { ...question, choices, chosen });
    return chosen;
  }

  /** As it was chosen, where it is a conflict. */
  chosen(id: string): Choice | undefined {
    return this.#conflicts.get(id)?.chosen;
  }

  forcedInside(id: string): boolean {
    return [...this.forced.keys()].some((one) => one === id || one.startsWith(`${id}/`));
  }
}

/** Only what is there. */
export const sides = (base: Json | undefined, mine: Json | undefined, theirs: Json | undefined) => ({
  ...(base === undefined ? {} : { base }),
  ...(mine === undefined ? {} : { mine }),
  ...(theirs === undefined ? {} : { theirs }),
});
