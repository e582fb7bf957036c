/**
 * `<mydata-barcode>`: the resident's data barcode with its time. Owns asking for it, the countdown, renewal, and drawing.
 * Whether the counter has taken it is the page's to tell (`state`): the page hears it from the platform.
 */
import { LitElement, html, nothing, svg } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { serialGroups, spelled } from '#schemas/barcode/serial.ts';
import { textIn } from '#schemas/text.ts';
import type { Text } from '#schemas/text.ts';
import { languageOf } from '../controllers/language-of.ts';
import { askBarcode } from './barcode-api.ts';
import type { BarcodeFailure, Received } from './barcode-api.ts';
import { barcodeStyles } from './barcode-styles.ts';
import { moduleSize } from './module-size.ts';
import { symbolOf } from './symbol.ts';
import type { Symbology } from './symbol.ts';
import type { BarcodeSymbol } from './barcode-symbol.ts';
import { zh } from './words.ts';
import type { BarcodeWords } from './words.ts';

export type BarcodeState =
  'loading' | 'shown' | 'renewing' | 'expired' | 'taken' | 'burnt' | 'elsewhere' | 'offline' | 'error';

const minute = 60_000;
/** Between tries of a renewal that found no connection. */
const pause = 10_000;
/** In CSS pixels: what fits on a card of 85.6 mm, and on a sheet. */
const onCard = 306;
const onSheet = 440;

/**
 * The barcode that a resident shows at a counter: crisp bars, serial, time left, renewed by itself.
 *
 * @tag mydata-barcode
 * @summary The resident's barcode for a counter. Once shown it needs no network until its time is over.
 * @slot clerk - What the clerk will see, instead of the list of `datasets`.
 * @fires mydata-barcode-renewed - A new barcode is shown, the old one is dead. `detail: { expiresAt }`.
 * @fires mydata-barcode-expired - The time is over and there is no new barcode yet.
 * @attr lang - `zh-Hant` (default) or `en`; without it the nearest `lang` around counts.
 * @csspart plate - The white area with bars and serial; it stays white in any theme.
 * @csspart button - Each button.
 * @cssprop --mydata-color-accent - Colour of buttons.
 * @cssprop --mydata-font-family - Typeface.
 */
export class MydataBarcode extends LitElement {
  static override styles = barcodeStyles;
  static override properties = {
    src: {},
    serial: {},
    expiresAt: { attribute: 'expires-at' },
    symbology: {},
    format: {},
    service: {},
    agency: {},
    datasets: { attribute: false },
    state: { reflect: true },
    language: { attribute: 'lang' },
    now: { state: true },
    drawn: { state: true },
    room: { state: true },
    said: { state: true },
    words: { state: true },
    full: { state: true },
  };

  /** Address of the barcode: `GET` gives it as JSON, `POST` renews it. Without it `serial` is shown as it is. */
  declare src?: string;
  /** 8 small letters and digits. */
  declare serial?: string;
  /** ISO 8601. */
  declare expiresAt?: string;
  /** `code128` (default), `code39` or `qr`; the latter two are loaded when used. */
  declare symbology: Symbology;
  /** `screen` (default), or `wallet`: a card of 85.6 × 54 mm, on screen and on paper. */
  declare format: 'screen' | 'wallet';
  /** What the resident applies for. */
  declare service?: Text | string;
  /** Whose counter it is for. */
  declare agency?: Text | string;
  /** Names of what the clerk gets to see. */
  declare datasets?: readonly (Text | string)[];
  /** `loading`, `shown`, `renewing`, `expired`, `taken`, `burnt`, `elsewhere`, `offline` or `error`; the page sets `taken` and `burnt`. */
  declare state: BarcodeState;
  declare language?: string;

  declare private now: number;
  declare private drawn?: BarcodeSymbol;
  declare private room: number;
  declare private said: string;
  declare private words: BarcodeWords;
  declare private full: boolean;
  private ahead = 0;
  private renewAt = Infinity;
  private triedAt = -Infinity;
  private warned = false;
  private timer?: ReturnType<typeof setInterval>;
  private request?: AbortController;
  private wake?: { release(): Promise<void> };
  private watch = new ResizeObserver(() => requestAnimationFrame(() => this.measure()));

  constructor() {
    super();
    this.symbology = 'code128';
    this.format = 'screen';
    this.state = 'loading';
    this.room = 0;
    this.said = '';
    this.words = zh;
    this.full = false;
    this.now = Date.now();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.measure();
    this.watch.observe(this);
    this.timer = setInterval(this.tick, 1000);
    for (const type of ['online', 'resize', 'pageshow']) addEventListener(type, this.back);
    document.addEventListener('visibilitychange', this.back);
    if (this.hasUpdated) void this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watch.disconnect();
    clearInterval(this.timer);
    for (const type of ['online', 'resize', 'pageshow']) removeEventListener(type, this.back);
    document.removeEventListener('visibilitychange', this.back);
    this.request?.abort();
    this.sleep();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (languageOf(this, this.language) === 'en')
      void import('./english.ts').then(({ en }) => (this.words = en)).catch(() => undefined);
    else this.words = zh;
    if (changed.has('src') || (changed.has('serial') && this.state === 'loading')) void this.begin();
    if (changed.has('serial') || changed.has('symbology')) this.draw();
    if (changed.has('expiresAt') && changed.get('expiresAt') === undefined)
      this.renewAt = Math.min(this.renewAt, this.end);
  }

  private get end(): number {
    return Date.parse(this.expiresAt ?? '') || Infinity;
  }

  /** Whether the serial can still be read at a counter. */
  private get alive(): boolean {
    return (this.state === 'shown' || this.state === 'offline') && this.now < this.end;
  }

  private async begin(): Promise<void> {
    if (this.serial) {
      this.state = 'shown';
      return this.tick();
    }
    if (this.src) await this.ask('GET');
  }

  /** Asks for a new barcode; the old one is dead from then on. */
  async renew(): Promise<void> {
    if (this.src && this.state !== 'renewing' && this.state !== 'taken') await this.ask('POST');
  }

  private async ask(method: 'GET' | 'POST'): Promise<void> {
    this.request?.abort();
    const { signal } = (this.request = new AbortController());
    this.triedAt = Date.now();
    this.said = '';
    this.state = method === 'POST' ? 'renewing' : 'loading';
    try {
      const received = await askBarcode(this.src!, method, signal);
      if (!signal.aborted) this.take(received, method === 'POST');
    } catch (error) {
      if (signal.aborted) return;
      const { ending, passing } = error as BarcodeFailure;
      this.state = ending ?? (passing && this.serial ? 'offline' : 'error');
      // Taken or burnt while offline: nothing is left to renew by itself.
      if (ending) this.renewAt = Infinity;
    }
  }

  private take(got: Received, renewed: boolean): void {
    this.ahead = got.ahead;
    this.now = Date.now() + got.ahead;
    this.serial = got.serial;
    this.expiresAt = got.expiresAt;
    this.service = got.service ?? this.service;
    this.agency = got.agency ?? this.agency;
    const after = got.renewAfter;
    this.renewAt = Math.min(
      typeof after === 'number' ? this.now + after * 1000 : Date.parse(after ?? '') || this.end,
      this.end,
    );
    this.warned = false;
    this.state = 'shown';
    if (!renewed) return;
    this.said = this.words.renewed;
    this.tell('mydata-barcode-renewed', { expiresAt: got.expiresAt });
  }

  private draw(): void {
    const { serial } = this;
    this.drawn = undefined;
    if (!serial) return;
    const show = (symbol: BarcodeSymbol): void => {
      if (this.serial === serial) this.drawn = symbol;
    };
    try {
      const symbol = symbolOf(serial, this.symbology);
      // Bars of the on-demand symbologies that can not be loaded offline: those at hand serve as well.
      if (symbol instanceof Promise) void symbol.then(show, () => show(symbolOf(serial, 'code128') as BarcodeSymbol));
      else show(symbol);
    } catch {
      this.state = 'error';
    }
  }

  private tick = (): void => {
    this.now = Date.now() + this.ahead;
    const { state, now, end } = this;
    if (state !== 'shown' && state !== 'offline' && state !== 'expired') return;
    const left = end - now;
    if (left <= 0 && state === 'shown' && !this.src) return this.expire();
    if (this.src && now >= this.renewAt && Date.now() - this.triedAt >= pause) {
      if (left <= 0 && state === 'shown') this.tell('mydata-barcode-expired');
      void this.ask('POST');
    } else if (left <= minute && left > 0 && !this.warned && state === 'shown') {
      this.warned = true;
      this.said = this.src ? this.words.soon : this.words.soonOver;
    }
  };

  private expire(): void {
    this.state = 'expired';
    this.tell('mydata-barcode-expired');
  }

  // The phone was asleep, or has a connection again.
  private back = (event: Event): void => {
    this.measure();
    if (event.type === 'online' && this.src) {
      this.triedAt = -Infinity;
      if (this.state === 'offline') void this.ask('POST');
      else if (this.state === 'error') void this.begin();
    }
    if (document.visibilityState === 'visible' && this.full) void this.stayAwake();
    this.tick();
  };

  private measure(): void {
    this.room = this.clientWidth;
    if (this.full) this.requestUpdate();
  }

  private tell(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  private async openFull(): Promise<void> {
    this.full = true;
    await this.updateComplete;
    this.renderRoot.querySelector('dialog')?.showModal();
    await this.stayAwake();
  }

  private closeFull(): void {
    this.full = false;
    this.sleep();
  }

  private async stayAwake(): Promise<void> {
    // Refused on a low battery, absent in some browsers.
    this.wake = await navigator.wakeLock?.request('screen').catch(() => undefined);
    if (!this.full) this.sleep();
  }

  private sleep(): void {
    void this.wake?.release().catch(() => undefined);
    this.wake = undefined;
  }

  private word(text: Text | string): string {
    return typeof text === 'string' ? text : textIn(text, languageOf(this, this.language));
  }

  /** `most`: widest module in CSS pixels. On paper the modules are whole CSS pixels. */
  private picture(
    { width, height, path }: BarcodeSymbol,
    kind: 'screen' | 'paper' | 'full',
    room: number,
    most: number,
  ) {
    const square = height > 1;
    const card = this.format === 'wallet' && kind !== 'full';
    const ratio = kind === 'paper' ? 1 : devicePixelRatio;
    const module = moduleSize(width, square && card ? 120 : room, ratio, square ? 2 * most : most);
    const across = width * module;
    const tall = square
      ? across
      : card
        ? 64
        : kind === 'full'
          ? innerHeight * 0.35
          : Math.max(72, Math.min(across * 0.3, 160));
    return html`<svg
      class=${kind}
      role="img"
      aria-label=${this.words.spelled(spelled(this.serial!))}
      width=${across}
      height=${tall}
      viewBox="0 0 ${width} ${height}"
      preserveAspectRatio="none"
      shape-rendering="crispEdges"
    >
      ${svg`<path d=${path} />`}
    </svg>`;
  }

  private timeLeft(): TemplateResult | typeof nothing {
    if (!Number.isFinite(this.end)) return nothing;
    const seconds = Math.max(0, Math.ceil((this.end - this.now) / 1000));
    const until = new Intl.DateTimeFormat(this.words === zh ? 'zh-TW' : 'en-GB', {
      ...(this.format === 'wallet' ? {} : { dateStyle: 'medium' }),
      timeStyle: 'short',
      hourCycle: 'h23',
      timeZone: 'Asia/Taipei',
    }).format(this.end);
    return html`<p class="left screen" role="timer">
        ${this.words.left(Math.floor(seconds / 60), String(seconds % 60).padStart(2, '0'))}
      </p>
      <p class="paper">${this.words.until(until)}</p>`;
  }

  private plate(full: boolean): TemplateResult | typeof nothing {
    const { drawn, words, serial, service, agency } = this;
    if (!drawn || !this.alive) return nothing;
    const card = this.format === 'wallet' && !full;
    const room = card ? Math.min(this.room - 2, onCard) : this.room;
    const about = [agency, service].flatMap((text) => (text ? [this.word(text)] : [])).join(' ');
    return html`<div class="plate ${card ? 'card' : ''}" part="plate">
      ${card ? html`<p>${about}</p>` : nothing}
      ${this.picture(drawn, full ? 'full' : 'screen', full ? innerWidth : room, full ? 6 : 3)}
      ${full ? nothing : this.picture(drawn, 'paper', card ? onCard : onSheet, 3)}
      <p class="serial" translate="no">
        <span aria-hidden="true">${serialGroups(serial!).join(' ')}</span>
        <span class="unseen">${words.serial} ${spelled(serial!)}</span>
      </p>
      ${card ? this.timeLeft() : nothing}
    </div>`;
  }

  private get message(): string {
    const { state, words } = this;
    if (state === 'shown') return this.said;
    return state === 'offline' && !this.alive ? words.offlineExpired : words[state];
  }

  private button(label: string, press: () => void, kind = ''): TemplateResult {
    return html`<button type="button" part="button" class=${kind} @click=${press}>${label}</button>`;
  }

  protected override render() {
    const { words, state, alive, src, service, agency, datasets } = this;
    const wallet = this.format === 'wallet';
    const failed = state === 'error';
    const renewable = src && ['shown', 'offline', 'expired', 'burnt', 'elsewhere'].includes(state);
    return html`
      ${wallet ? nothing : [agency, service].map((text) => (text ? html`<p><strong>${this.word(text)}</strong></p>` : nothing))}
      ${this.plate(false)} ${alive && !wallet ? this.timeLeft() : nothing}
      <p class="say" role="status">${this.full ? nothing : this.message}</p>
      ${
        alive
          ? html`${src ? html`<p class="auto">${words.auto}</p>` : nothing}
              <p class="bright">${words.bright}</p>
              ${wallet ? nothing : html`<p class="paper">${words.paper}</p>`}`
          : nothing
      }
      <div class="row">
        ${alive ? this.button(words.show, () => void this.openFull(), 'main') : nothing}
        ${renewable ? this.button(words.renew, () => void this.renew()) : nothing}
        ${alive ? this.button(words.print, () => print()) : nothing}
        ${failed && src ? this.button(words.retry, () => void this.ask(this.serial ? 'POST' : 'GET')) : nothing}
      </div>
      ${
        alive
          ? html`<details>
              <summary>${words.clerk}</summary>
              <p>${words.first}</p>
              <p>${words.then}</p>
              <slot name="clerk">
                ${
                  datasets?.length
                    ? html`<ul>
                        ${datasets.map((name) => html`<li>${this.word(name)}</li>`)}
                      </ul>`
                    : html`<p>${words.these}</p>`
                }
              </slot>
              <p>${words.after}</p>
            </details>`
          : nothing
      }
      ${
        this.full
          ? html`<dialog aria-label=${words.title} @close=${this.closeFull}>
              ${this.plate(true)} ${alive ? this.timeLeft() : nothing}
              <p class="say" role="status">${this.message}</p>
              <p class="bright">${words.bright}</p>
              <div class="row">
                ${this.button(words.close, () => this.renderRoot.querySelector('dialog')!.close())}
                ${renewable ? this.button(words.renew, () => void this.renew()) : nothing}
              </div>
            </dialog>`
          : nothing
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-barcode': MydataBarcode;
  }
}
