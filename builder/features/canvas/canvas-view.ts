/**
 * The form on the canvas, as nodes: made once, then only what changed is touched. Owns the nodes of steps, sections and
 * cards; what they mean is the document's, what happens with them the panel's.
 */
import type { Field, Section, Step } from '#schemas/form/definition.ts';
import { textIn } from '#schemas/text.ts';
import type { BuilderContext } from '../builder-context.ts';
import { idOf, kindOf, type Ref } from '../../model/locate.ts';
import { words } from '../words.ts';
import { Card } from './card.ts';
import { arrange, button, element } from './nodes.ts';

interface Frame {
  readonly node: HTMLElement;
  readonly title: HTMLElement;
  readonly list: HTMLElement;
  readonly note?: HTMLElement;
  part?: Step | Section;
}

export class CanvasView {
  readonly root = element('div', 'form');
  readonly cards = new Map<Ref, Card>();
  readonly #frames = new Map<Ref, Frame>();
  readonly #addStep: HTMLButtonElement;
  #selected: ReadonlySet<Ref> = new Set();
  #form?: BuilderContext['session']['document']['form'];

  constructor(private readonly builder: BuilderContext) {
    this.#addStep = button('add add-step', '＋', '');
    this.#addStep.append(words(builder.language, 'addStep'));
    this.#addStep.dataset['add'] = 'step';
  }

  /** Brings the nodes in step with the document. */
  update(): void {
    const { form } = this.builder.session.document;
    if (form === this.#form) return;
    this.#form = form;
    const seen = new Set<Ref>();
    arrange(this.root, [...form.steps.map((step, index) => this.#step(step, index, seen)), this.#addStep]);
    for (const ref of [...this.cards.keys()]) if (!seen.has(ref)) this.cards.delete(ref);
    for (const ref of [...this.#frames.keys()]) if (!seen.has(ref)) this.#frames.delete(ref);
  }

  select(refs: readonly Ref[]): void {
    const now = new Set(refs);
    for (const ref of this.#selected) if (!now.has(ref)) this.#mark(ref, false);
    for (const ref of now) this.#mark(ref, true);
    this.#selected = now;
  }

  /** The node of a part; a card, or the frame of a section or step. */
  node(ref: Ref): HTMLElement | undefined {
    return this.cards.get(ref)?.node ?? this.#frames.get(ref)?.node;
  }

  #mark(ref: Ref, selected: boolean): void {
    const card = this.cards.get(ref);
    if (card) card.select(selected);
    else this.#frames.get(ref)?.node.classList.toggle('selected', selected);
  }

  #step(step: Step, index: number, seen: Set<Ref>): HTMLElement {
    const ref: Ref = `step/${step.id}`;
    const frame = this.#frame(ref, 'step', 'h2', 'sections');
    seen.add(ref);
    const { language } = this.builder;
    const colon = language === 'en' ? ': ' : '：';
    const title = `${words(language, 'step', { n: index + 1 })}${colon}${textIn(step.title, language)}`;
    if (frame.title.textContent !== title) frame.title.textContent = title;
    const sections = step.sections.map((section) => this.#section(section, seen));
    if (frame.part !== step) arrange(frame.list, sections);
    frame.part = step;
    return frame.node;
  }

  #section(section: Section, seen: Set<Ref>): HTMLElement {
    const ref: Ref = `section/${section.id}`;
    const frame = this.#frame(ref, 'section', 'h3', 'fields');
    seen.add(ref);
    if (frame.part !== section) {
      frame.title.textContent = textIn(section.title, this.builder.language);
      frame.part = section;
      this.#fill(frame.list, ref, section.fields, seen);
    } else this.#keep(ref, section.fields, seen);
    return frame.node;
  }

  #frame(ref: Ref, className: string, heading: 'h2' | 'h3', list: 'sections' | 'fields'): Frame {
    const known = this.#frames.get(ref);
    if (known) return known;
    const { language } = this.builder;
    const node = element('section', className);
    node.dataset['ref'] = ref;
    const title = element(heading, 'title');
    title.tabIndex = -1;
    const inside = element(list === 'fields' ? 'ol' : 'div', list);
    inside.dataset['list'] = ref;
    const add = button('add', '＋', '');
    if (list === 'sections') {
      add.append(words(language, 'addSection'));
      add.dataset['add'] = 'section';
      node.append(title, inside, add);
    } else {
      inside.dataset['empty'] = words(language, 'emptySection');
      node.append(title, inside);
    }
    const frame: Frame = { node, title, list: inside };
    this.#frames.set(ref, frame);
    return frame;
  }

  #fill(list: HTMLElement, parent: Ref, fields: readonly Field[], seen: Set<Ref>): void {
    arrange(
      list,
      fields.map(
        (field, index) => this.#card(refIn(parent, field.id), field, `${index + 1}／${fields.length}`, seen).node,
      ),
    );
  }

  #card(ref: Ref, field: Field, position: string, seen: Set<Ref>): Card {
    seen.add(ref);
    let card = this.cards.get(ref);
    // A card is made for one kind: groups hold a list, others a field element.
    if (card && (card.list !== undefined) !== (field.type === 'group')) card = undefined;
    if (!card) {
      card = new Card(ref, field, this.builder);
      if (this.#selected.has(ref)) card.select(true);
      this.cards.set(ref, card);
      if (field.type === 'group' && card.list) this.#fill(card.list, ref, field.fields, seen);
    } else {
      const changed = card.field !== field;
      card.update(field);
      if (field.type === 'group' && card.list) {
        if (changed) this.#fill(card.list, ref, field.fields, seen);
        else this.#keep(ref, field.fields, seen);
      }
    }
    card.place(position);
    return card;
  }

  /** Nothing in here changed: its cards stay. */
  #keep(parent: Ref, fields: readonly Field[], seen: Set<Ref>): void {
    for (const field of fields) {
      const ref = refIn(parent, field.id);
      seen.add(ref);
      if (field.type === 'group') this.#keep(ref, field.fields, seen);
    }
  }
}

const refIn = (parent: Ref, id: string): Ref =>
  kindOf(parent) === 'field' ? `field/${idOf(parent)}.${id}` : `field/${id}`;
