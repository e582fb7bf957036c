/**
 * One drag with mouse, touch or pen. Owns the pointer from press to drop, scrolling at the edges and the hint beside the
 * pointer; it only proposes: what a drop means is `dragged.ts`, and the views draw anew from the document. Own code,
 * because the native drag events give no touch and no way to see targets inside shadow roots.
 */
import type { Dragged, Target } from './dragged.ts';

/** A view that things can be dropped on. */
export interface DropZone {
  /** Its scrolling box, in the viewport. */
  readonly scroller: Element;
  targetAt(x: number, y: number, dragged: Dragged): Target | undefined;
  /** Shows where it would go and whether it may; undefined takes the mark away. */
  mark(target: Target | undefined, allowed: boolean): void;
}

export interface DragEvents {
  /** Why it can not go there; undefined when it can. */
  verdict(dragged: Dragged, target: Target): string | undefined;
  drop(dragged: Dragged, target: Target): void;
  /** The hint beside the pointer: what is dragged and, in time, why it can not go there. */
  hint(text: string | undefined, x: number, y: number): void;
  /** Began, or is over. */
  dragging(dragged: Dragged | undefined): void;
}

const threshold = 6;
/** Holding still this long on touch picks up; moving before scrolls the page. */
const holdMs = 220;
const edge = 56;
const fastest = 18;

interface Press {
  readonly pointerId: number;
  readonly x: number;
  readonly y: number;
  readonly dragged: () => Dragged;
  readonly name: string;
  readonly source: HTMLElement;
}

export class DragSession {
  #zone?: DropZone;
  #press?: Press;
  #dragged?: Dragged;
  #target?: Target;
  #refused?: string;
  #hold?: ReturnType<typeof setTimeout>;
  #frame?: number;
  #at = { x: 0, y: 0 };

  constructor(private readonly events: DragEvents) {}

  get active(): boolean {
    return this.#dragged !== undefined;
  }

  setZone(zone: DropZone | undefined): void {
    this.#zone = zone;
  }

  /**
   * To be called on pointerdown. `immediate`: the source is a handle that never scrolls (`touch-action: none`).
   * @param name what is dragged, in words
   */
  press(event: PointerEvent, name: string, dragged: () => Dragged, immediate = false): void {
    if (this.#press || !event.isPrimary || (event.pointerType === 'mouse' && event.button !== 0)) return;
    const source = event.currentTarget as HTMLElement;
    this.#press = { pointerId: event.pointerId, x: event.clientX, y: event.clientY, dragged, name, source };
    this.#at = { x: event.clientX, y: event.clientY };
    const { ownerDocument } = source;
    ownerDocument.addEventListener('pointermove', this.#move, { passive: false });
    ownerDocument.addEventListener('pointerup', this.#up);
    ownerDocument.addEventListener('pointercancel', this.cancel);
    ownerDocument.addEventListener('keydown', this.#key, true);
    ownerDocument.addEventListener('touchmove', this.#still, { passive: false });
    if (event.pointerType === 'touch' && !immediate) this.#hold = setTimeout(() => this.#begin(), holdMs);
  }

  readonly cancel = (): void => {
    this.#finish();
  };

  #begin(): void {
    const press = this.#press;
    if (!press) return;
    this.#dragged = press.dragged();
    this.events.dragging(this.#dragged);
    this.#look();
    this.#scroll();
  }

  readonly #move = (event: PointerEvent): void => {
    const press = this.#press;
    if (!press || event.pointerId !== press.pointerId) return;
    this.#at = { x: event.clientX, y: event.clientY };
    if (this.#dragged) {
      event.preventDefault();
      this.#look();
      return;
    }
    if (Math.hypot(event.clientX - press.x, event.clientY - press.y) < threshold) return;
    // A finger that moves before the hold is over wants to scroll.
    if (this.#hold !== undefined) this.#finish();
    else this.#begin();
  };

  /** While dragging, a finger must not scroll the page. */
  readonly #still = (event: TouchEvent): void => {
    if (this.#dragged && event.cancelable) event.preventDefault();
  };

  readonly #up = (event: PointerEvent): void => {
    if (event.pointerId !== this.#press?.pointerId) return;
    const [dragged, target, refused] = [this.#dragged, this.#target, this.#refused];
    if (dragged) swallowClick(this.#press.source.ownerDocument);
    this.#finish();
    if (dragged && target && refused === undefined) this.events.drop(dragged, target);
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#dragged) return;
    event.preventDefault();
    event.stopPropagation();
    this.#finish();
  };

  #look(): void {
    const dragged = this.#dragged;
    if (!dragged) return;
    const { x, y } = this.#at;
    this.#target = this.#zone?.targetAt(x, y, dragged);
    this.#refused = this.#target && this.events.verdict(dragged, this.#target);
    this.#zone?.mark(this.#target, this.#refused === undefined);
    this.events.hint(this.#refused ?? this.#press?.name, x, y);
  }

  /** Near an edge the form scrolls under the pointer, the nearer the faster. */
  #scroll(): void {
    const step = (): void => {
      const scroller = this.#zone?.scroller;
      if (!this.#dragged || !scroller) return;
      const box = scroller.getBoundingClientRect();
      const { x, y } = this.#at;
      const over = x >= box.left && x <= box.right;
      const up = over ? Math.max(0, box.top + edge - y) : 0;
      const down = over ? Math.max(0, y - (box.bottom - edge)) : 0;
      const by = Math.round((Math.min(edge, down) - Math.min(edge, up)) * (fastest / edge));
      if (by) {
        const before = scroller.scrollTop;
        scroller.scrollTop += by;
        if (scroller.scrollTop !== before) this.#look();
      }
      this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  #finish(): void {
    const document = this.#press?.source.ownerDocument;
    clearTimeout(this.#hold);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    document?.removeEventListener('pointermove', this.#move);
    document?.removeEventListener('pointerup', this.#up);
    document?.removeEventListener('pointercancel', this.cancel);
    document?.removeEventListener('keydown', this.#key, true);
    document?.removeEventListener('touchmove', this.#still);
    const was = this.#dragged;
    this.#press = this.#dragged = this.#target = this.#refused = this.#hold = this.#frame = undefined;
    if (!was) return;
    this.#zone?.mark(undefined, true);
    this.events.hint(undefined, 0, 0);
    this.events.dragging(undefined);
  }
}

/** The click that follows a drop is none. */
function swallowClick(document: Document): void {
  const swallow = (event: Event): void => {
    event.stopPropagation();
    event.preventDefault();
  };
  document.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => document.removeEventListener('click', swallow, { capture: true }), 0);
}
