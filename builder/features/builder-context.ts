/**
 * What every panel of the builder is given. Panels read the session and ask it to run commands; they hold nothing of the
 * document themselves and never speak to each other.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Language, Text } from '#schemas/text.ts';
import type { PaletteDataset } from '#schemas/wire/palette.ts';
import type { Command, Outcome } from '../model/command.ts';
import type { EditingSession, Happened } from '../model/session.ts';
import type { BuilderApi } from './builder-api.ts';
import type { DragSession } from './drag/drag-session.ts';
import type { Samples } from './samples.ts';
import type { FormStore } from './store/form-store.ts';

export interface BuilderContext {
  readonly session: EditingSession;
  readonly catalogue: ReadonlyMap<string, PaletteDataset>;
  readonly language: Language;
  readonly drag: DragSession;
  /** The county app; absent: panels do without what only it knows. */
  readonly api?: BuilderApi;
  readonly samples: Samples;
  /** Where the form is kept and published; absent: nowhere. */
  readonly store?: FormStore;
  /** Runs it and says what came of it: announced to screen readers, shown when refused. */
  run<Args>(command: Command<Args>, args: Args): Outcome;
  /** Says something that is no command's outcome. */
  announce(text: Text): void;
}

/** Draws its host anew when something happened to the document or the selection. */
export class SessionController implements ReactiveController {
  #stop?: () => void;
  #session?: EditingSession;

  constructor(
    private readonly host: ReactiveControllerHost & { readonly builder?: BuilderContext },
    private readonly concerns: (happened: Happened) => boolean = () => true,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const session = this.host.builder?.session;
    if (session === this.#session) return;
    this.#stop?.();
    this.#session = session;
    this.#stop = session?.listen((happened) => {
      if (this.concerns(happened)) this.host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#session = undefined;
  }
}
