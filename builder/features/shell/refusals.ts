/** What the builder last said no to, until it was read, mended or dismissed. */
import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { textIn, type Language } from '#schemas/text.ts';
import type { Fix, Refusal } from '../../model/command.ts';
import { words } from '../words.ts';

/** In ms: long enough to be read. */
const shown = 8000;

export class Refusals implements ReactiveController {
  #now?: Refusal;
  #timer?: ReturnType<typeof setTimeout>;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  get now(): Refusal | undefined {
    return this.#now;
  }

  tell(refusal: Refusal): void {
    clearTimeout(this.#timer);
    this.#put(refusal);
    // What can be pressed must not vanish under the finger.
    if (!refusal.fix) this.#timer = setTimeout(() => this.clear(), shown);
  }

  clear(): void {
    this.#put(undefined);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  #put(refusal: Refusal | undefined): void {
    this.#now = refusal;
    this.host.requestUpdate();
  }
}

export interface RefusalPresses {
  fix(fix: Fix): void;
  dismiss(): void;
}

/** Always there, so that it is heard when it is filled. */
export function refusalView(refused: Refusal | undefined, language: Language, does: RefusalPresses): unknown {
  const fix = refused?.fix;
  return html`<div class="refused" ?hidden=${!refused}>
    <p role=${refused?.code === 'told' ? nothing : 'alert'}>${refused ? textIn(refused.refused, language) : nothing}</p>
    ${
      fix
        ? html`<button type="button" class="fix" @click=${() => does.fix(fix)}>${textIn(fix.words, language)}</button
            ><button type="button" @click=${() => does.dismiss()}>${words(language, 'dismiss')}</button>`
        : nothing
    }
  </div>`;
}
