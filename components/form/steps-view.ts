/**
 * The questions as elements: made once, then only what changed is told to the one element that it concerns. Owns the nodes
 * of steps and sections and the field elements; not which are asked, that is the model's, nor what is around them.
 *
 * Not a Lit template on purpose: a form of hundreds of fields is neither made nor redrawn as a whole.
 */
import type { Field, Section, Step } from '#schemas/form/definition.ts';
import type { Language, Text } from '#schemas/text.ts';
import { textIn } from '#schemas/text.ts';
import { createField } from '../fields/create-field.ts';
import { displayAnswer } from '../fields/display.ts';
import type { FieldElement } from '../fields/field-element.ts';
import { clockText } from '../fields/roc-time.ts';
import { fieldOfPath } from './form-model.ts';
import type { FormModel } from './form-model.ts';
import { say } from './messages.ts';

/** What a field element may be given besides its answer, by type. */
export interface FieldHelp {
  readonly towns?: unknown;
  readonly documents?: unknown;
  readonly upload?: unknown;
  readonly removeFile?: unknown;
}

export interface StepsViewOptions {
  readonly model: FormModel;
  readonly language: Language;
  /** Steps are told apart by a heading of their own (all on one page). */
  readonly headings: boolean;
  readonly help: (field: Field) => FieldHelp | undefined;
}

/** Messages by path: a field's id, or `members[2].name` inside a group. */
export type Errors = ReadonlyMap<string, string>;

type GroupLike = FieldElement & { officialRows?: number; claims?: unknown; errors?: unknown };

const make = (tag: string, className: string, text?: string): HTMLElement => {
  const node = document.createElement(tag);
  node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
};

export class StepsView {
  readonly elements = new Map<string, FieldElement>();
  readonly #nodes = new Map<string, HTMLElement>();
  readonly #sections = new Map<Section, HTMLElement>();
  readonly #notes = new Map<string, HTMLElement>();
  #wrong = new Set<string>();
  #shown?: ReadonlySet<string>;

  readonly #options: StepsViewOptions;

  constructor(options: StepsViewOptions) {
    this.#options = options;
  }

  /** The node of one step, made when first asked for. */
  step(step: Step): HTMLElement {
    let node = this.#nodes.get(step.id);
    if (!node) {
      node = make('div', 'step');
      if (this.#options.headings) node.append(make('h2', 'step-title', this.#words(step.title)));
      if (step.hint) node.append(make('p', 'hint', this.#words(step.hint)));
      this.#nodes.set(step.id, node);
      for (const section of step.sections) node.append(this.#section(section, step));
      this.#refreshStep(step, node);
    }
    return node;
  }

  /** Shows and hides what the model asks now, in the steps made so far. */
  refresh(): void {
    const { asking } = this.#options.model;
    if (asking === this.#shown) return;
    this.#shown = asking;
    for (const step of this.#options.model.definition.steps) {
      const node = this.#nodes.get(step.id);
      if (node) this.#refreshStep(step, node);
    }
    this.#options.model.calculated.forEach(this.syncOne, this);
  }

  /** Tells all elements made so far what the model holds: after a load, never while typing. `except`: the one being typed in. */
  sync(except?: string): void {
    for (const [id, element] of this.elements) if (id !== except) this.#dress(element, id);
  }

  /** Tells one element, e.g. one that is no longer being typed in. */
  syncOne(id: string): void {
    const element = this.elements.get(id);
    if (element) this.#dress(element, id);
  }

  setErrors(errors: Errors): void {
    const now = new Set([...errors.keys()].map(fieldOfPath));
    for (const id of new Set([...this.#wrong, ...now])) this.#setError(id, errors);
    this.#wrong = now;
  }

  /** Where the focus is, if in a field. */
  get focused(): string | undefined {
    for (const [id, element] of this.elements) if (element.matches(':focus-within')) return id;
    return undefined;
  }

  focus(path: string): void {
    const element = this.elements.get(fieldOfPath(path)) as
      (FieldElement & { focusPath?(path: string): void }) | undefined;
    if (!element) return;
    element.scrollIntoView({ block: 'center' });
    if (element.focusPath && path.includes('[')) element.focusPath(path);
    else element.focus();
  }

  #words(text: Text): string {
    return textIn(text, this.#options.language);
  }

  #section(section: Section, step: Step): HTMLElement {
    const node = make('div', 'section');
    const title = this.#words(section.title);
    // A step of one section says its title once.
    if (step.sections.length > 1 || title !== this.#words(step.title)) {
      const heading = make('h3', 'section-title', title);
      heading.id = `section-${section.id}`;
      node.setAttribute('role', 'group');
      node.setAttribute('aria-labelledby', heading.id);
      node.append(heading);
    }
    if (section.hint) node.append(make('p', 'hint', this.#words(section.hint)));
    this.#sections.set(section, node);
    return node;
  }

  #refreshStep(step: Step, node: HTMLElement): void {
    const { asking } = this.#options.model;
    let some = false;
    for (const section of step.sections) {
      const shown = this.#refreshSection(section, asking);
      some ||= shown;
    }
    if (node.hidden === some) node.hidden = !some;
  }

  #refreshSection(section: Section, asking: ReadonlySet<string>): boolean {
    const node = this.#sections.get(section)!;
    let last: Element | null = null;
    let some = false;
    for (const field of section.fields) {
      const asked = asking.has(field.id);
      some ||= asked;
      let element = this.elements.get(field.id);
      if (element) this.#hide(element, field.id, !asked);
      else if (asked) {
        element = this.#create(field);
        if (last) last.after(element);
        else node.append(element);
        this.#note(field.id, element);
      }
      if (element) last = element;
    }
    if (node.hidden === some) node.hidden = !some;
    return some;
  }

  #hide(element: FieldElement, id: string, hidden: boolean): void {
    if (element.hidden === hidden) return;
    element.hidden = hidden;
    const note = this.#notes.get(id);
    if (note) note.hidden = hidden;
  }

  #create(field: Field): FieldElement {
    const element = createField(field);
    if (this.#options.language !== 'zh-Hant') element.language = this.#options.language;
    this.elements.set(field.id, element);
    this.#dress(element, field.id);
    return element;
  }

  #dress(element: FieldElement, id: string): void {
    const { model, help } = this.#options;
    const { field } = element;
    const official = model.officialOf(id);
    if (element.official !== official) element.official = official;
    element.value = model.shown(id) as never;
    const claim = model.claim(id);
    if (element.claim !== claim) element.claim = claim;
    if (field.type === 'group') {
      const group = element as GroupLike;
      group.officialRows = model.officialRowsOf(id);
      group.claims = model.claimsIn(id);
    }
    const more = help(field);
    if (more) Object.assign(element, more);
    if (element.parentNode) this.#note(id, element);
  }

  /** Why an official value is not there, not yet there, or not what was typed. */
  #noteText(id: string, { field, official }: FieldElement): string | undefined {
    const { model, language } = this.#options;
    const before = model.before(id);
    if (before !== undefined) return say(language, 'typedBefore', { value: displayAnswer(field, before, language) });
    if (official) return undefined;
    if (model.isPending(id)) return say(language, 'pending', { time: clockText(model.readyAbout) });
    const reason = model.missingOf(id);
    return reason && say(language, `missing-${reason}`);
  }

  #note(id: string, element: FieldElement): void {
    const text = this.#noteText(id, element);
    let note = this.#notes.get(id);
    if (!text) {
      note?.remove();
      this.#notes.delete(id);
      return;
    }
    if (!note) this.#notes.set(id, (note = make('p', 'missing')));
    note.textContent = text;
    note.classList.toggle('hint', this.#options.model.isPending(id));
    note.hidden = element.hidden;
    if (note.nextSibling !== element) element.before(note);
  }

  #setError(id: string, errors: Errors): void {
    const element = this.elements.get(id);
    if (!element) return;
    element.error = errors.get(id);
    if (element.field.type !== 'group') return;
    const inside = [...errors].filter(([path]) => path !== id && fieldOfPath(path) === id);
    (element as GroupLike).errors = inside.length ? Object.fromEntries(inside) : undefined;
  }
}
