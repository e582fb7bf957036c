/**
 * The canvas: the form as residents will see it, to be arranged. Owns focus, selection by pointer and keys, editing labels in
 * place, and where things drop; the nodes are the view's, the meaning the commands'.
 */
import { LitElement, html } from 'lit';
import type { PropertyValues } from 'lit';
import { textIn } from '#schemas/text.ts';
import { composing } from '#schemas/keyboard/composing.ts';
import { addSection, addStep } from '../../commands/add-part.ts';
import type { Outcome } from '../../model/command.ts';
import { find, kindOf, partsOf, type Ref } from '../../model/locate.ts';
import type { BuilderContext } from '../builder-context.ts';
import { SessionController } from '../builder-context.ts';
import type { Dragged, Target } from '../drag/dragged.ts';
import type { DropZone } from '../drag/drag-session.ts';
import { words } from '../words.ts';
import { canvasStyles } from './canvas-styles.ts';
import { CanvasView } from './canvas-view.ts';
import { targetAt } from './drop-places.ts';
import { element } from './nodes.ts';
import { actionFor } from './canvas-keys.ts';
import { EmptyForm } from './empty-form.ts';
import { InlineEditor } from './inline-editor.ts';
import { spotAt } from './text-spots.ts';

/**
 * @tag mydata-builder-canvas
 * @summary The form to be arranged.
 * @fires mydata-menu-asked - The menu of a part is wanted. `detail: { ref, x, y }`.
 */
export class BuilderCanvas extends LitElement implements DropZone {
  static override styles = canvasStyles;
  static override properties = { builder: { attribute: false } };

  declare builder: BuilderContext;
  #view?: CanvasView;
  #editor?: InlineEditor;
  #empty?: EmptyForm;
  /** The part that Tab leads to. */
  #stop?: HTMLElement;
  #focused?: Ref;
  /** A pointer is being pressed: what is selected is said by its click. */
  #pointing = false;
  readonly #mark = element('div', 'drop-mark');

  constructor() {
    super();
    new SessionController(this);
    this.#mark.hidden = true;
  }

  get scroller(): Element {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('pointerdown', this.#press);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('pointerdown', this.#press);
    this.builder?.drag.setZone(undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('builder') && this.builder) {
      const view = (this.#view = new CanvasView(this.builder));
      this.#editor = new InlineEditor(
        this.builder,
        (ref) => view.node(ref),
        (ref) => void this.focusOn(ref),
      );
      this.#empty = new EmptyForm(this.builder.language);
      this.#stop = undefined;
      this.builder.drag.setZone(this);
    }
    this.#view?.update();
    if (this.builder) this.#view?.select(this.builder.session.selected);
  }

  protected override updated(): void {
    // One place to come in by Tab; arrows lead on.
    const stop = this.#focusable(this.#current());
    if (stop === this.#stop) return;
    if (this.#stop) this.#stop.tabIndex = -1;
    if (stop) stop.tabIndex = 0;
    this.#stop = stop;
  }

  protected override render(): unknown {
    const label = this.builder ? words(this.builder.language, 'canvas') : '';
    return html`<div
      class="paper"
      role="region"
      aria-label=${label}
      @click=${this.#click}
      @dblclick=${this.#doubleClick}
      @keydown=${this.#key}
      @focusin=${this.#focusIn}
    >
      ${this.#isEmpty() ? this.#empty?.root : ''}${this.#view?.root}${this.#mark}
    </div>`;
  }

  override focus(): void {
    void this.focusOn(this.#current());
  }

  /** What has the focus is what the settings show: a part where the focus arrives is selected. */
  readonly #focusIn = (event: FocusEvent): void => {
    const ref = this.#refAt(event);
    this.#focused = ref ?? this.#focused;
    if (!ref || this.#pointing || event.target !== this.#focusable(ref)) return;
    const { session } = this.builder;
    if (!session.selected.includes(ref)) session.select([ref]);
  };

  /** Scrolls to a part and puts the focus there; to one that is near where nothing is selected and the focus got lost. */
  async focusOn(ref: Ref | undefined): Promise<void> {
    await this.updateComplete;
    const { activeElement } = this.renderRoot as ShadowRoot;
    if (!ref && activeElement?.isConnected) return;
    const target = this.#focusable(ref) ?? this.#focusable(this.#current());
    (kindOf(ref ?? 'field/') === 'field' ? target : target?.parentElement)?.scrollIntoView({ block: 'nearest' });
    target?.focus({ preventScroll: true });
  }

  targetAt(x: number, y: number, dragged: Dragged): Target | undefined {
    const root = this.#view?.root;
    const box = this.getBoundingClientRect();
    if (!root || x < box.left || x > box.right || y < box.top || y > box.bottom) return undefined;
    const kind = dragged.what === 'parts' && dragged.refs[0] ? kindOf(dragged.refs[0]) : 'field';
    return targetAt(root, x, y, dragged, kind);
  }

  mark(target: Target | undefined, allowed: boolean): void {
    const mark = this.#mark;
    for (const node of this.renderRoot.querySelectorAll('.onto')) node.classList.remove('onto', 'refused');
    mark.hidden = target?.at !== 'place';
    mark.classList.toggle('refused', !allowed);
    if (target?.at === 'question') this.#view?.node(target.ref)?.classList.add('onto', ...(allowed ? [] : ['refused']));
    if (target?.at !== 'place') return;
    const list =
      target.parent === 'form'
        ? this.#view?.root
        : this.renderRoot.querySelector<HTMLElement>(`[data-list="${CSS.escape(target.parent)}"]`);
    if (!list) return;
    const next = list.children[target.index];
    if (mark.parentElement !== list || mark.nextElementSibling !== (next ?? null)) {
      const box = this.getBoundingClientRect();
      const before = next?.getBoundingClientRect().top;
      const after = list.children[target.index - 1]?.getBoundingClientRect().bottom;
      const inside = list.getBoundingClientRect();
      const y =
        before !== undefined && after !== undefined ? (before + after) / 2 : (before ?? after ?? inside.top + 8);
      mark.style.setProperty('top', `${y - box.top + this.scrollTop}px`);
      mark.style.setProperty('left', `${inside.left - box.left}px`);
      mark.style.setProperty('width', `${inside.width}px`);
    }
  }

  /** Edits the label of a question, or the title of a section or step, where it stands. */
  edit(ref: Ref): void {
    if (!this.builder.session.selected.includes(ref)) this.builder.session.select([ref]);
    this.#editor?.open(ref);
  }

  #isEmpty(): boolean {
    const { steps } = this.builder?.session.document.form ?? { steps: [] };
    return steps.length === 1 && steps.every(({ sections }) => sections.every(({ fields }) => !fields.length));
  }

  /** A card itself; of a section or step the title. */
  #focusable(ref: Ref | undefined): HTMLElement | undefined {
    const node = ref && this.#view?.node(ref);
    if (!node) return undefined;
    return kindOf(ref) === 'field' ? node : (node.querySelector<HTMLElement>(':scope > .title') ?? undefined);
  }

  #current(): Ref | undefined {
    const selected = this.builder?.session.selected.at(-1);
    const known = [selected, this.#focused].find((ref) => ref && this.#view?.node(ref));
    const [step] = this.builder?.session.document.form.steps ?? [];
    return known ?? this.#view?.cards.keys().next().value ?? (step && `step/${step.id}`);
  }

  #refAt(event: Event): Ref | undefined {
    const node = (event.target as Element).closest<HTMLElement>('[data-ref]');
    return node?.dataset['ref'] as Ref | undefined;
  }

  readonly #press = (event: PointerEvent): void => {
    this.#pointing = true;
    setTimeout(() => (this.#pointing = false));
    const path = event.composedPath() as Element[];
    const grip = path.find((node) => node instanceof HTMLElement && node.classList?.contains('grip'));
    const title = path.find(
      (node) => node instanceof HTMLElement && node.matches?.('.section > .title, .step > .title'),
    );
    const ref = (path.find((node) => node instanceof HTMLElement && node.dataset?.['ref']) as HTMLElement | undefined)
      ?.dataset['ref'] as Ref | undefined;
    const card = path.find((node) => node instanceof HTMLElement && node.classList?.contains('card'));
    const pressed = path.find((node) => node instanceof HTMLElement && node.matches?.('button, input'));
    if (!ref || (!grip && !title && (!card || pressed))) return;
    const { session, language } = this.builder;
    const several = session.selected.includes(ref) && session.selected.length > 1 ? session.selected : [ref];
    const found = find(session.document, ref);
    if (!found) return;
    const name = textIn('label' in found.part ? found.part.label : found.part.title, language);
    this.builder.drag.press(
      event,
      several.length > 1 ? `${name} +${several.length - 1}` : name,
      () => ({ what: 'parts', refs: several }),
      grip !== undefined || title !== undefined,
    );
  };

  readonly #click = (event: MouseEvent): void => {
    const target = event.target as Element;
    const { session } = this.builder;
    const add = target.closest<HTMLElement>('[data-add]')?.dataset['add'];
    const ref = this.#refAt(event);
    const start = target.closest<HTMLElement>('[data-start]')?.dataset['start'];
    if (start)
      this.dispatchEvent(
        new CustomEvent('mydata-start-asked', { detail: { what: start }, bubbles: true, composed: true }),
      );
    else if (add === 'step') this.#editNew(this.builder.run(addStep, { index: session.document.form.steps.length }));
    else if (add === 'section' && ref) {
      const step = find(session.document, ref)?.part;
      const index = step && 'sections' in step ? step.sections.length : 0;
      this.#editNew(this.builder.run(addSection, { step: ref, index }));
    } else if (ref && target.closest('.menu')) {
      if (!session.selected.includes(ref)) session.select([ref]);
      const { left, bottom } = target.closest('.menu')!.getBoundingClientRect();
      this.#askMenu(ref, left, bottom);
    } else if (ref && !target.closest('.edit')) this.#choose(ref, event);
  };

  #choose(ref: Ref, { shiftKey, ctrlKey, metaKey }: MouseEvent | KeyboardEvent): void {
    const { session } = this.builder;
    const { selected } = session;
    const [anchor] = selected;
    if (ctrlKey || metaKey)
      session.select(selected.includes(ref) ? selected.filter((one) => one !== ref) : [...selected, ref]);
    else if (shiftKey && anchor && kindOf(anchor) === kindOf(ref)) {
      const refs = [...partsOf(session.document).keys()].filter((one) => kindOf(one) === kindOf(ref));
      const [from, to] = [refs.indexOf(anchor), refs.indexOf(ref)];
      const range = refs.slice(Math.min(from, to), Math.max(from, to) + 1);
      session.select(from <= to ? range : range.reverse());
    } else session.select([ref]);
    const { length } = session.selected;
    if (length !== 1 || selected.length > 1) this.#tellSelected();
    void this.focusOn(ref);
  }

  #tellSelected(): void {
    const { length } = this.builder.session.selected;
    const say = (language: 'zh-Hant' | 'en') =>
      words(language, length ? 'severalSelected' : 'noneSelected', { n: length });
    this.builder.announce({ 'zh-Hant': say('zh-Hant'), en: say('en') });
  }

  /** What is new has no words yet: those typed next are its title. */
  #editNew(outcome: Outcome): void {
    this.dispatchEvent(new CustomEvent('mydata-edit-asked', { detail: { outcome }, bubbles: true, composed: true }));
  }

  readonly #doubleClick = (event: MouseEvent): void => {
    const ref = this.#refAt(event);
    const node = ref && this.#view?.node(ref);
    const part = ref && find(this.builder.session.document, ref)?.part;
    if (!ref || !node || !part || (event.target as Element).closest('button, input')) return;
    this.#editor?.open(ref, spotAt(node, part, event.clientX, event.clientY));
  };

  readonly #key = (event: KeyboardEvent): void => {
    const ref = this.#refAt(event);
    if (!ref || composing(event) || (event.target as Element).closest('.edit')) return;
    const action = actionFor(event, ref, this.builder.session);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    switch (action.do) {
      case 'focus':
        this.#choose(action.ref, { shiftKey: event.shiftKey } as KeyboardEvent);
        break;
      case 'toggle':
        this.#choose(ref, { ctrlKey: true } as KeyboardEvent);
        break;
      case 'edit':
        this.edit(ref);
        break;
      case 'select':
        this.builder.session.select(action.refs);
        this.#tellSelected();
        break;
      case 'menu': {
        const { left, bottom } = (this.#view?.node(ref) ?? this).getBoundingClientRect();
        if (!this.builder.session.selected.includes(ref)) this.builder.session.select([ref]);
        this.#askMenu(ref, left + 24, Math.min(bottom, innerHeight - 80));
        break;
      }
      case 'run':
        this.builder.run(action.command, undefined);
        this.#focusSelected();
        break;
      case 'clipboard':
        this.dispatchEvent(
          new CustomEvent('mydata-clipboard-asked', { detail: { what: action.what }, bubbles: true, composed: true }),
        );
        break;
    }
  };

  #askMenu(ref: Ref, x: number, y: number): void {
    this.dispatchEvent(new CustomEvent('mydata-menu-asked', { detail: { ref, x, y }, bubbles: true, composed: true }));
  }

  #focusSelected(): void {
    void this.focusOn(this.builder.session.selected.at(-1));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-canvas': BuilderCanvas;
  }
}
