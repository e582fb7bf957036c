/**
 * `<mydata-form>`: a published form as a resident fills it in. Owns the pages (steps, check, done), what is around the
 * questions, and the events; answers are the model's, the questions the view's, the county app the session's.
 */
import { LitElement, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { Answers, Field, FormDefinition } from '../../schemas/form/definition.ts';
import { textIn } from '../../schemas/text.ts';
import type { Language } from '../../schemas/text.ts';
import type { Claims, DraftView, EvidenceDocument, SubmitResult, UploadedFile } from '../../schemas/wire/county-api.ts';
import { CountyError } from '../controllers/county-error.ts';
import { getTowns } from '../controllers/draft-api.ts';
import { languageOf } from '../controllers/language-of.ts';
import type { Towns } from '../fields/address/address-field.ts';
import type { FieldElement } from '../fields/field-element.ts';
import type { Upload } from '../fields/file/file-field.ts';
import type { Validate } from './answer-problems.ts';
import { buttons, conflictView, donePage, failureView, mydataBanner, noticeView, savedLine } from './around.ts';
import type { Notice } from './around.ts';
import { checkPage } from './check-page.ts';
import { DraftSession } from './draft-session.ts';
import type { Renewal } from './draft-session.ts';
import { FormModel, fieldOfPath } from './form-model.ts';
import type { FormContents } from './form-model.ts';
import { formStyles } from './form-styles.ts';
import { validatorLoader } from './load-validator.ts';
import { say } from './messages.ts';
import type { formMessages } from './messages.ts';
import { progressNav } from './progress-nav.ts';
import { StepsView } from './steps-view.ts';
import type { FieldHelp } from './steps-view.ts';
import { Wizard, checkStep } from './wizard.ts';
import type { WizardHost } from './wizard.ts';

/**
 * A form that a resident fills in, step by step, with what MyData brought, and checks and submits. With `service` it loads,
 * saves and submits by itself; without, the host gives the properties and hears the events.
 *
 * @tag mydata-form
 * @summary A form: steps, official values, errors, check page, submission.
 * @attr lang - `zh-Hant` (default) or `en`; without it the nearest `lang` around counts.
 * @fires mydata-answers-changed - The resident changed an answer or a claim. `detail: { field }`; read `answers` for the rest.
 * @fires mydata-step-changed - Another page is shown. `detail: { step }`, a step's id or `check`.
 * @fires mydata-answers-confirmed - Without `service`: the resident pressed submit on the check page. Read `answers` and `claims`.
 * @fires mydata-application-submitted - The county app took the application. `detail: { applicationNo, submittedAt, processingDays }`.
 * @csspart progress - The list of steps.
 * @csspart button - Each button that leads on or back.
 * @csspart source - Where an answer comes from, on the check page.
 * @cssprop --mydata-color-accent - Colour of buttons and marks.
 * @cssprop --mydata-color-on-accent - Text on that colour.
 * @cssprop --mydata-color-text - Text.
 * @cssprop --mydata-font-family - Typeface.
 */
export class MydataForm extends LitElement implements WizardHost {
  static override styles = formStyles;
  static override properties = {
    service: {},
    api: {},
    density: {},
    step: {},
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
    failure: { state: true },
    busy: { state: true },
  };

  /** Id of the service; the element then deals with the county app by itself. */
  declare service?: string;
  /** Base address of the county app's interface; `/api` unless told. */
  declare api: string;
  /** `steps` one step at a time; `all` all steps on one page. */
  declare density: 'steps' | 'all';
  /** The step that is shown, by id, or `check`. */
  declare step?: string;
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

  declare private failure?: CountyError;
  declare private busy: boolean;
  /** @internal */
  declare model: FormModel;
  /** @internal */
  declare view: StepsView;
  private readonly wizard = new Wizard(this);
  private session?: DraftSession;
  private loadValidator?: () => Promise<Validate>;
  private given: { answers?: Answers; claims?: Claims } = {};
  /** Of the next filling: what is newer here, and whether it is an arrival from MyData. */
  private renewal?: { readonly keep: ReadonlySet<string>; readonly why: Renewal };
  private version?: string;
  private notice?: Notice;
  private result?: SubmitResult;
  /** The field that was being typed in when its official value came. */
  private deferred?: string;

  constructor() {
    super();
    this.api = '/api';
    this.density = 'steps';
    this.busy = false;
  }

  /** The answers as they would be sent now: official ones included, those of hidden questions not. */
  get answers(): Answers {
    return this.model?.answers ?? this.given.answers ?? {};
  }
  set answers(answers: Answers) {
    this.give({ answers });
  }

  /** What the resident says beside official values. */
  get claims(): Claims {
    return this.model?.claims ?? this.given.claims ?? {};
  }
  set claims(claims: Claims) {
    this.give({ claims });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && this.service) this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session?.close();
    this.session = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const any = (...names: string[]) => names.some((name) => changed.has(name));
    if (any('service', 'api') && this.service) this.open();
    let stale = any('language', 'density');
    if (any('definition') && this.definition) {
      this.model = new FormModel(this.definition);
      stale = true;
    }
    if (!this.model) return;
    if (any('definition', 'official', 'missing', 'officialRows', 'answers')) this.fill();
    if (stale || !this.view) this.view = this.makeView();
    else if (any('towns', 'evidence', 'upload')) this.view.sync(this.view.focused);
    const { place } = this.wizard;
    this.step = place;
    if (place) this.wizard.visited.add(place);
  }

  /** @internal */
  get spoken(): Language {
    return languageOf(this, this.language);
  }

  /** @internal */
  async validatorNow(): Promise<Validate | undefined> {
    return this.validator ?? this.loadValidator?.();
  }

  /** @internal */
  turnTo(step: string, focus?: string): void {
    this.step = step;
    this.notice = undefined;
    this.wizard.show(new Map());
    this.tell('mydata-step-changed', { step });
    void this.session?.flush();
    void this.focusOn(focus);
  }

  private say(key: keyof typeof formMessages, params?: { readonly [name: string]: string | number }): string {
    return say(this.spoken, key, params);
  }

  private tell(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  private announce(text: string, alert = false): void {
    this.notice = { text, alert };
    this.requestUpdate();
  }

  /** A field, else the title of the page. */
  private async focusOn(field?: string): Promise<void> {
    await this.updateComplete;
    if (field) this.view.focus(field);
    else this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  // Filling a form that stands already goes straight to its fields: nothing around them changes.
  private give(given: { answers?: Answers; claims?: Claims }): void {
    Object.assign(this.given, given);
    if (this.view && !this.isUpdatePending) this.fill();
    else this.requestUpdate('answers');
  }

  private fill(): void {
    const { model, view, given, official, missing, officialRows, renewal } = this;
    model.load({ ...given, official, missing, officialRows }, renewal?.keep);
    // What is being typed in when a package arrives is not taken from under the fingers: it is told when it is left.
    this.deferred = renewal?.why === 'arrived' ? view?.focused : undefined;
    this.renewal = undefined;
    view?.refresh();
    view?.sync(this.deferred);
  }

  private makeView(): StepsView {
    return new StepsView({
      model: this.model,
      language: this.spoken,
      headings: this.density === 'all',
      help: (field) => this.helpFor(field),
    });
  }

  private helpFor(field: Field): FieldHelp | undefined {
    if (field.type === 'address' || field.type === 'group') return { towns: this.towns };
    if (field.type === 'evidence') return { documents: this.evidence };
    const { session, upload = session?.upload.bind(session), removeFile = session?.removeFile.bind(session) } = this;
    if (field.type !== 'file' || !upload) return undefined;
    const send: Upload = (file, how) => upload(field.id, file, how);
    return { upload: send, removeFile };
  }

  private open(): void {
    this.session?.close();
    this.failure = undefined;
    const session = (this.session = new DraftSession({
      api: this.api,
      service: this.service!,
      model: () => this.model,
      renewed: (draft, why, keep) => session === this.session && this.renew(draft, why, keep),
      saveChanged: () => this.requestUpdate(),
    }));
    session.open().catch((error: unknown) => {
      if (error instanceof CountyError && session === this.session) this.failure = error;
    });
  }

  private renew(draft: DraftView, why: Renewal, keep: ReadonlySet<string>): void {
    const { form, official, missing, officialRows, evidence, answers, claims } = draft;
    const version = `${draft.service} ${draft.formVersion}`;
    const before = this.model?.filledCount ?? 0;
    if (this.version !== version) this.definition = form;
    this.version = version;
    this.loadValidator = validatorLoader(draft.validatorUrl);
    Object.assign(this, { official, missing, officialRows, evidence });
    this.renewal = { keep, why };
    this.give({ answers, claims });
    if (why === 'first') return this.fetchAhead(form);
    void this.updateComplete.then(() => {
      const n = this.model.filledCount;
      if (why !== 'arrived') this.announce(this.say(why));
      else if (n > before) this.announce(this.say('arrived', { n }));
    });
  }

  /** What will be needed soon. Without the towns they are typed, and a validator that failed is asked for again. */
  private fetchAhead(form: FormDefinition): void {
    void this.loadValidator?.().catch(() => undefined);
    if (this.towns || !JSON.stringify(form).includes('"address"')) return;
    getTowns(this.api).then(
      (towns) => {
        this.towns = towns;
      },
      () => undefined,
    );
  }

  private edited = (event: Event): void => {
    const element = event.target as FieldElement;
    const id = element.dataset?.['field'];
    if (!id) return;
    if (event.type === 'mydata-claim-changed') {
      const { claim, path = id } = (event as CustomEvent<{ claim?: Claims[string]; path?: string }>).detail;
      this.model.setClaim(path, claim);
    } else if (this.model.set(id, element.value)) {
      this.view.refresh();
      this.requestUpdate();
    }
    this.session?.touch();
    this.tell('mydata-answers-changed', { field: id });
    if (event.type !== 'input') this.wizard.recheck(id);
  };

  private left = (): void => {
    const id = this.deferred;
    this.deferred = undefined;
    if (id) this.view.syncOne(id);
  };

  /** One thing at a time, with the buttons out of action meanwhile. */
  private async work(task: () => Promise<void>, failed: keyof typeof formMessages): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.notice = undefined;
    try {
      await task();
    } catch (error) {
      if (error instanceof CountyError) this.refused(error, failed);
      else this.announce(this.say('notValidated'), true);
    } finally {
      this.busy = false;
    }
  }

  private async submit(): Promise<void> {
    const problems = await this.wizard.check();
    if (problems.size) return this.wizard.lead(problems);
    if (!this.session) return this.tell('mydata-answers-confirmed');
    const result = await this.session.submit();
    if (!result) return;
    this.result = result;
    this.tell('mydata-application-submitted', result);
    void this.focusOn();
  }

  private refused(error: CountyError, otherwise: keyof typeof formMessages): void {
    const known = error.fields.filter(({ field }) => this.model.asking.has(fieldOfPath(field)));
    if (known.length)
      this.wizard.lead(new Map(known.map(({ field, message }) => [field, textIn(message, this.spoken)])));
    else if (!this.session?.refuse(error))
      this.announce(error.text ? textIn(error.text, this.spoken) : this.say(otherwise), true);
  }

  private forward = () => this.work(() => this.wizard.forward(), 'notValidated');
  private backward = () => this.wizard.backward();
  private send = () => this.work(() => this.submit(), 'submitFailed');
  private reload = (keep: boolean) => this.work(() => this.session!.reload(keep), 'loadFailed');

  protected override render(): unknown {
    const { model, view, failure, result, session, busy, spoken } = this;
    if (failure) return failureView(failure, () => this.open(), spoken);
    if (!view) return html`<p role="status">${this.service ? this.say('loading') : nothing}</p>`;
    if (result) return donePage(result, spoken);
    const checking = this.step === checkStep;
    return html`<div class="page">
      ${this.density === 'all' ? nothing : this.progress()}
      ${session?.conflicted ? conflictView(session.refusal, (keep) => void this.reload(keep), busy, spoken) : nothing}
      ${noticeView(this.notice, session, spoken)}
      ${checking ? nothing : mydataBanner(model.filledCount, session, spoken)}
      ${checking ? this.checkPage() : this.questions()}
      ${buttons(checking ? this.checkButtons() : this.stepButtons(), busy, spoken)} ${savedLine(session, spoken)}
    </div>`;
  }

  private progress() {
    const { visited } = this.wizard;
    const steps = this.model.steps.map(({ step: { id, title } }) => ({
      id,
      title: textIn(title, this.spoken),
      visited: visited.has(id),
    }));
    const check = { id: checkStep, title: this.say('checkTitle'), visited: false };
    return progressNav([...steps, check], this.step!, this.spoken, (step) => this.turnTo(step));
  }

  private checkPage() {
    return html`<h2 id="title" tabindex="-1">${this.say('checkTitle')}</h2>
      ${checkPage({
        model: this.model,
        language: this.spoken,
        evidence: this.evidence ?? [],
        change: (field) => this.wizard.change(field),
      })}`;
  }

  private questions() {
    const { model, view, density } = this;
    const step = model.steps[this.wizard.index]?.step;
    return html`${
        density === 'all' || !step
          ? nothing
          : html`<h2 id="title" tabindex="-1">${textIn(step.title, this.spoken)}</h2>`
      }
      <mydata-error-summary .errors=${this.wizard.summary} .language=${this.spoken}></mydata-error-summary>
      <div @input=${this.edited} @change=${this.edited} @mydata-claim-changed=${this.edited} @focusout=${this.left}>
        ${density === 'all' ? model.definition.steps.map((one) => view.step(one)) : step && view.step(step)}
      </div>`;
  }

  private checkButtons() {
    return [
      { key: 'back', act: this.backward },
      { key: this.busy ? 'submitting' : 'submit', act: this.send, main: true },
    ] as const;
  }

  private stepButtons() {
    const { wizard, density } = this;
    const last = density === 'all' || wizard.index === this.model.steps.length - 1;
    return [
      wizard.index > 0 && density === 'steps' ? ({ key: 'back', act: this.backward } as const) : undefined,
      { key: wizard.returning ? 'backToCheck' : last ? 'toCheck' : 'next', act: this.forward, main: true } as const,
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-form': MydataForm;
  }
}
