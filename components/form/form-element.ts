/**
 * `<mydata-form>`: a published form as a resident fills it in. Owns the pages (steps, check, done), what is around the
 * questions, and the events; answers are the model's, the questions the view's, the county app the session's.
 */
import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { Answers, Field, FormDefinition } from '../../schemas/form/definition.ts';
import type { VisibleStep } from '../../schemas/form/reachable.ts';
import { textIn } from '../../schemas/text.ts';
import type { Language } from '../../schemas/text.ts';
import type { Claims, DraftView, EvidenceDocument, SubmitResult, UploadedFile } from '../../schemas/wire/county-api.ts';
import { CountyError } from '../controllers/county-error.ts';
import { getTowns } from '../controllers/draft-api.ts';
import { languageOf } from '../controllers/language-of.ts';
import type { Towns } from '../fields/address/address-field.ts';
import type { FieldElement } from '../fields/field-element.ts';
import type { Upload } from '../fields/file/file-field.ts';
import { timeText } from '../fields/roc-time.ts';
import { problemsOf } from './answer-problems.ts';
import type { Problems, Validate } from './answer-problems.ts';
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

const checkStep = 'check';
const none: Problems = new Map();

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
export class MydataForm extends LitElement {
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
  private given: { answers?: Answers; claims?: Claims } = {};
  private keep: ReadonlySet<string> | undefined;
  private arriving = false;
  private model?: FormModel;
  private view?: StepsView;
  private session?: DraftSession;
  private loadValidator?: () => Promise<Validate>;
  private readonly visited = new Set<string>();
  private problems: Problems = none;
  private summary: readonly { readonly fieldId: string; readonly message: string }[] = [];
  /** A sentence for the resident above the page: what failed (`alert`), or what became of it. */
  private notice?: { readonly text: string; readonly alert: boolean };
  /** The resident came from the check page to change one answer. */
  private returning = false;
  private result?: SubmitResult;
  /** The field that was being typed in when its official value came. */
  private deferred: string | undefined;

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
    if ((changed.has('service') || changed.has('api')) && this.service) this.open();
    if (changed.has('definition') && this.definition) {
      this.model = new FormModel(this.definition);
      this.view = undefined;
    }
    if (['definition', 'official', 'missing', 'officialRows', 'answers'].some((name) => changed.has(name))) this.fill();
    if (changed.has('language') || changed.has('density')) this.view = undefined;
    if (['towns', 'evidence', 'upload'].some((name) => changed.has(name))) this.view?.sync(this.view.focused);
    const { model } = this;
    if (!model) return;
    this.view ??= new StepsView({
      model,
      language: this.lang_,
      headings: this.density === 'all',
      help: (field) => this.helpFor(field),
    });
    // A step that is no longer asked leads to the first that is.
    if (this.step !== checkStep && !model.steps.some(({ step }) => step.id === this.step))
      this.step = model.steps[0]?.step.id;
    if (this.step) this.visited.add(this.step);
  }

  private get lang_(): Language {
    return languageOf(this, this.language);
  }

  private say(key: keyof typeof formMessages, params?: { readonly [name: string]: string | number }): string {
    return say(this.lang_, key, params);
  }

  private tell(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  /** Filling a form that stands already goes straight to its fields: nothing around them changes. */
  private give(given: { answers?: Answers; claims?: Claims }): void {
    Object.assign(this.given, given);
    if (this.model && !this.isUpdatePending) this.fill();
    else this.requestUpdate('answers');
  }

  private fill(): void {
    const { model, view, given, official, missing, officialRows } = this;
    if (!model) return;
    model.load({ ...given, official, missing, officialRows }, this.keep);
    // What is being typed in when a package arrives is not taken from under the fingers: it is told when it is left.
    this.deferred = this.arriving ? view?.focused : undefined;
    this.keep = undefined;
    this.arriving = false;
    view?.refresh();
    view?.sync(this.deferred);
  }

  private helpFor(field: Field): FieldHelp | undefined {
    switch (field.type) {
      case 'address':
      case 'group':
        return { towns: this.towns };
      case 'evidence':
        return { documents: this.evidence };
      case 'file': {
        const { session, upload } = this;
        if (!session && !upload) return undefined;
        return {
          upload: (...[file, how]: Parameters<Upload>) =>
            upload ? upload(field.id, file, how) : session!.upload(field.id, file, how),
          removeFile: this.removeFile ?? ((file: UploadedFile) => session!.removeFile(file)),
        };
      }
      default:
        return undefined;
    }
  }

  private open(): void {
    this.session?.close();
    this.failure = undefined;
    const { api, service } = this;
    const session = (this.session = new DraftSession({
      api,
      service: service!,
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
    const before = this.model?.filledCount ?? 0;
    const version = `${draft.service} ${draft.formVersion}`;
    if (this.version !== version) this.definition = form;
    this.version = version;
    this.loadValidator = validatorLoader(draft.validatorUrl);
    Object.assign(this, { official, missing, officialRows, evidence });
    this.given = { answers, claims };
    this.keep = keep;
    this.arriving = why === 'arrived';
    this.requestUpdate('answers');
    if (why === 'first') {
      if (!this.towns && JSON.stringify(form).includes('"address"')) void this.fetchTowns();
      void this.loadValidator().catch(() => undefined);
      return;
    }
    void this.updateComplete.then(() => {
      const count = this.model!.filledCount;
      if (why !== 'arrived') this.announce(this.say(why));
      else if (count > before) this.announce(this.say('arrived', { n: count }));
    });
  }
  private version?: string;

  private async fetchTowns(): Promise<void> {
    // Without the list both are typed: nothing to tell the resident.
    this.towns = await getTowns(this.api).catch(() => undefined);
  }

  private announce(text: string, alert = false): void {
    this.notice = { text, alert };
    this.requestUpdate();
  }

  // ---- edits

  private edited = (event: Event): void => {
    const element = event.target as FieldElement;
    const id = element.dataset?.['field'];
    if (!id || !this.model) return;
    if (event.type === 'mydata-claim-changed') {
      const { claim, path = id } = (event as CustomEvent<{ claim?: Claims[string]; path?: string }>).detail;
      this.model.setClaim(path, claim);
    } else if (this.model.set(id, element.value)) {
      this.view!.refresh();
      this.requestUpdate();
    }
    this.session?.touch();
    this.tell('mydata-answers-changed', { field: id });
    if (event.type !== 'input' && this.problems.size) this.recheck(id);
  };

  /** A field that was wrong is looked at again when it is left; the summary above stays as it was read. */
  private recheck(id: string): void {
    if (![...this.problems.keys()].some((path) => fieldOfPath(path) === id)) return;
    const now = problemsOf(this.model!, this.validate, this.lang_);
    const others = [...this.problems].filter(([path]) => fieldOfPath(path) !== id);
    this.problems = new Map([...others, ...[...now].filter(([path]) => fieldOfPath(path) === id)]);
    this.view!.setErrors(this.problems);
  }

  private left = (): void => {
    if (!this.deferred) return;
    const id = this.deferred;
    this.deferred = undefined;
    this.view?.syncOne(id);
  };

  // ---- pages

  private validate?: Validate;

  /** Undefined when the validator cannot be had now: the resident is told. */
  private async check(): Promise<Problems | undefined> {
    try {
      this.validate = this.validator ?? (await this.loadValidator?.());
      return problemsOf(this.model!, this.validate, this.lang_);
    } catch {
      this.announce(this.say('notValidated'), true);
      return undefined;
    }
  }

  private showProblems(problems: Problems): void {
    this.problems = problems;
    this.view!.setErrors(problems);
    this.summary = [...problems].map(([fieldId, message]) => ({ fieldId, message }));
    this.requestUpdate();
  }

  private stepOf(path: string): string | undefined {
    return this.model!.places.get(fieldOfPath(path))?.step;
  }

  private show(step: string, focus?: string): void {
    this.step = step;
    this.notice = undefined;
    this.showProblems(none);
    this.tell('mydata-step-changed', { step });
    void this.session?.flush();
    void this.updateComplete.then(() => {
      if (focus) this.view!.focus(focus);
      else this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
    });
  }

  private async forward(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const problems = await this.check();
    this.busy = false;
    if (!problems) return;
    const { steps } = this.model!;
    const index = steps.findIndex(({ step }) => step.id === this.step);
    const next = this.density === 'all' || this.returning ? undefined : steps[index + 1];
    // One step at a time, its own mistakes only; the whole before the check page.
    const here = new Map([...problems].filter(([path]) => this.density === 'all' || this.stepOf(path) === this.step));
    if (here.size) return this.showProblems(here);
    if (next) return this.show(next.step.id);
    if (problems.size) return this.lead(problems);
    this.returning = false;
    this.show(checkStep);
  }

  /** To the first step with a mistake, all of that step's listed. */
  private lead(problems: Problems): void {
    const [first] = problems.keys();
    const step = this.density === 'all' ? this.model!.steps[0]?.step.id : first && this.stepOf(first);
    if (step && step !== this.step) this.show(step);
    void this.updateComplete.then(() =>
      this.showProblems(
        new Map(
          [...problems].filter(([path]) => this.density === 'all' || this.stepOf(path) === step || !this.stepOf(path)),
        ),
      ),
    );
  }

  private backward(): void {
    const { steps } = this.model!;
    const index = this.step === checkStep ? steps.length : steps.findIndex(({ step }) => step.id === this.step);
    const before = this.density === 'all' ? steps[0] : steps[index - 1];
    if (before) this.show(before.step.id);
  }

  private change = (field: string): void => {
    this.returning = true;
    this.show(this.stepOf(field)!, field);
  };

  private async submit(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.notice = undefined;
    try {
      const problems = await this.check();
      if (!problems) return;
      if (problems.size) return this.lead(problems);
      if (!this.session) return this.tell('mydata-answers-confirmed');
      const result = await this.session.submit();
      if (result) this.done(result);
    } catch (error) {
      if (!(error instanceof CountyError)) throw error;
      this.refused(error);
    } finally {
      this.busy = false;
    }
  }

  private done(result: SubmitResult): void {
    this.result = result;
    this.requestUpdate();
    this.tell('mydata-application-submitted', result);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#title')?.focus());
  }

  private refused(error: CountyError): void {
    const { model } = this;
    if (error.fields.length && model) {
      const known = error.fields.filter(({ field }) => model.asking.has(fieldOfPath(field)));
      if (known.length)
        return this.lead(new Map(known.map(({ field, message }) => [field, textIn(message, this.lang_)])));
    }
    if (this.session?.refuse(error)) return;
    this.announce(error.text ? textIn(error.text, this.lang_) : this.say('submitFailed'), true);
  }

  private async reload(keep: boolean): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await this.session!.reload(keep);
    } catch {
      this.announce(this.say('loadFailed'), true);
    }
    this.busy = false;
  }

  // ---- drawing

  protected override render(): unknown {
    const { model, view, failure, result } = this;
    if (failure)
      return html`<div class="page" role="alert">
        <p>${failure.text ? textIn(failure.text, this.lang_) : this.say('loadFailed')}</p>
        <p class="acts">${this.button('retry', () => this.open(), true)}</p>
      </div>`;
    if (!model || !view) return html`<p role="status">${this.service ? this.say('loading') : nothing}</p>`;
    if (result) return this.donePage(result);
    const { steps } = model;
    const checking = this.step === checkStep;
    const current = steps.find(({ step }) => step.id === this.step);
    return html`<div class="page">
      ${this.density === 'all' ? nothing : this.nav(steps)} ${this.conflict()}
      <p class="alert" role="alert">${this.alertText}</p>
      <p class=${this.notice && !this.notice.alert ? 'banner' : ''} role="status">
        ${this.notice && !this.notice.alert ? this.notice.text : nothing}
      </p>
      ${this.banner()}
      ${
        checking
          ? html`<h2 id="title" tabindex="-1">${this.say('checkTitle')}</h2>
              ${checkPage({ model, language: this.lang_, evidence: this.evidence ?? [], change: this.change })}`
          : html`${
                this.density === 'all'
                  ? nothing
                  : html`<h2 id="title" tabindex="-1">${current && textIn(current.step.title, this.lang_)}</h2>`
              }
              <mydata-error-summary .errors=${this.summary} .language=${this.lang_}></mydata-error-summary>
              <div
                class="questions"
                @input=${this.edited}
                @change=${this.edited}
                @mydata-claim-changed=${this.edited}
                @focusout=${this.left}
              >
                ${
                  this.density === 'all'
                    ? model.definition.steps.map((step) => view.step(step))
                    : current && view.step(current.step)
                }
              </div>`
      }
      ${this.acts(steps, checking)}
      <p class="saved">${this.savedText}</p>
    </div>`;
  }

  private nav(steps: readonly VisibleStep[]): TemplateResult {
    const shown = steps.map(({ step }) => ({
      id: step.id,
      title: textIn(step.title, this.lang_),
      visited: this.visited.has(step.id),
    }));
    const check = { id: checkStep, title: this.say('checkTitle'), visited: false };
    return progressNav([...shown, check], this.step!, this.lang_, (step) => this.show(step));
  }

  private acts(steps: readonly VisibleStep[], checking: boolean): TemplateResult {
    if (checking)
      return html`<div class="acts">
        ${this.button('back', () => this.backward())}
        ${this.button(this.busy ? 'submitting' : 'submit', () => void this.submit(), true)}
      </div>`;
    const index = steps.findIndex(({ step }) => step.id === this.step);
    const all = this.density === 'all';
    const last = all || index === steps.length - 1;
    const onward = this.returning ? 'backToCheck' : last ? 'toCheck' : 'next';
    return html`<div class="acts">
      ${index > 0 && !all ? this.button('back', () => this.backward()) : nothing}
      ${this.button(onward, () => void this.forward(), true)}
    </div>`;
  }

  private button(key: keyof typeof formMessages, act: () => void, main = false): TemplateResult {
    return html`<button
      type="button"
      part="button"
      class=${main ? 'main' : ''}
      aria-disabled=${this.busy}
      @click=${act}
    >
      ${this.say(key)}
    </button>`;
  }

  private banner() {
    const count = this.model!.filledCount;
    const until = this.session?.draft?.officialUntil;
    if (this.session?.fetching) return html`<p class="banner" role="status">${this.say('fetching')}</p>`;
    return count && this.step !== checkStep
      ? html`<p class="banner">
          ${this.say('filled', { n: count })}
          ${until ? this.say('filledUntil', { time: timeText(until, this.lang_) }) : nothing}
        </p>`
      : nothing;
  }

  private conflict() {
    if (!this.session?.conflicted) return nothing;
    return html`<div class="alert" role="alert">
      <p>${this.say('conflict')}</p>
      <p class="acts">
        ${this.button('keepMine', () => void this.reload(true), true)}
        ${this.button('takeTheirs', () => void this.reload(false))}
      </p>
    </div>`;
  }

  private get alertText() {
    const { notice, session } = this;
    if (notice?.alert) return notice.text;
    if (session?.saveState === 'retrying') return this.say('notSaved');
    const { refusal } = session ?? {};
    if (!refusal || session?.conflicted) return nothing;
    return refusal.text ? textIn(refusal.text, this.lang_) : this.say('notSaved');
  }

  private get savedText() {
    const { saveState, savedAt } = this.session ?? {};
    if (saveState === 'saving') return this.say('saving');
    if (!savedAt || saveState === 'retrying' || saveState === 'refused') return nothing;
    return this.say('saved', { time: timeText(savedAt, this.lang_).slice(-5) });
  }

  private donePage({ applicationNo, processingDays }: SubmitResult): TemplateResult {
    return html`<div class="page">
      <h2 id="title" tabindex="-1">${this.say('doneTitle')}</h2>
      <dl>
        <div class="answer">
          <dt>${this.say('applicationNo')}</dt>
          <dd><strong>${applicationNo}</strong></dd>
        </div>
      </dl>
      <p>${this.say('doneHint', { n: processingDays })}</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-form': MydataForm;
  }
}
