/**
 * What fills what, as lines between the palette and the canvas. Only ends in view are joined; drawn anew once a frame at most.
 * It takes no pointer and says nothing: the table has all of it in words.
 */
import { LitElement, css, html } from 'lit';
import type { Field } from '#schemas/form/definition.ts';
import { partsOf, type Ref } from '../../model/locate.ts';
import { plainPath } from '../../model/source-kind.ts';
import { SessionController, type BuilderContext } from '../builder-context.ts';
import { builderTokens } from '../shell/builder-tokens.ts';
import { isRows, rowsPath } from './rows-of.ts';

const svg = 'http://www.w3.org/2000/svg';

/**
 * @tag mydata-builder-lines
 * @summary Lines from the fields of datasets to the questions that they fill.
 */
export class BuilderLines extends LitElement {
  static override styles = [
    builderTokens,
    css`
      :host,
      svg {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        pointer-events: none;
        z-index: 2;
      }
      path {
        fill: none;
        stroke: var(--_accent);
        stroke-width: 1.5;
        opacity: 0.35;
      }
      path.chosen {
        stroke-width: 3;
        opacity: 1;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
  static override properties = { builder: { attribute: false }, around: { attribute: false } };

  declare builder: BuilderContext;
  /** Where palette and canvas stand. */
  declare around?: ParentNode;
  #frame = 0;
  readonly #watched: EventTarget[] = [];
  #sizes?: ResizeObserver;

  constructor() {
    super();
    new SessionController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
    this.#sizes?.disconnect();
    for (const target of this.#watched.splice(0)) {
      target.removeEventListener('scroll', this.#soon, true);
      target.removeEventListener('toggle', this.#soon, true);
    }
  }

  protected override render(): unknown {
    return html`<svg aria-hidden="true"></svg>`;
  }

  protected override updated(): void {
    if (!this.#watched.length) this.#watch();
    this.#soon();
  }

  get #ends(): { readonly palette?: HTMLElement; readonly canvas?: HTMLElement } {
    const palette = this.around?.querySelector<HTMLElement>('mydata-builder-palette') ?? undefined;
    const canvas = this.around?.querySelector<HTMLElement>('mydata-builder-canvas') ?? undefined;
    return { ...(palette ? { palette } : {}), ...(canvas ? { canvas } : {}) };
  }

  // What scrolls lies in shadow roots, and such events do not leave them.
  #watch(): void {
    const { palette, canvas } = this.#ends;
    this.#sizes = new ResizeObserver(this.#soon);
    for (const host of [palette, canvas])
      for (const target of host ? [host, host.shadowRoot] : []) {
        if (!target) continue;
        target.addEventListener('scroll', this.#soon, true);
        target.addEventListener('toggle', this.#soon, true);
        this.#watched.push(target);
        if (target instanceof Element) this.#sizes.observe(target);
      }
  }

  readonly #soon = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  };

  #draw(): void {
    const { palette, canvas } = this.#ends;
    const drawing = this.renderRoot.querySelector('svg');
    if (!drawing || !palette?.shadowRoot || !canvas?.shadowRoot) return;
    const here = this.getBoundingClientRect();
    const chosen = new Set<Ref>(this.builder.session.selected);
    const left = visible(palette);
    const right = visible(canvas);
    const starts = fieldsIn(palette.shadowRoot);
    const paths: SVGPathElement[] = [];
    for (const { ref, part } of partsOf(this.builder.session.document).values()) {
      if (!('label' in part)) continue;
      const keys = this.#keys(ref, part);
      if (!keys.length) continue;
      const card = canvas.shadowRoot.querySelector(`[data-ref="${ref}"]`)?.getBoundingClientRect();
      if (!card || !within(card, right)) continue;
      for (const key of keys) {
        const start = starts.get(key) ?? starts.get(key.slice(0, key.indexOf(' ')));
        const from = start?.getBoundingClientRect();
        if (!from || !within(from, left)) continue;
        const path = document.createElementNS(svg, 'path');
        const [x, y] = [
          Math.min(from.right, left.right) - here.left,
          from.top + Math.min(from.height, 40) / 2 - here.top,
        ];
        const [u, v] = [card.left - here.left, card.top + Math.min(card.height / 2, 40) - here.top];
        const bend = Math.max(24, Math.abs(u - x) / 2);
        path.setAttribute('d', `M${x} ${y} C${x + bend} ${y} ${u - bend} ${v} ${u} ${v}`);
        if (chosen.has(ref)) path.classList.add('chosen');
        paths.push(path);
      }
    }
    drawing.replaceChildren(...paths);
  }

  /** `dataset path` of each of its sources. */
  #keys(ref: Ref, field: Field): readonly string[] {
    const { catalogue, session } = this.builder;
    const from = isRows(field) ? (field.rows?.from ?? []) : (field.fill?.from ?? []);
    return from.flatMap(({ dataset, path }) => {
      const known = catalogue.get(dataset);
      return known
        ? [`${dataset} ${plainPath(known, path, rowsPath(session.document, ref, dataset)).replace(/\[\*\]$/, '')}`]
        : [];
    });
  }
}

const fieldsIn = (root: ShadowRoot): ReadonlyMap<string, Element> =>
  new Map(
    [...root.querySelectorAll<HTMLElement>('[data-item]')].map(
      (node) => [String(node.dataset['item']).replace(/\[\*\]$/, ''), node] as const,
    ),
  );

const visible = (node: Element): DOMRect => node.getBoundingClientRect();

const within = (rect: DOMRect, around: DOMRect): boolean =>
  rect.height > 0 && rect.bottom > around.top && rect.top < around.bottom;

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-lines': BuilderLines;
  }
}
