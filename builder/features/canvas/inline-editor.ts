/**
 * Edits a text of a part where it stands. Enter is done, Escape too; Tab leads to the next text of the same part. On an option
 * Enter makes another, an emptied one goes with Backspace, and a pasted list adds options.
 */
import type { ChoiceField, Option } from '#schemas/form/definition.ts';
import { textIn } from '#schemas/text.ts';
import { composing } from '#schemas/keyboard/composing.ts';
import { pasteOptions } from '../../commands/paste-options.ts';
import { setProperty } from '../../commands/set-property.ts';
import { freshValue } from '../../commands/shared/options.ts';
import { isRefusal } from '../../model/command.ts';
import type { Json } from '../../model/json.ts';
import { find, findField, kindOf, type Part, type Ref } from '../../model/locate.ts';
import type { BuilderContext } from '../builder-context.ts';
import { words } from '../words.ts';
import { pastedList, pasteInOneLine } from '../pasted.ts';
import { element } from './nodes.ts';
import { boxOf, put, spotsOf, textAt, typed, type Spot } from './text-spots.ts';

export class InlineEditor {
  #input?: HTMLInputElement;
  #end?: (refocus: boolean) => void;

  constructor(
    private readonly builder: BuilderContext,
    private readonly node: (ref: Ref) => HTMLElement | undefined,
    private readonly done: (ref: Ref) => void,
  ) {}

  open(ref: Ref, spot?: Spot): void {
    this.#end?.(false);
    const { session, language } = this.builder;
    const part = (): Part | undefined => find(session.document, ref)?.part;
    const node = this.node(ref);
    const start = part();
    if (!start || !node) return;
    const at = spot ?? (kindOf(ref) === 'field' ? 'label' : 'title');
    const input = element('input', 'edit');
    const now = textAt(start, at);
    input.value = now ? textIn(now, language) : '';
    input.setAttribute('aria-label', nameOf(at, start, this.builder));
    input.placeholder = at === 'hint' ? words(language, 'hintText') : '';
    input.addEventListener('input', () => {
      const current = part();
      if (current) put(this.builder, ref, current, at, typed(textAt(current, at), language, input.value));
    });
    input.addEventListener('paste', (event) => this.#paste(event, ref, at));
    input.addEventListener('keydown', (event) => this.#key(event, ref, at, input));
    input.addEventListener('blur', () => this.#end?.(false));
    this.#end = (refocus) => {
      this.#end = undefined;
      this.#input = undefined;
      delete node.dataset['editing'];
      input.remove();
      if (refocus) this.done(ref);
    };
    this.#input = input;
    this.#lay(node, input, at);
    input.focus();
    input.select();
  }

  close(): void {
    this.#end?.(false);
  }

  /** Over the text it edits, or below the label where there is no text yet; it takes no room, so that nothing moves. */
  #lay(node: HTMLElement, input: HTMLInputElement, at: Spot): void {
    const [box, label] = [boxOf(node, at), boxOf(node, 'label')];
    const around = node.getBoundingClientRect();
    const right = (node.querySelector(':scope > .body, :scope > .title') ?? node).getBoundingClientRect().right;
    // Beside the option's button.
    const left = (box ?? label ?? around).left + (typeof at === 'number' && box ? 40 : 0);
    node.append(input);
    // On the first line of a long text.
    const top = box ? box.top + (Math.min(box.height, 44) - input.offsetHeight) / 2 : (label ?? around).bottom;
    input.style.setProperty('top', `${top - around.top - node.clientTop}px`);
    input.style.setProperty('left', `${left - around.left - node.clientLeft}px`);
    input.style.setProperty('width', `${right - left}px`);
    node.dataset['editing'] = typeof at === 'number' ? 'option' : at === 'hint' ? 'hint' : 'label';
  }

  #key(event: KeyboardEvent, ref: Ref, at: Spot, input: HTMLInputElement): void {
    // Undo is the session's; Alt and Ctrl keys lead out of here.
    if (composing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const part = find(this.builder.session.document, ref)?.part;
    if (!part) return;
    const spots = spotsOf(part);
    const next = spots[spots.indexOf(at) + (event.shiftKey ? -1 : 1)];
    if (event.key === 'Tab' && next !== undefined) {
      event.preventDefault();
      this.#later(ref, next);
    } else if (event.key === 'Enter' && typeof at === 'number') {
      event.preventDefault();
      this.#options(ref, (options) => [...options.slice(0, at + 1), emptyOption(options), ...options.slice(at + 1)]);
      this.#later(ref, at + 1);
    } else if (event.key === 'Backspace' && typeof at === 'number' && !input.value && at > 0) {
      event.preventDefault();
      this.#options(ref, (options) => options.filter((_one, index) => index !== at));
      this.#later(ref, at - 1);
    } else if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault();
      const choice = typeof at === 'number' && !input.value;
      if (choice) this.#options(ref, (options) => options.filter((_one, index) => index !== at));
      this.#end?.(true);
    }
  }

  #paste(event: ClipboardEvent, ref: Ref, at: Spot): void {
    const { builder } = this;
    const items = typeof at === 'number' ? pastedList(event) : undefined;
    if (typeof at !== 'number' || !items) {
      if (!event.defaultPrevented) pasteInOneLine(event);
      return;
    }
    const options = (): readonly Option[] => (findField(builder.session.document, ref)?.part as ChoiceField).options;
    const named = ({ value, label }: Option): string => `${value} ${label['zh-Hant']} ${label.en}`;
    const before = options().map(named);
    if (isRefusal(builder.run(pasteOptions, { question: ref, at, items, language: builder.language }))) return;
    const added = options().findLastIndex((option) => !before.includes(named(option)));
    this.#later(ref, Math.max(0, added));
  }

  #options(ref: Ref, change: (options: readonly Option[]) => readonly Option[]): void {
    const part = find(this.builder.session.document, ref)?.part as ChoiceField | undefined;
    const next = part && change(part.options);
    if (next?.length) this.builder.run(setProperty, { of: ref, key: 'options', value: next as unknown as Json });
  }

  /** Once the field is drawn with what was changed. */
  #later(ref: Ref, spot: Spot): void {
    const input = this.#input;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (this.#input === input) this.open(ref, spot);
      }),
    );
  }
}

const emptyOption = (options: readonly Option[]): Option => ({
  value: freshValue(options),
  label: { 'zh-Hant': '', en: '' },
});

function nameOf(at: Spot, part: Part, { language }: BuilderContext): string {
  if (typeof at === 'number') return words(language, 'optionText', { n: at + 1 });
  if (at === 'hint') return words(language, 'hintText');
  return textIn('label' in part ? part.label : part.title, language);
}
