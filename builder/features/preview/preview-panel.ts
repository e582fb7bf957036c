/** The form as a resident gets it, drawn by the real `<mydata-form>`: on a phone, a tablet, a desktop, on paper; as any test resident. */
import { LitElement, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { Language } from '#schemas/text.ts';
import { textIn } from '#schemas/text.ts';
import { validatorLoader } from '#components/form/load-validator.ts';
import type { MydataForm } from '#components/form/form-element.ts';
import { SessionController, type BuilderContext } from '../builder-context.ts';
import { choose } from '../properties/controls.ts';
import { filledAs, nothingFilled } from './filled-as.ts';
import { previewStyles } from './preview-styles.ts';
import { showAs } from './shown-as.ts';
import { preview, type PreviewWord } from './words.ts';

const devices = { phone: 390, tablet: 820, desktop: 1280, print: 794 } as const;
type Device = keyof typeof devices;

/**
 * @tag mydata-builder-preview
 * @summary The form as a resident will see it.
 */
export class BuilderPreview extends LitElement {
  static override styles = previewStyles;
  static override properties = {
    builder: { attribute: false },
    device: { state: true },
    shownIn: { state: true },
    note: { state: true },
    turn: { state: true },
  };

  declare builder: BuilderContext;
  declare device: Device;
  /** The language of the form, not of the builder. */
  declare shownIn: Language;
  declare note?: PreviewWord;
  /** Counts what begins anew. */
  declare turn: number;
  #form?: MydataForm;
  #filledBy?: Pick<BuilderContext['samples'], 'sample' | 'chosen'>;
  #stopLooking?: () => void;

  constructor() {
    super();
    this.device = 'phone';
    this.shownIn = 'zh-Hant';
    this.turn = 0;
    new SessionController(this, ({ what }) => what !== 'selected');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopLooking?.();
    this.#stopLooking = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.builder) return;
    this.#stopLooking ??= this.builder.samples.look(() => {
      const { chosen, sample } = this.builder.samples;
      // What somebody tries in the form is not taken away for news that changes nothing in it.
      if (chosen === this.#filledBy?.chosen && sample === this.#filledBy?.sample) this.requestUpdate();
      else this.turn += 1;
    });
    const { form } = this.builder.session.document;
    if (!this.#form || changed.has('turn') || changed.has('shownIn') || this.#form.definition !== form) this.#start();
  }

  protected override updated(): void {
    void this.#dress();
  }

  /** A new form: nothing typed, the first step. */
  #start(): void {
    const { session, samples, catalogue } = this.builder;
    const { form } = session.document;
    const element = document.createElement('mydata-form');
    element.language = this.shownIn;
    element.density = this.device === 'print' ? 'all' : 'steps';
    element.definition = form;
    const { sample, chosen } = samples;
    this.#filledBy = { sample, chosen };
    const filled = chosen !== undefined && sample ? filledAs(form, sample, catalogue, new Date()) : nothingFilled;
    Object.assign(element, filled);
    element.addEventListener('mydata-answers-confirmed', () => (this.note = 'sent'));
    for (const event of ['mydata-step-changed', 'input', 'change'])
      element.addEventListener(event, () => void this.#dress());
    this.note = undefined;
    this.#form = element;
    void this.#validate(element);
  }

  async #validate(element: MydataForm): Promise<void> {
    const { api, session } = this.builder;
    const { form } = session.document;
    // Until it is there, nothing is wrong with any answer.
    element.validator = () => true;
    if (!api) return;
    try {
      const validate = await validatorLoader(await api.validator(form))();
      element.validator = validate;
    } catch {
      if (element === this.#form) this.note = 'unchecked';
    }
  }

  /** Questions are made when their step is shown. */
  async #dress(): Promise<void> {
    await this.#form?.updateComplete;
    await new Promise(requestAnimationFrame);
    showAs(this.renderRoot, { width: devices[this.device], print: this.device === 'print' });
  }

  #choose(device: Device): void {
    const density = (one: Device): boolean => one === 'print';
    const other = density(device) !== density(this.device);
    this.device = device;
    if (other) this.turn += 1;
  }

  protected override render(): unknown {
    if (!this.builder) return nothing;
    const { samples, language } = this.builder;
    return html`<div class="tools">
        <div role="group" aria-label=${preview(language, 'device')}>
          ${(Object.keys(devices) as Device[]).map(
            (device) =>
              html`<button
                type="button"
                aria-pressed=${device === this.device ? 'true' : 'false'}
                @click=${() => this.#choose(device)}
              >
                ${preview(language, device)}
              </button>`,
          )}
        </div>
        ${choose(
          preview(language, 'resident'),
          samples.chosen ?? '',
          [
            ['', preview(language, 'nobody')],
            ...samples.residents.map(({ slug, name, note }) => [slug, `${name}・${textIn(note, language)}`] as const),
          ],
          (slug) => samples.choose(slug || undefined),
        )}
        ${choose(
          preview(language, 'language'),
          this.shownIn,
          [
            ['zh-Hant', '中文'],
            ['en', 'English'],
          ],
          (one) => (this.shownIn = one as Language),
        )}
        <button type="button" @click=${() => (this.turn += 1)}>${preview(language, 'again')}</button>
      </div>
      <p class="note" role="status">
        ${this.note ? preview(language, this.note) : samples.failed ? preview(language, 'noSample') : nothing}
      </p>
      <div class="frame ${this.device}" lang=${this.shownIn}>${this.#form}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-preview': BuilderPreview;
  }
}
