/**
 * One drag with mouse, touch or pen. Owns the pointer from press to drop, scrolling at the edges and the hint beside the
 * pointer; it only proposes: what a drop means is `dragged.ts`, and the views draw anew from the document. Own code,
 * because the native drag events give no touch and no way to see targets inside shadow roots.
 */
import { composing } from '#schemas/keyboard/composing.ts';
import { sameTarget, type Dragged, type Target } from './dragged.ts';

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
const holdMs = 280;
const edge = 56;
const fastest = 18;

interface Press {
  readonly pointerId: number;
  readonly x: number;
  readonly y: number;
  readonly dragged: () => Dragged;
  readonly name: string;
  readonly document: Document;
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
    if (!zone) this.#finish();
    this.#zone = zone;
  }

  /**
   * Once for the element that holds sources and zone: whether a finger scrolls is decided before it is known to drag, so the
   * listener has to be there from the start. → what to do to stop
   */
  attach(host: HTMLElement): () => void {
    host.addEventListener('touchmove', this.#still, { passive: false });
    host.addEventListener('contextmenu', this.#noMenu);
    return () => {
      this.#finish();
      host.removeEventListener('touchmove', this.#still);
      host.removeEventListener('contextmenu', this.#noMenu);
    };
  }

  /**
   * To be called on pointerdown. `immediate`: the source is a handle that never scrolls (`touch-action: none`).
   * @param name what is dragged, in words
   */
  press(event: PointerEvent, name: string, dragged: () => Dragged, immediate = false): void {
    if (this.#press || !event.isPrimary || (event.pointerType === 'mouse' && event.button !== 0)) return;
    const { ownerDocument: document } = event.currentTarget as HTMLElement;
    this.#press = { pointerId: event.pointerId, x: event.clientX, y: event.clientY, dragged, name, document };
    this.#at = { x: event.clientX, y: event.clientY };
    document.addEventListener('pointermove', this.#move, { passive: false });
    document.addEventListener('pointerup', this.#up);
    document.addEventListener('pointercancel', this.#canceled);
    document.addEventListener('keydown', this.#key, true);
    document.addEventListener('scroll', this.#scrolled, true);
    document.defaultView?.addEventListener('blur', this.cancel);
    if (event.pointerType === 'touch' && !immediate) this.#hold = setTimeout(() => this.#begin(), holdMs);
  }

  /** Leaves everything as it was. */
  readonly cancel = (): void => {
    this.#finish();
  };

  readonly #canceled = (event: PointerEvent): void => {
    if (event.pointerId === this.#press?.pointerId) this.#finish();
  };

  /** The wheel turns, or a key scrolls: what lies under the pointer is another. */
  readonly #scrolled = (): void => {
    if (this.#dragged) this.#look(true);
  };

  /** A long press is no wish for the browser's menu. */
  readonly #noMenu = (event: Event): void => {
    if (this.#dragged) event.preventDefault();
  };

  #begin(): void {
    const press = this.#press;
    if (!press) return;
    this.#hold = undefined;
    this.#dragged = press.dragged();
    this.events.dragging(this.#dragged);
    this.#look();
    this.#scroll();
  }

  readonly #move = (event: PointerEvent): void => {
    const press = this.#press;
    if (!press || event.pointerId !== press.pointerId) return;
    // Let go of outside the window, where nobody tells.
    if (event.pointerType === 'mouse' && !event.buttons) {
      this.#finish();
      return;
    }
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
    if (dragged) swallowClick(this.#press.document);
    this.#finish();
    if (dragged && target && refused === undefined) this.events.drop(dragged, target);
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || composing(event) || !this.#dragged) return;
    event.preventDefault();
    event.stopPropagation();
    const { document } = this.#press!;
    // The button is still down; letting go of it is no click either.
    document.addEventListener('pointerup', () => swallowClick(document), { capture: true, once: true });
    this.#finish();
  };

  /** @param moved the layout is another, so the same target has to be marked anew */
  #look(moved = false): void {
    const dragged = this.#dragged;
    if (!dragged) return;
    const { x, y } = this.#at;
    const target = this.#zone?.targetAt(x, y, dragged);
    if (moved || !sameTarget(target, this.#target)) {
      this.#target = target;
      this.#refused = target && this.events.verdict(dragged, target);
      this.#zone?.mark(target, this.#refused === undefined);
    }
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
        scroller.scrollTop += by;
      }
      this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  #finish(): void {
    const document = this.#press?.document;
    clearTimeout(this.#hold);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    document?.removeEventListener('pointermove', this.#move);
    document?.removeEventListener('pointerup', this.#up);
    document?.removeEventListener('pointercancel', this.#canceled);
    document?.removeEventListener('keydown', this.#key, true);
    document?.removeEventListener('scroll', this.#scrolled, true);
    document?.defaultView?.removeEventListener('blur', this.cancel);
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
