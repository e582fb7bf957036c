/**
 * What the form knows: the answers, typed and official, and which questions are asked. Owns merging the two, the answers
 * as they are sent, and what is not yet saved. No DOM, no network, no text.
 *
 * An answer changes in place and costs nothing else, unless a condition mentions its field: then what is asked is
 * worked out anew.
 */
import type { Field, FormDefinition } from '#schemas/form/definition.ts';
import type { Answers, AnswerValue } from '#schemas/form/answers.ts';
import { pruneAnswers, reach } from '#schemas/form/reachable.ts';
import type { VisibleStep } from '#schemas/form/reachable.ts';
import type { MissingReason, OfficialValue } from '#schemas/mapping/types.ts';
import type { Text } from '#schemas/text.ts';
import type { Claims, UploadedFile } from '#schemas/wire/county-api.ts';
import { officialInRow } from '../fields/group/official-in-row.ts';
import { parseRowPath } from '../fields/group/row-path.ts';
import { sameAnswer } from '../fields/same-answer.ts';
import { mentionedFields } from './dependencies.ts';
import { askedRows, confirmable, mergeRows, ownRows } from './group-rows.ts';
import { isFixed } from '../fields/is-fixed.ts';

/** The parts of a `DraftView` that a form is filled with. */
export interface FormContents {
  /** Typed by the resident. */
  readonly answers?: Answers;
  readonly official?: { readonly [fieldId: string]: OfficialValue };
  readonly missing?: { readonly [fieldId: string]: MissingReason };
  readonly officialRows?: { readonly [fieldId: string]: number };
  readonly claims?: Claims;
  /** Official values that the resident has looked at, by path. */
  readonly confirmed?: readonly string[];
  /** Ids of questions whose official value is still being prepared. */
  readonly pending?: readonly string[];
  /** When that should be there. ISO. */
  readonly readyAbout?: string;
  /** Typed before an official value came that cannot be typed over. */
  readonly typedBefore?: Answers;
  /** Ids of uploaded files that are kept; absent where that is not known. */
  readonly files?: readonly string[];
}

export interface Place {
  readonly field: Field;
  /** Id of the step. */
  readonly step: string;
}

export class FormModel {
  readonly places: ReadonlyMap<string, Place>;
  /** Ids of the fields whose answer is worked out. */
  readonly calculated: readonly string[];
  /** Ids of fields whose typed answer or claim is not yet saved. */
  unsaved = new Set<string>();
  /** What could not be kept: names of files, labels of questions that are no more. */
  lost: readonly (string | Text)[] = [];
  /** The resident waits no longer for what is still to come: those are ordinary questions. */
  byHand = false;
  /** When what is pending should be there. ISO. */
  readyAbout?: string;

  #typed: { [id: string]: AnswerValue | undefined } = {};
  #all: { [id: string]: AnswerValue | undefined } = {};
  #official: NonNullable<FormContents['official']> = {};
  #missing: NonNullable<FormContents['missing']> = {};
  #officialRows: NonNullable<FormContents['officialRows']> = {};
  #pending: readonly string[] = [];
  #said: { [path: string]: Claims[string] } = {};
  #looked = new Set<string>();
  /** Ids of fields answered on this page, saved or not. */
  #touched = new Set<string>();
  /** Of an earlier version of the form, until this one is filled. */
  #former?: FormModel;
  readonly #mentioned: ReadonlySet<string>;
  #asked?: readonly VisibleStep[];
  #askedIds?: ReadonlySet<string>;

  constructor(
    readonly definition: FormDefinition,
    former?: FormModel,
  ) {
    this.#former = former;
    this.#mentioned = mentionedFields(definition);
    const places = new Map<string, Place>();
    for (const step of definition.steps)
      for (const section of step.sections)
        for (const field of section.fields) places.set(field.id, { field, step: step.id });
    this.places = places;
    this.calculated = [...places.keys()].filter((id) => 'calculate' in places.get(id)!.field);
  }

  /**
   * Takes what the county app or the host gives; without answers or claims in it, those that are here stay. Where `keep` is
   * given, those fields keep the answer and the claims that the resident typed here.
   */
  load(contents: FormContents, keep: ReadonlySet<string> = new Set()): void {
    const {
      answers = this.#typed,
      official = {},
      missing = {},
      officialRows = {},
      claims = this.#said,
      pending = this.#pending,
      readyAbout = this.readyAbout,
    } = contents;
    const old = this.#former ?? this;
    const before = old.#official;
    const typed = { ...contents.typedBefore, ...answers };
    const said = { ...claims };
    this.lost = [];
    for (const id of keep) {
      const { field } = this.places.get(id) ?? {};
      if (field) typed[id] = this.#stillThere(field, old.#own(id, official[id]), contents.files);
      else if (old.#typed[id] !== undefined) this.lost = [...this.lost, old.places.get(id)!.field.label];
      for (const path of [...Object.keys(said), ...Object.keys(old.#said)])
        if (fieldOfPath(path) === id) said[path] = field && old.#said[path];
    }
    // A confirmation is of one value: a renewed one that differs is asked again.
    const mine = [...old.#looked].filter(
      (path) =>
        (!contents.confirmed || keep.has(fieldOfPath(path))) &&
        sameAnswer(old.officialAt(path, before)?.value, this.officialAt(path, official)?.value),
    );
    this.#looked = new Set([...(contents.confirmed ?? []), ...mine]);
    this.unsaved = old.unsaved;
    this.#touched = old.#touched;
    this.#former = undefined;
    this.#typed = typed;
    this.#official = official;
    this.#missing = missing;
    this.#officialRows = officialRows;
    this.#said = said;
    this.#pending = pending;
    this.readyAbout = readyAbout;
    this.#all = {};
    // Without a condition every question is always asked.
    if (this.#mentioned.size) this.#asked = undefined;
    for (const { field } of this.places.values()) this.#all[field.id] = this.#merged(field);
  }

  /** The answer as it counts, official or typed. */
  value(id: string): AnswerValue | undefined {
    return this.#all[id];
  }

  /** The answer as the field's element is given it: a value to be confirmed is not an answer before it is. */
  shown(id: string): AnswerValue | undefined {
    const official = this.#official[id];
    const field = this.places.get(id)?.field;
    if (official && field?.type === 'group')
      return askedRows(field, official, this.#all[id], this.officialRowsOf(id), this.#looked);
    return official?.policy === 'confirm' && !this.#looked.has(id) ? undefined : this.#all[id];
  }

  /** An answer of the resident. → whether other questions may now be asked */
  set(id: string, value: AnswerValue | undefined): boolean {
    const official = this.#official[id];
    const { field } = this.places.get(id) ?? {};
    this.unsaved.add(id);
    this.#touched.add(id);
    if (official && field?.type === 'group') {
      for (const path of confirmable(field, official, value, this.officialRowsOf(id))) this.#looked.add(path);
    }
    this.#typed[id] = value;
    // What is being typed when an official value comes is kept beside it, and confirms nothing.
    if (isFixed(official) && field?.type !== 'group') {
      if (official.policy === 'confirm' && sameAnswer(official.value, value)) this.#looked.add(id);
      return false;
    }
    this.#all[id] = field ? this.#merged(field) : value;
    if (!this.#mentioned.has(id)) return false;
    this.#asked = undefined;
    return true;
  }

  /** Whether this is the answer already: leaving a question without a change is no change. */
  has(id: string, value: AnswerValue | undefined): boolean {
    return !isFixed(this.#official[id]) && sameAnswer(this.shown(id), value);
  }

  officialOf(id: string): OfficialValue | undefined {
    return this.#official[id];
  }

  /** An official value is still to come, and the resident waits for it. */
  isPending(id: string): boolean {
    return !this.byHand && this.#pending.includes(id);
  }

  /** Questions asked that wait for their official value, and have no answer. */
  get awaited(): readonly string[] {
    return [...this.asking].filter((id) => this.isPending(id) && this.value(id) === undefined);
  }

  /** What the resident typed where a differing official value stands now that cannot be typed over. */
  before(id: string): AnswerValue | undefined {
    const official = this.#official[id];
    const typed = this.#typed[id];
    return isFixed(official) && this.places.get(id)?.field.type !== 'group' && !sameAnswer(official.value, typed)
      ? typed
      : undefined;
  }

  missingOf(id: string): MissingReason | undefined {
    return this.#missing[id];
  }

  /** Of a question, or of one in a row. */
  officialAt(path: string, official = this.#official): OfficialValue | undefined {
    const inner = parseRowPath(path);
    if (!inner) return official[path];
    const group = this.places.get(inner.group)?.field;
    const rows = official[inner.group];
    const field = group?.type === 'group' ? group.fields.find(({ id }) => id === inner.field) : undefined;
    return rows && field && inner.row < this.officialRowsOf(inner.group)
      ? officialInRow(rows, field, inner.row)
      : undefined;
  }

  /** How many of a group's first rows are official. */
  officialRowsOf(id: string): number {
    const rows = this.#official[id]?.value;
    return this.#officialRows[id] ?? (Array.isArray(rows) ? rows.length : 0);
  }

  claim(path: string): Claims[string] {
    return this.#said[path];
  }

  /** Claims inside a group, by path; undefined when there is none. */
  claimsIn(id: string): Claims | undefined {
    const inside = Object.entries(this.#said).filter(
      ([path, claim]) => claim && path !== id && fieldOfPath(path) === id,
    );
    return inside.length ? Object.fromEntries(inside) : undefined;
  }

  setClaim(path: string, claim: Claims[string]): void {
    if (claim) this.#said[path] = claim;
    else delete this.#said[path];
    this.unsaved.add(fieldOfPath(path));
    this.#touched.add(fieldOfPath(path));
  }

  get steps(): readonly VisibleStep[] {
    if (!this.#asked) {
      const { steps, kept } = reach(this.definition, this.#all);
      this.#asked = steps;
      this.#askedIds = undefined;
      for (const id of this.calculated) this.#all[id] = kept[id];
    }
    return this.#asked;
  }

  /** Ids of the questions asked. */
  get asking(): ReadonlySet<string> {
    const { steps } = this;
    return (this.#askedIds ??= new Set(
      steps.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields.map(({ id }) => id))),
    ));
  }

  /** Asked fields whose value MyData brought. */
  get filledCount(): number {
    return Object.keys(this.#official).filter((id) => this.#official[id]!.value !== undefined && this.asking.has(id))
      .length;
  }

  /** As validated, shown on the check page and submitted: official values included, hidden questions not. */
  get answers(): Answers {
    return pruneAnswers(this.definition, this.#all);
  }

  /** As saved: what the resident typed, of asked questions. */
  get ownAnswers(): Answers {
    const own: { [id: string]: AnswerValue | undefined } = {};
    for (const [id, value] of Object.entries(this.answers)) {
      const before = this.before(id);
      const official = this.#official[id];
      const field = this.places.get(id)?.field;
      if (official && field?.type === 'group') own[id] = ownRows(field, official, value, this.officialRowsOf(id));
      else if (before !== undefined) own[id] = before;
      else if (!isFixed(official) && !(official?.policy === 'editable' && sameAnswer(official.value, value)))
        own[id] = value;
    }
    return own;
  }

  /**
   * Ids of the fields of which the page holds something of the resident's: all that was answered here, and whatever else the
   * draft `beside` it does not have.
   */
  held(beside: Answers): ReadonlySet<string> {
    const typed = Object.keys(this.#typed).filter((id) => this.#typed[id] !== undefined);
    const ids = [...typed, ...Object.keys(this.#said), ...this.#looked].map(fieldOfPath);
    return new Set([...this.#touched, ...ids.filter((id) => beside[id] === undefined)]);
  }

  /** The draft's answers are to count, nothing of the page's. */
  forget(): void {
    this.unsaved.clear();
    this.#touched.clear();
  }

  /** Paths of official values that the resident has looked at. */
  get confirmed(): readonly string[] {
    return [...this.#looked].filter((path) => this.officialAt(path)?.policy === 'confirm');
  }

  /** Claims about questions that are asked. */
  get claims(): Claims {
    return Object.fromEntries(Object.entries(this.#said).filter(([path]) => this.asking.has(fieldOfPath(path))));
  }

  /** What the resident typed; of official rows that are no more, what was typed in them. */
  #own(id: string, official: OfficialValue | undefined): AnswerValue | undefined {
    const typed = this.#typed[id];
    const before = this.#official[id];
    const field = this.places.get(id)?.field;
    if (official || !before || field?.type !== 'group') return typed;
    const rows = ownRows(field, before, typed, this.officialRowsOf(id)).filter((row) => Object.keys(row).length);
    return rows.length ? (rows as readonly AnswerValue[]) : undefined;
  }

  /** An answer without the files that the county app has no more. */
  #stillThere({ type }: Field, answer: AnswerValue | undefined, files?: readonly string[]): AnswerValue | undefined {
    if (type !== 'file' || !files || !Array.isArray(answer)) return answer;
    const named = answer as readonly UploadedFile[];
    const there = named.filter(({ id }) => files.includes(id));
    this.lost = [...this.lost, ...named.filter((file) => !there.includes(file)).map(({ name }) => name)];
    return there.length ? (there as unknown as AnswerValue) : undefined;
  }

  #merged(field: Field): AnswerValue | undefined {
    const { id } = field;
    const official = this.#official[id];
    const typed = this.#typed[id];
    if (!official) return typed;
    if (field.type === 'group') return mergeRows(field, official, typed, this.officialRowsOf(id));
    if (isFixed(official)) return official.value;
    return official.policy === 'editable' && !Object.hasOwn(this.#typed, id) ? official.value : typed;
  }
}

/** `members[2].name` → `members` */
export const fieldOfPath = (path: string): string => path.replace(/\[.*$/, '');
