/** What a type of question has to state. One module beside this states one type; `index.ts` lists them. */
import type { NormalValue } from '../../datasets/types.ts';
import type { ItemKind } from '../../mapping/item-kind.ts';
import type { Fill } from '../../mapping/types.ts';
import type { Text } from '../../text.ts';
import type { AnswerValue } from '../answers.ts';
import type { Condition } from '../condition.ts';
import type { JsonSchema } from '../condition-to-schema.ts';
import type { DefinitionProblem } from '../problem.ts';

/** What every question may have. */
export interface FieldBase {
  /** Unique in the form; `[a-z][a-zA-Z0-9]*`. The key of the answer. */
  readonly id: string;
  readonly label: Text;
  readonly hint?: Text;
  readonly required?: boolean;
  /** Has to be answered where this holds, though not always. */
  readonly requiredWhen?: Condition;
  /** Asked only where this holds; an unasked field's answer is dropped. */
  readonly show?: Condition;
  /** Filled from MyData; absent: an ordinary question. */
  readonly fill?: Fill;
  /** HTML autofill token(s), e.g. `tel`, `email`, `bday`. */
  readonly autocomplete?: string;
}

/** A question of some type. */
export interface TypedField extends FieldBase {
  readonly type: string;
}

/** What belongs to the type alone. */
type Own<F extends TypedField> = Omit<F, keyof FieldBase | 'type'>;

/** One property of the definition. */
interface Setting {
  /** Its JSON Schema. */
  readonly is: JsonSchema;
  /** What it is called in lists of changes. */
  readonly word?: Text;
  /** It can not be absent. */
  readonly needed?: true | undefined;
}

/** The compiler keeps these in step with the type: each property of its own, and no other. */
type Settings<F extends TypedField> = {
  readonly [K in keyof Own<F>]-?: Setting &
    (object extends Pick<F, K> ? { readonly needed?: undefined } : { readonly needed: true });
};

/** What a condition can ask about an answer, and a calculation make of it. `answered`: whether there is one, no more. */
export type Compared = 'words' | 'number' | 'date' | 'option' | 'options' | 'tick' | 'answered' | 'nothing';

/** Where the pen goes on paper. */
export type Mark =
  | string
  | { readonly label: string }
  | { readonly hint: string }
  /** So many boxes, a letter each. */
  | { readonly cells: number }
  | { readonly line: 'short' | 'long' }
  | { readonly square: true }
  | { readonly newLine: true }
  | { readonly statement: string; readonly agree: string }
  | { readonly options: readonly { readonly label: Text; readonly hint?: Text }[] };

/**
 * One control of the builder's panel, with its words; those of a list stand in one row. `editor` names one that only the
 * builder can draw.
 */
export type Control<F extends TypedField, Key extends string = keyof Own<F> & string> =
  | {
      readonly control: 'number';
      readonly key: Key;
      readonly name: Text;
      /** Never absent, never less. */
      readonly least?: number;
      readonly most?: number;
      /** One of what is shown is so many of what is kept. */
      readonly unit?: number;
      shown?(field: F): boolean;
    }
  | {
      readonly control: 'text';
      readonly key: Key;
      readonly name: Text;
      shown?(field: F): boolean;
    }
  | {
      readonly control: 'tick';
      readonly key: Key;
      readonly name: Text;
      /** What is kept when it is ticked; `true` unless said. */
      readonly value?: string;
    }
  | {
      readonly control: 'both';
      readonly key: Key;
      readonly name: Text;
      readonly optional?: true;
      readonly wide?: true;
    }
  | {
      readonly control: 'choose';
      readonly key: Key;
      readonly name: Text;
      readonly options: readonly (readonly [value: string, name: Text])[];
    }
  | { readonly editor: 'format' | 'options' | 'accept' };

/** What is missing before it can be published; `{name}` stands for the question. */
export interface Gap {
  readonly code: string;
  /** The property. */
  readonly key: string;
  readonly text: Text;
}

export interface SampleFrom {
  /** Of several options the how many-th is taken. */
  readonly turn: number;
  /** ISO date. */
  readonly today: string;
  /** A text of this pattern and these lengths; undefined where none can be thought of. */
  text(shape: {
    readonly pattern?: string | undefined;
    readonly minLength?: number | undefined;
    readonly maxLength?: number | undefined;
  }): string | undefined;
}

/** What everybody asks about a type, pages included. */
export interface FieldKind<F extends TypedField> {
  readonly type: F['type'];
  /** What designers call it; the label of a new one. */
  readonly name: Text;
  readonly settings: Settings<F>;
  /** What a new one has. */
  readonly fresh: Own<F> & Partial<FieldBase>;
  /** Kinds of values that can fill it; none: nothing does. */
  readonly takes: readonly ItemKind[];
  readonly panel: readonly (Control<F> | readonly Control<F>[])[];
  /** Stands outside of groups only. */
  readonly outside?: true;
  /** Holds what no other type can: it is not changed into another, nor another into it. */
  readonly own?: true;
  /** Made of a dataset, not chosen among the types. */
  readonly byDataset?: true;
  /** A browser may know the answer. */
  readonly autofill?: true;
  /** Words in a label that mean this type; a lower rank is heard first. */
  readonly heard?: { readonly rank: number; readonly words: RegExp };

  compared(field: F): Compared;
  /** Takes a list of values, not one. */
  takesList?(field: F): boolean;
  /** The verdict of `answer` on an official value. `today`: ISO date in Taiwan; without it nothing is held against it. */
  fits?(field: F, value: NormalValue, today: string | undefined): boolean;
}

/** What is asked where forms are checked, compiled and printed; no page loads it. */
export interface FieldRules<F extends TypedField, Inner = never> {
  /** The JSON Schema of the answer; undefined: it has none. `rows` makes the schema of a row of inner fields. */
  answer(field: F, rows: (fields: readonly Inner[]) => JsonSchema): JsonSchema | undefined;
  /** A valid answer of somebody who only wants to get through. Undefined: none is needed, or none can be thought of. */
  sample(field: F, from: SampleFrom): AnswerValue | undefined;
  paper(field: F): readonly Mark[];
  /** What the JSON Schema of the definition can not say. */
  check?(
    field: F,
    path: string,
    checkInner: (field: Inner, path: string) => readonly DefinitionProblem[],
  ): readonly DefinitionProblem[];
  gaps?(field: F): readonly Gap[];
}

/** As one asks about a question of any type. */
export interface AnyKind<F extends TypedField> extends Omit<FieldKind<F>, 'settings' | 'panel'> {
  readonly settings: { readonly [key: string]: Setting };
  readonly panel: readonly (Control<F, string> | readonly Control<F, string>[])[];
}
