/**
 * `<mydata-form>`: a published form as a resident fills it in. Owns the properties and events, and ties its parts together:
 * answers are the model's, the questions the view's, the way the wizard's, the county app the link's, the buttons the
 * actions', the drawing the pages'.
 */
import { LitElement, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { FormDefinition } from '#schemas/form/definition.ts';
import type { Answers } from '#schemas/form/answers.ts';
import type { Language } from '#schemas/text.ts';
import type { Claims, DraftView, EvidenceDocument, UploadedFile } from '#schemas/wire/county-api.ts';
import { languageOf } from '../controllers/language-of.ts';
import type { Towns } from '../fields/address/address-field.ts';
import type { Upload } from '../fields/file/file-field.ts';
import type { Validate } from './answer-problems.ts';
import { donePage, failureView } from './form-frame.ts';
import { fieldHelp } from './field-help.ts';
import { FormActions } from './form-actions.ts';
import { FormFilling } from './form-filling.ts';
import type { FilledForm } from './form-filling.ts';
import type { Renewed } from './renewed.ts';
import { FormModel } from './form-model.ts';
import type { FormContents } from './form-model.ts';
import { formPage } from './form-pages.ts';
import type { PagedForm } from './form-pages.ts';
import { formStyles } from './form-styles.ts';
import { say } from './messages.ts';
import { ServiceLink } from './service-link.ts';
import type { LinkedForm } from './service-link.ts';
import { StepHistory } from './step-history.ts';
import { StepsView } from './steps-view.ts';
import { Wizard } from './wizard.ts';

/**
 * A form that a resident fills in, step by step, with what MyData brought, and checks and submits. With `service` it loads,
 * saves and submits by itself; without, the host gives the properties and hears the events.
 *
 * @tag mydata-form
 * @summary A form: steps, official values, errors, check page, submission.
 * @attr history - The browser's Back and Forward lead through the steps, a reload stays at the step.
 * @attr lang - `zh-Hant` (default) or `en`; without it the nearest `lang` around counts.
 * @fires mydata-answers-changed - The resident changed an answer or a claim. `detail: { field }`; read `answers` for the rest.
 * @fires mydata-step-changed - Another page is shown: by a button, by the browser's Back, or after a reload. `detail: { step }`, a step's id or `check`.
 * @fires mydata-answers-confirmed - Without `service`: the resident pressed submit on the check page. Read `answers` and `claims`.
 * @fires mydata-application-submitted - The county app took the application. `detail: { applicationNo, submittedAt, processingDays }`.
 * @fires mydata-transfer-changed - With `service`: what comes from MyData stands elsewhere now. `detail`: the draft's `TransferView`.
 * @csspart progress - The list of steps.
 * @csspart button - Each button that leads on or back.
 * @csspart source - Where an answer comes from, on the check page.
 * @cssprop --mydata-color-accent - Colour of buttons and marks.
 * @cssprop --mydata-color-on-accent - Text on that colour.
 * @cssprop --mydata-color-text - Text.
 * @cssprop --mydata-font-family - Typeface.
 */
export class MydataForm extends LitElement implements LinkedForm, FilledForm, PagedForm {
  static override styles = formStyles;
  static override properties = {
    service: {},
    api: {},
    density: {},
    step: {},
    history: { type: Boolean },
    language: { attribute: 'lang' },
    definition: { attribute: false },
    official: { attribute: false },
    missing: { attribute: false },
    officialRows: { attribute: false },
    validator: { attribute: false },
    towns: { attribute: false },
    evidence: { attribute: false },
    upload: { attribute: false },
    removeFile: { attribute: false },
    answers: { attribute: false, noAccessor: true },
    claims: { attribute: false, noAccessor: true },
  };

  /** Id of the service; the element then deals with the county app by itself. */
  declare service?: string;
  /** Base address of the county app's interface; `/api` unless told. */
  declare api: string;
  /** `steps` one step at a time; `all` all steps on one page. */
  declare density: 'steps' | 'all';
  /** The step that is shown, by id, or `check`. */
  declare step?: string;
  /** The browser's Back leads through the steps, and a reload stays at the step. The address does not change. */
  declare history: boolean;
  declare language?: string;
  declare definition?: FormDefinition;
  declare official?: FormContents['official'];
  declare missing?: FormContents['missing'];
  declare officialRows?: FormContents['officialRows'];
  /** The compiled validator; with `service` it is imported when needed. */
  declare validator?: Validate;
  declare towns?: Towns;
  declare evidence?: readonly EvidenceDocument[];
  /** How a file is sent; with `service` the element does it. Gets the field's id. */
  declare upload?: (field: string, ...args: Parameters<Upload>) => ReturnType<Upload>;
  declare removeFile?: (file: UploadedFile) => Promise<unknown>;

  /** @internal */
  declare model: FormModel;
  /** @internal */
  declare view: StepsView;
  /** @internal */
  readonly wizard = new Wizard(this);
  /** @internal */
  readonly link = new ServiceLink(this);
  /** @internal */
  readonly acts = new FormActions(this);
  /** @internal */
  readonly filling = new FormFilling(this);
  /** @internal */
  readonly past = new StepHistory(
    () => this.model?.definition.id,
    (step) => {
      if (this.history && this.view && !this.acts.result) this.#show(step);
    },
  );

  constructor() {
    super();
    this.api = '/api';
    this.density = 'steps';
    this.history = false;
  }

  /** The answers as they would be sent now: official ones included, those of hidden questions not. */
  get answers(): Answers {
    return this.model?.answers ?? this.filling.given.answers ?? {};
  }
  set answers(answers: Answers) {
    this.filling.give({ answers });
  }

  /** What the resident says beside official values. */
  get claims(): Claims {
    return this.model?.claims ?? this.filling.given.claims ?? {};
  }
  set claims(claims: Claims) {
    this.filling.give({ claims });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.past.listen();
    if (this.hasUpdated && this.service) this.link.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.past.stop();
    this.link.close();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const any = (...names: string[]) => names.some((name) => changed.has(name));
    if (any('service', 'api') && this.service) this.link.open();
    let stale = any('language', 'density');
    if (any('definition') && this.definition) {
      const { answers, claims } = this;
      this.filling.given = { answers, claims, ...this.filling.given };
      this.model = new FormModel(this.definition, this.model);
      stale = true;
    }
    if (!this.model) return;
    if (any('definition', 'official', 'missing', 'officialRows', 'answers')) this.filling.fill();
    if (stale || !this.view) this.view = this.#makeView();
    else if (any('towns', 'evidence', 'upload')) this.view.sync(this.view.focused);
    if (this.history && this.step === undefined) this.#resume();
    const { place } = this.wizard;
    this.step = place;
    if (!place) return;
    this.wizard.visited.add(place);
    if (this.history) this.past.mark(place);
  }

  /** @internal */
  get spoken(): Language {
    return languageOf(this, this.language);
  }

  /** @internal */
  async validatorNow(): Promise<Validate | undefined> {
    return this.validator ?? this.link.loadValidator?.();
  }

  /** @internal */
  turnTo = (step: string, focus?: string): void => {
    if (this.history) this.past.push(step);
    this.#show(step, focus);
  };

  /** @internal */
  tell(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  /** @internal a field, else the title of the page */
  async focusOn(field?: string): Promise<void> {
    await this.updateComplete;
    if (field) this.view.focus(field);
    else this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  /** @internal what the county app has now */
  take(draft: DraftView, renewed: boolean, renewal: Renewed): void {
    const { form, official, missing, officialRows, evidence } = draft;
    if (renewed) this.definition = form;
    Object.assign(this, { official, missing, officialRows, evidence });
    this.filling.renew(draft, renewal);
  }

  #show(step: string, focus?: string): void {
    this.step = step;
    this.acts.notice = undefined;
    this.wizard.arrive(step);
    this.tell('mydata-step-changed', { step });
    void this.link.session?.flush();
    void this.focusOn(focus);
  }

  /** At the step where the page stood, unless the draft is a new one. */
  #resume(): void {
    const { step } = this.past;
    if (!step || this.link.session?.isNew || !this.wizard.has(step)) return;
    this.step = step;
    this.wizard.visitUpTo(step);
    void this.updateComplete.then(() => this.tell('mydata-step-changed', { step }));
  }

  #makeView(): StepsView {
    return new StepsView({
      model: this.model,
      language: this.spoken,
      headings: this.density === 'all',
      help: (field) => fieldHelp(this, field),
    });
  }

  protected override render(): unknown {
    const { link, acts, spoken } = this;
    if (link.failure) return failureView(link.failure, () => link.open(), spoken);
    if (!this.view) return html`<p role="status">${this.service ? say(spoken, 'loading') : nothing}</p>`;
    return acts.result ? donePage(acts.result, spoken) : formPage(this);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-form': MydataForm;
  }
}
