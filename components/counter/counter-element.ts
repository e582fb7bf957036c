/**
 * `<mydata-counter>`: from a resident's barcode to an open case, at a clerk's desk. Owns scanning, the code and the times on
 * screen; who may, how often, and what a wrong entry means is the server's. It never sees data of the resident.
 */
import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { DeskView, Presented } from '#schemas/wire/counter-api.ts';
import { textIn } from '#schemas/text.ts';
import type { Language } from '#schemas/text.ts';
import { readScan, readSerial } from '#schemas/barcode/read-serial.ts';
import { composing } from '#schemas/keyboard/composing.ts';
import { languageOf } from '../controllers/language-of.ts';
import { getDesk, present, resend, sendCode } from './counter-api.ts';
import type { CounterError } from './counter-api.ts';
import { withoutSpaces } from '#schemas/taiwan/plain-text.ts';
import { counterStyles } from './counter-styles.ts';
import { chinese } from './messages.ts';
import type { CounterMessages } from './messages.ts';
import { end, readKey, unreadable } from './read-key.ts';
import { Wedge } from './wedge.ts';

type State = 'loading' | 'failed' | 'ready' | 'code' | 'opening' | 'locked';

const lockSeconds = 900;

const tidy = (typed: string): string => withoutSpaces(typed).replaceAll('-', '');
/** Letters of an input method that was left on. */
const isForeign = (typed: string): boolean => /[^ -~\s]/u.test(typed.normalize('NFKC'));
/** Milliseconds without a key after which a scanner that ends with nothing has ended. */
const silence = 150;
/** Milliseconds in which more may follow an end: the LF after CR, Enter after Tab, what an input method still puts in. */
const aftermath = 500;
const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/**
 * Opens a case with a resident's barcode: scanned with a keyboard-wedge scanner or the camera, or typed; then the verification
 * code that the resident says.
 *
 * @tag mydata-counter
 * @summary The clerk's side of a counter: barcode, verification code, open case.
 * @fires mydata-case-opened - The code was right and the data is there. `detail: { case }`, the id for `/api/counter/cases/:id`.
 * @attr lang - `zh-Hant` (default) or `en`; without it the nearest `lang` around counts.
 * @csspart state - The part that changes from step to step.
 * @csspart time - Remaining times.
 * @cssprop --mydata-color-accent - Colour of the main button.
 * @cssprop --mydata-color-error - Errors, and the counter out of use.
 * @cssprop --mydata-font-size - Size of the text; entries are half as large again.
 */
export class MydataCounter extends LitElement {
  static override styles = counterStyles;
  static override properties = {
    api: {},
    service: {},
    language: { attribute: 'lang' },
    desk: { attribute: false },
    state: { state: true },
    error: { state: true },
    busy: { state: true },
    now: { state: true },
    filming: { state: true },
    said: { state: true },
  };

  /** Base address of the counter's interface; `/api/counter` unless told. */
  declare api: string;
  /** Id of the service that most barcodes here are for: asked about first. What a barcode is for, it says itself. */
  declare service?: string;
  declare language?: string;
  /** Office, counter and services; set it instead of letting the element load it. */
  declare desk?: DeskView;

  declare private state: State;
  declare private error?: string;
  declare private busy: boolean;
  declare private now: number;
  declare private filming: boolean;
  /** What the live region says. */
  declare private said: string;

  private words?: CounterMessages;
  private attempt = '';
  /** What the server said of it. */
  private given?: Presented;
  private serial = '';
  private codeUntil = 0;
  private resendAt = 0;
  private lockedUntil = 0;
  private timer?: ReturnType<typeof setInterval>;
  private camera?: AbortController;
  private request?: AbortController;
  private readonly wedge = new Wedge();
  private pause?: ReturnType<typeof setTimeout>;
  private endedAt = -Infinity;
  /** The entry that a scanner is typing into, as it was before. */
  private untouched?: { readonly field: HTMLInputElement; readonly value: string };
  /** What an input method had not ended when the entry was tidied comes once more. */
  private readonly cleaned = (event: Event): void => {
    const { untouched } = this;
    const soon = event.timeStamp - this.endedAt < aftermath;
    if (soon && untouched && event.composedPath()[0] === untouched.field && isForeign(untouched.field.value))
      untouched.field.value = untouched.value;
    // Pasted or put in at once: the Enter that follows is no scanner's.
    else if (event.type === 'input') this.endedAt = -Infinity;
  };

  constructor() {
    super();
    this.api = '/api/counter';
    this.state = 'loading';
    this.busy = this.filming = false;
    this.now = Date.now();
    this.said = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ownerDocument.addEventListener('keydown', this.pressed, true);
    for (const type of ['input', 'compositionend']) this.renderRoot.addEventListener(type, this.cleaned);
    this.timer = setInterval(() => this.tick(), 1000);
    if (this.hasUpdated && !this.desk) this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener('keydown', this.pressed, true);
    clearInterval(this.timer);
    clearTimeout(this.pause);
    this.camera?.abort();
    this.request?.abort();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.hasUpdated && !this.desk) this.load();
    if (this.lang_ === 'en' && !this.words) void this.learnEnglish();
    if (changed.has('desk') && this.desk) {
      const { outFor } = this.desk;
      if (outFor) this.lock(outFor);
      else if (this.state === 'loading' || this.state === 'failed') this.state = 'ready';
    }
  }

  /** To where the next step begins: the entry, or what is said instead of it. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[data-first]')?.focus(options);
  }

  /** Back to the start, for the next resident. */
  restart(): void {
    this.camera?.abort();
    this.attempt = this.serial = '';
    this.error = undefined;
    this.go('ready', this.say.ready);
  }

  private get lang_(): Language {
    return languageOf(this, this.language);
  }

  private get say(): CounterMessages {
    return this.lang_ === 'en' && this.words ? this.words : chinese;
  }

  private async learnEnglish(): Promise<void> {
    this.words = (await import('./english.ts')).english;
    this.requestUpdate();
  }

  private load(): void {
    this.request?.abort();
    const { signal } = (this.request = new AbortController());
    this.state = 'loading';
    getDesk(this.api, signal).then(
      (desk) => {
        this.desk = desk;
      },
      (error: unknown) => {
        if (signal.aborted) return;
        this.error = this.textOf(error);
        this.state = 'failed';
      },
    );
  }

  private tick(): void {
    const { state } = this;
    if (state !== 'code' && state !== 'locked') return;
    this.now = Date.now();
    if (state === 'code') {
      if (this.now >= this.codeUntil && this.said !== this.say.over) this.expire();
    } else if (this.now >= this.lockedUntil) this.go('ready', this.say.usable);
  }

  /** A scanner types wherever the focus is; what it left in an entry is taken out again. */
  private readonly pressed = (event: KeyboardEvent): void => {
    const path = event.composedPath();
    const [target] = path;
    const inside = path.includes(this);
    const elsewhere = target instanceof Element && target.matches('input, select, textarea, [contenteditable]');
    clearTimeout(this.pause);
    const character = elsewhere && !inside ? undefined : readKey(event);
    if (character === undefined) return this.wedge.reset();
    const { timeStamp: at } = event;
    const after = character === end && at - this.endedAt < aftermath;
    if (!after) this.endedAt = -Infinity;
    const scanned = this.wedge.press(character, at, composing(event));
    const field = target instanceof HTMLInputElement && inside ? target : undefined;
    if (this.wedge.began) this.untouched = field && { field, value: field.value };
    if (after || (scanned !== undefined && this.take(scanned, at))) {
      event.preventDefault();
      event.stopPropagation();
    } else {
      this.pause = setTimeout(() => {
        const rest = this.wedge.rest();
        if (rest !== undefined) this.take(rest, at + silence);
      }, silence);
    }
  };

  /** → whether it was a scan */
  private take(scanned: string, at: number): boolean {
    const { field, value = '' } = this.untouched ?? {};
    // Where no key can be read, the entry may hold what was meant: some keyboards of phones tell nothing else.
    const dark = scanned.includes(unreadable);
    const serial = dark ? readScan(field?.value.replace(value, '') ?? '') : readScan(scanned);
    if (serial === undefined && !(dark && (!field || isForeign(field.value)))) return false;
    this.endedAt = at;
    if (field) {
      // Leaving it ends what an input method is composing there.
      field.blur();
      field.value = value;
      field.focus();
    }
    if (serial === undefined) this.refuse(this.say.foreign);
    else if (this.state === 'ready' || (this.state === 'code' && (serial !== this.serial || this.isOver)))
      void this.present(serial);
    return true;
  }

  private go(state: State, said: string): void {
    this.state = state;
    this.said = said;
    this.now = Date.now();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[data-first]')?.focus());
  }

  /** A clerk who types is left where they are: the entry stays, what it would send does not. */
  private expire(): void {
    this.said = this.say.over;
    this.error = undefined;
  }

  private get isOver(): boolean {
    return Date.now() >= this.codeUntil;
  }

  private lock(seconds = lockSeconds): void {
    this.lockedUntil = Date.now() + seconds * 1000;
    this.go('locked', `${this.say.locked}。${this.say.lockedWhy}`);
  }

  private async present(typed: string): Promise<void> {
    const serial = readSerial(typed);
    if (this.busy) return;
    this.camera?.abort();
    if (serial === undefined) return this.refuse(isForeign(typed) ? this.say.foreign : this.say.serialWrong);
    await this.work(this.say.sending, async () => {
      const given = await present(this.api, this.service, serial);
      this.attempt = given.attempt;
      this.serial = serial;
      this.sent(given);
      this.go('code', `${this.titleOf(given)} ${this.codeWords}`);
    });
  }

  private async resend(): Promise<void> {
    if (this.busy || Date.now() < this.resendAt) return;
    await this.work(this.say.sending, async () => {
      this.sent(await resend(this.api, this.attempt));
      this.go('code', this.say.resent);
    });
  }

  private sent(given: Presented): void {
    this.given = given;
    this.codeUntil = Date.now() + given.codeFor * 1000;
    this.resendAt = Date.now() + given.resendAfter * 1000;
  }

  private titleOf({ service }: Presented): string {
    return this.say.for(textIn(service.name, this.lang_));
  }

  /** Only what the platform said: that it sent a code now, or has a moment ago. */
  private get codeWords(): string {
    return `${this.given?.sent === false ? this.say.sentBefore : this.say.sent} ${this.say.ask}`;
  }

  private async open(typed: string): Promise<void> {
    const code = tidy(typed);
    if (this.busy) return;
    if (this.isOver) return this.refuse(this.say.over);
    if (!/^\d{8}$/.test(code)) return this.refuse(isForeign(typed) ? this.say.foreign : this.say.codeWrong);
    await this.work(this.say.opening, async () => {
      this.state = 'opening';
      const { case: id } = await sendCode(this.api, this.attempt, code);
      this.restart();
      this.dispatchEvent(
        new CustomEvent('mydata-case-opened', { bubbles: true, composed: true, detail: { case: id } }),
      );
    });
  }

  /** One call at a time; what is refused goes back to where it can be tried again. */
  private async work(said: string, what: () => Promise<void>): Promise<void> {
    const from = this.state;
    this.busy = true;
    this.error = undefined;
    this.said = said;
    try {
      await what();
    } catch (error) {
      const { code, retryAfter } = error as CounterError;
      if (code === 'desk-out') {
        this.lock(retryAfter);
      } else {
        if (code === 'resend-early' && retryAfter !== undefined) this.resendAt = Date.now() + retryAfter * 1000;
        // What the code opened is gone, or the attempt is: only a new barcode helps.
        const over = /^(attempt-unknown|case-package|barcode-.*)$/.test(code);
        // Another may be sent then, whatever this computer's clock says.
        if (code === 'code-over') this.codeUntil = this.resendAt = 0;
        this.state = over ? 'ready' : from;
        this.refuse(this.textOf(error));
      }
    } finally {
      this.busy = false;
    }
  }

  private refuse(text: string): void {
    this.error = text;
    this.said = '';
    void this.updateComplete.then(() => {
      const entry = this.renderRoot.querySelector<HTMLInputElement>('input');
      if (entry && this.state === 'code') entry.value = '';
      entry?.focus();
      entry?.select();
    });
  }

  private textOf(error: unknown): string {
    const { text, code } = error as CounterError;
    return text ? textIn(text, this.lang_) : code === 'network' ? this.say.network : this.say.loadFailed;
  }

  private async film(): Promise<void> {
    if (this.filming) return this.camera?.abort();
    this.camera = new AbortController();
    const { signal } = this.camera;
    this.filming = true;
    this.said = this.say.cameraOn;
    this.error = undefined;
    await this.updateComplete;
    let found: string | undefined;
    try {
      const { scan } = await import('./camera.ts');
      const video = this.renderRoot.querySelector('video')!;
      found = await scan(video, (text) => readSerial(text) !== undefined, signal);
    } catch {
      this.refuse(this.say.cameraFailed);
    }
    this.filming = false;
    if (found !== undefined) await this.present(found);
  }

  private entry(label: string, inputmode: 'text' | 'numeric'): TemplateResult {
    return html`<div>
      <label for="entry">${label}</label>
      <input
        id="entry"
        data-first
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        maxlength="20"
        inputmode=${inputmode}
        aria-invalid=${!!this.error}
        aria-describedby=${this.error ? 'error' : nothing}
      />
    </div>`;
  }

  private submit(event: SubmitEvent, what: (typed: string) => Promise<void>): void {
    event.preventDefault();
    this.endedAt = event.timeStamp;
    void what.call(this, this.renderRoot.querySelector<HTMLInputElement>('#entry')!.value);
  }

  private get problem() {
    return this.error ? html`<p class="error" id="error" role="alert">${this.error}</p>` : nothing;
  }

  private readyView(): TemplateResult {
    const { say, desk, filming } = this;
    if (!desk?.services.length) return html`<p>${say.none}</p>`;
    return html`
      <h2>${say.ready}</h2>
      ${filming ? html`<video muted playsinline aria-label=${say.cameraOn}></video>` : nothing} ${this.problem}
      <form class="row" novalidate @submit=${(event: SubmitEvent) => this.submit(event, this.present)}>
        ${this.entry(say.serial, 'text')}
        <button class="main">${say.present}</button>
        <button type="button" @click=${this.film}>${filming ? say.cameraStop : say.camera}</button>
      </form>
    `;
  }

  private secondsTo(until: number): number {
    return Math.max(0, Math.ceil((until - this.now) / 1000));
  }

  private codeView(): TemplateResult {
    const { say } = this;
    const left = this.secondsTo(this.codeUntil);
    const wait = this.secondsTo(this.resendAt);
    return html`
      <h2>${this.titleOf(this.given!)}</h2>
      <p>${left ? this.codeWords : say.over}</p>
      ${left ? html`<p class="time" part="time">${say.left(clock(left))}</p>` : nothing} ${this.problem}
      <form class="row" novalidate @submit=${(event: SubmitEvent) => this.submit(event, this.open)}>
        ${this.entry(say.code, 'numeric')}
        <button class="main" aria-disabled=${!left}>${left ? say.open : say.codeOver}</button>
      </form>
      <p class="row">
        <button aria-disabled=${wait > 0} @click=${this.resend}>
          ${wait ? say.resendIn(clock(wait)) : say.resend}
        </button>
        <button @click=${this.restart}>${say.again}</button>
      </p>
    `;
  }

  private lockedView(): TemplateResult {
    const { say } = this;
    return html`<div class="locked">
      <h2 tabindex="-1" data-first>${say.locked}</h2>
      <p>${say.lockedWhy}</p>
      <p class="time" part="time">${say.left(clock(this.secondsTo(this.lockedUntil)))}</p>
    </div>`;
  }

  private failedView(): TemplateResult {
    return html`<p role="alert">${this.error}</p>
      <button class="main" @click=${this.load}>${this.say.retry}</button>`;
  }

  protected override render() {
    const { say, state } = this;
    const views: { readonly [S in State]: () => TemplateResult } = {
      loading: () => html`<p>${say.loading}</p>`,
      failed: () => this.failedView(),
      ready: () => this.readyView(),
      code: () => this.codeView(),
      opening: () => html`<h2 tabindex="-1" data-first>${say.opening}</h2>`,
      locked: () => this.lockedView(),
    };
    return html`<div part="state">${views[state]()}</div>
      <p class="quiet" role="status">${this.said}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-counter': MydataCounter;
  }
}
