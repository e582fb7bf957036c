/**
 * The way through the form: which page comes next, what keeps the resident on this one, and the way to a mistake and back to
 * the check page. Owns the mistakes shown; not the verdict (`answer-problems.ts`), the answers or the drawing.
 */
import type { End, GroupField } from '#schemas/form/definition.ts';
import type { Answers, AnswerValue } from '#schemas/form/answers.ts';
import { endOf } from '#schemas/form/ends.ts';
import { visibleInnerFields } from '#schemas/form/reachable.ts';
import { textIn } from '#schemas/text.ts';
import type { Language } from '#schemas/text.ts';
import { parseRowPath, rowPath } from '../fields/group/row-path.ts';
import { problemsOf } from './answer-problems.ts';
import type { Problems, Validate } from './answer-problems.ts';
import { fieldsIn } from './dependencies.ts';
import { fieldOfPath } from './form-model.ts';
import type { FormModel } from './form-model.ts';
import type { StepsView } from './steps-view.ts';

type Rows = readonly Answers[];

/** The page after the last step. */
export const checkStep = 'check';

export interface WizardHost {
  readonly model: FormModel;
  readonly view: StepsView;
  readonly spoken: Language;
  readonly density: 'steps' | 'all';
  readonly step?: string;
  readonly updateComplete: Promise<boolean>;
  /** Undefined where the host has none; rejects when it cannot be had now. */
  validatorNow(): Promise<Validate | undefined>;
  /** Shows another page, with the focus on its title or a field. */
  turnTo(step: string, focus?: string): void;
  requestUpdate(): void;
}

export class Wizard {
  readonly visited = new Set<string>();
  /** The resident came from the check page to change an answer. */
  returning = false;
  /** For the error summary; a new array only when there is something new to read, or something is gone. */
  summary: readonly { readonly fieldId: string; readonly message: string }[] = [];
  /** The summary lost something since it was read, and gained nothing. */
  shorter = false;

  #problems: Problems = new Map();
  /** As they were told in the summary, whatever became of them. */
  #told: Problems = new Map();
  #validate?: Validate;

  readonly #host: WizardHost;

  constructor(host: WizardHost) {
    this.#host = host;
  }

  /** Where the host stands, or where it has to: a step that is no longer asked leads to the first that is. */
  get place(): string | undefined {
    const { model, step } = this.#host;
    return step && this.has(step) ? step : model.steps[0]?.step.id;
  }

  /** Whether this page is there to be shown now. */
  has(step: string): boolean {
    return step === checkStep || this.#host.model.steps.some(({ step: { id } }) => id === step);
  }

  /** After a reload: whoever is here has been on the pages before. */
  visitUpTo(step: string): void {
    for (const {
      step: { id },
    } of this.#host.model.steps) {
      if (id === step) break;
      this.visited.add(id);
    }
  }

  /** The host shows another page. */
  arrive(step: string): void {
    if (step === checkStep) this.returning = false;
    this.show(new Map());
  }

  /** What is wrong now. Rejects when the validator cannot be had. */
  async check(): Promise<Problems> {
    this.#validate = await this.#host.validatorNow();
    const { model, spoken } = this.#host;
    // What is still to come is not missing.
    const awaited = new Set(model.awaited);
    return new Map([...problemsOf(model, this.#validate, spoken)].filter(([path]) => !awaited.has(fieldOfPath(path))));
  }

  /** One step at a time, its own mistakes only; the whole before the check page. → the end that keeps the resident here */
  async forward(): Promise<End | void> {
    const problems = await this.check();
    const { model, step } = this.#host;
    const here = this.#of(problems, step);
    if (here.size) return this.show(here);
    const end = this.#end();
    if (end) return end;
    const next = this.#all || this.returning ? undefined : model.steps[this.index + 1];
    if (next) return this.#host.turnTo(next.step.id);
    if (problems.size) return this.lead(problems);
    this.#host.turnTo(checkStep);
  }

  backward(): void {
    const { steps } = this.#host.model;
    const before = steps[this.#all ? 0 : this.index - 1];
    if (before) this.#host.turnTo(before.step.id);
  }

  /** From the check page to one question. */
  change(field: string): void {
    this.returning = true;
    this.#host.turnTo(this.#stepOf(field)!, field);
  }

  /** To the first step with a mistake, with all mistakes of that step listed. */
  lead(problems: Problems): void {
    const [first] = problems.keys();
    const step = this.#all ? this.#host.model.steps[0]?.step.id : first && this.#stepOf(first);
    if (!step) return;
    if (this.#host.step === checkStep) this.returning = true;
    if (step !== this.#host.step) this.#host.turnTo(step);
    void this.#host.updateComplete.then(() => this.show(this.#of(problems, step)));
  }

  show(problems: Problems): void {
    if (!problems.size && !this.summary.length) return;
    this.shorter = false;
    this.#tell(problems, problems);
  }

  /**
   * Forgets mistakes of what is there no more: a question that is not asked now, a row that was removed. The rows behind it
   * have other numbers.
   * @param before the rows of the group `id` before the edit
   */
  drop(id?: string, before?: AnswerValue): void {
    const { model } = this.#host;
    const after = id === undefined ? undefined : model.value(id);
    const moved = Array.isArray(before) && (after as Rows | undefined)?.length !== before.length;
    const now = (path: string): string | undefined => {
      const { group, row, field } = parseRowPath(path) ?? {};
      if (!model.asking.has(group ?? path)) return undefined;
      if (group === undefined || row === undefined) return path;
      const rows = (model.value(group) ?? []) as Rows;
      const place =
        moved && group === id && row >= model.officialRowsOf(id) ? rows.indexOf(before[row] as Answers) : row;
      const asked = model.places.get(group)!.field as GroupField;
      // A blank row that has to be there is in no answer yet.
      const answers = rows[place] ?? (place >= 0 && place < (asked.minRows ?? 0) ? {} : undefined);
      const shown = answers && visibleInnerFields(asked, answers).some((inner) => inner.id === field);
      return shown ? rowPath(group, place, field!) : undefined;
    };
    const kept = (problems: Problems): Problems =>
      new Map([...problems].flatMap(([path, message]) => (now(path) ? [[now(path)!, message]] : [])));
    const told = kept(this.#told);
    if ([...told.keys()].join() === [...this.#told.keys()].join()) return;
    this.shorter = true;
    this.#tell(told, kept(this.#problems));
  }

  #tell(told: Problems, problems: Problems): void {
    this.#told = told;
    this.#problems = problems;
    this.#host.view.setErrors(problems);
    this.summary = [...told].map(([fieldId, message]) => ({ fieldId, message: this.#placed(fieldId, message) }));
    this.#host.requestUpdate();
  }

  /** A field that was wrong is looked at again when it is left; the summary above stays as it was read. */
  recheck(id: string): void {
    const isOf = ([path]: readonly [string, string]) => fieldOfPath(path) === id;
    const before = [...this.#problems];
    if (!before.some(isOf)) return;
    const now = problemsOf(this.#host.model, this.#validate, this.#host.spoken);
    this.#problems = new Map([...before.filter((problem) => !isOf(problem)), ...[...now].filter(isOf)]);
    this.#host.view.setErrors(this.#problems);
  }

  /** The number of the step shown, from 0; the check page comes after the last. */
  get index(): number {
    const { model, step } = this.#host;
    return step === checkStep ? model.steps.length : model.steps.findIndex(({ step: { id } }) => id === step);
  }

  /** What a later page asks may still change it. */
  #end(): End | undefined {
    const { model, step } = this.#host;
    const { steps } = model.definition;
    const place = (id: string | undefined) => steps.findIndex((one) => one.id === id);
    const asked = ({ when }: End) => [...fieldsIn(when)].every((id) => place(this.#stepOf(id)) <= place(step));
    return endOf(model.definition, model.answers, this.#all ? undefined : asked);
  }

  get #all(): boolean {
    return this.#host.density === 'all';
  }

  #stepOf(path: string): string | undefined {
    return this.#host.model.places.get(fieldOfPath(path))?.step;
  }

  /** Away from its row a message says which one it is about. */
  #placed(path: string, message: string): string {
    const { model, spoken } = this.#host;
    const inner = parseRowPath(path);
    const group = inner && model.places.get(inner.group)?.field;
    if (group?.type !== 'group') return message;
    return `${textIn(group.rowTitle, spoken)} ${inner!.row + 1}${spoken === 'en' ? ': ' : '：'}${message}`;
  }

  #of(problems: Problems, step: string | undefined): Problems {
    return this.#all ? problems : new Map([...problems].filter(([path]) => this.#stepOf(path) === step));
  }
}
