/**
 * Some inputs tell their value only when they are left. Before anything else is done to the document, or another part is
 * selected, what stands in such an input is told: to the part that it was typed for.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { EditingSession } from '../model/session.ts';
import type { BuilderContext } from './builder-context.ts';

type Host = ReactiveControllerHost &
  EventTarget & { readonly builder?: BuilderContext; readonly renderRoot: EventTarget };

export class UncommittedController implements ReactiveController {
  #typed?: EventTarget;
  #root?: EventTarget;
  #session?: EditingSession;
  #stop?: () => void;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostUpdated(): void {
    const { renderRoot, builder } = this.host;
    if (!this.#root) {
      this.#root = renderRoot;
      renderRoot.addEventListener('input', this.#input, true);
      renderRoot.addEventListener('change', this.#told, true);
    }
    if (builder?.session === this.#session) return;
    this.#stop?.();
    this.#session = builder?.session;
    this.#stop = builder?.session.beforeOthers(() => this.#tell());
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = this.#session = this.#typed = undefined;
  }

  readonly #input = (event: Event): void => void (this.#typed = event.target ?? undefined);
  readonly #told = (): void => void (this.#typed = undefined);

  #tell(): void {
    const input = this.#typed;
    if (input instanceof HTMLElement && input.isConnected) input.dispatchEvent(new Event('change', { bubbles: true }));
  }
}
