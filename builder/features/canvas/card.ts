/**
 * One question on the canvas: the real field element, not to be answered here, with a handle, what it is filled from, and its
 * label to be edited in place. A group holds the cards of its own questions.
 */
import type { Field } from '#schemas/form/definition.ts';
import { textIn } from '#schemas/text.ts';
import { createField } from '#components/fields/create-field.ts';
import type { FieldElement } from '#components/fields/field-element.ts';
import type { BuilderContext } from '../builder-context.ts';
import type { Ref } from '../../model/locate.ts';
import { typeNames } from '../../commands/shared/type-names.ts';
import { words } from '../words.ts';
import { button, element } from './nodes.ts';

export class Card {
  readonly node: HTMLLIElement;
  /** A group's own questions lie in it. */
  readonly list?: HTMLOListElement;
  readonly #grip: HTMLButtonElement;
  readonly #menu: HTMLButtonElement;
  readonly #body: HTMLElement;
  readonly #source: HTMLElement;
  #control?: FieldElement;
  #field?: Field;
  #position = '';

  constructor(
    readonly ref: Ref,
    field: Field,
    private readonly builder: BuilderContext,
  ) {
    this.node = element('li', 'card');
    this.node.dataset['ref'] = ref;
    this.node.tabIndex = -1;
    this.#grip = button('grip', '⠿', '');
    this.#menu = button('menu', '⋯', '');
    for (const one of [this.#grip, this.#menu]) one.tabIndex = -1;
    this.#body = element('div', 'body');
    this.#source = element('p', 'source');
    this.node.append(this.#grip, this.#body, this.#menu, this.#source);
    if (field.type === 'group') {
      this.list = element('ol', 'fields inner');
      this.list.dataset['list'] = ref;
      this.node.append(this.list);
    }
    this.update(field);
  }

  get field(): Field {
    return this.#field as Field;
  }

  update(field: Field): void {
    const old = this.#field;
    if (old === field) return;
    this.#field = field;
    const { language } = this.builder;
    const label = textIn(field.label, language);
    if (field.type === 'group') this.#groupTitle(label, field);
    else if (!this.#control || old?.type !== field.type) {
      this.#control = createField(field);
      this.#control.inert = true;
      if (language !== 'zh-Hant') this.#control.language = language;
      this.#body.replaceChildren(this.#control);
    } else this.#control.field = field;
    this.#grip.setAttribute('aria-label', words(language, 'grip', { name: label }));
    this.#menu.setAttribute('aria-label', words(language, 'menuOf', { name: label }));
    this.#tellSource(field);
    this.#tellName();
  }

  /** `3 / 20`, for the card's name. */
  place(position: string): void {
    if (this.#position === position) return;
    this.#position = position;
    this.#tellName();
  }

  select(selected: boolean): void {
    this.node.classList.toggle('selected', selected);
    this.#tellName();
  }

  /** Problems that publishing would find here. */
  warn(count: number): void {
    this.node.classList.toggle('wrong', count > 0);
  }

  #tellName(): void {
    const field = this.#field;
    if (!field) return;
    const { language } = this.builder;
    const selected = this.node.classList.contains('selected');
    const name = words(language, selected ? 'cardSelected' : 'card', {
      position: this.#position,
      name: textIn(field.label, language),
      type: textIn(typeNames[field.type], language),
      source: this.#source.textContent ?? '',
    });
    if (this.node.getAttribute('aria-label') !== name) this.node.setAttribute('aria-label', name);
  }

  #groupTitle(label: string, field: Field): void {
    const { language } = this.builder;
    const title = element('p', 'group-title', label);
    const note = field.hint ? [element('p', 'hint', textIn(field.hint, language))] : [];
    this.#body.replaceChildren(title, ...note);
    this.list?.setAttribute('aria-label', label);
  }

  #tellSource(field: Field): void {
    const { catalogue, language } = this.builder;
    const from =
      field.type === 'evidence'
        ? [{ dataset: field.dataset, path: '' }]
        : ((field.type === 'group' ? field.rows?.from : field.fill?.from) ?? []);
    const names = from.map(({ dataset }) => {
      const known = catalogue.get(dataset);
      return known ? textIn(known.name, language) : dataset;
    });
    const text = names.length ? words(language, 'filledFrom', { name: names.join('、') }) : '';
    if (this.#source.textContent !== text) this.#source.textContent = text;
    this.#source.hidden = !text;
  }
}
