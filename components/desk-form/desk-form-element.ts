/**
 * `<mydata-desk-form>`: the form of a case as a clerk completes it. All on one page: what is there stands as text, what is
 * missing is asked, and one press submits. Answers, saving and submission are those of `<mydata-form>`.
 */
import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { endOf } from '#schemas/form/ends.ts';
import { composing } from '#schemas/keyboard/composing.ts';
import { textIn } from '#schemas/text.ts';
import { isChanged } from '../fields/official-state.ts';
import type { FieldElement } from '../fields/field-element.ts';
import { problemsOf } from '../form/answer-problems.ts';
import type { Validate } from '../form/answer-problems.ts';
import { conflictView, failureView, noticeView, savedLine } from '../form/form-frame.ts';
import { MydataForm } from '../form/form-element.ts';
import { fieldOfPath } from '../form/form-model.ts';
import { say as sayForm } from '../form/messages.ts';
import { deskFormStyles } from './desk-form-styles.ts';
import { say } from './messages.ts';
import { SettledRows } from './settled-rows.ts';
import type { Beside } from './settled-rows.ts';

/**
 * The form of a case at a counter, on one page: official values beside what is said, as text; only what is missing is a stop
 * on the way of Tab. Submitted by its button, or by Ctrl+Enter from wherever the focus is.
 *
 * @tag mydata-desk-form
 * @summary A form as a clerk completes it: one page, what is missing first.
 * @fires mydata-application-submitted - The county app took the application. `detail: { applicationNo, submittedAt, processingDays }`.
 * @csspart button - Each button.
 */
export class MydataDeskForm extends MydataForm {
  static override styles = [...MydataForm.styles, deskFormStyles];
  static override properties = {
    ...MydataForm.properties,
    beside: { attribute: false },
    open: { state: true },
  };

  /** What the clerk may see beside the draft. */
  declare beside?: Beside;

  /** Every question is shown as one to be answered. */
  declare private open: boolean;

  readonly #opened = new Set<string>();
  /** Answered on this page: not to be taken from under the fingers. */
  readonly #touched = new Set<string>();
  #rows?: SettledRows;
  #validate?: Validate;
  #begun?: 'reading' | 'read';
  #left = 0;

  constructor() {
    super();
    this.density = 'all';
    this.open = false;
    this.addEventListener('mydata-answers-changed', (event) => {
      this.#touched.add((event as CustomEvent<{ field: string }>).detail.field);
      this.requestUpdate();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ownerDocument.addEventListener('keydown', this.#pressed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener('keydown', this.#pressed);
  }

  /** To the first question that has to be answered, else to the way on. */
  focusFirst(): void {
    const [first] = this.#missing();
    if (first) this.view.focus(first);
    else this.renderRoot.querySelector<HTMLElement>('#checked, button.main')?.focus();
  }

  /** @internal */
  override async focusOn(field?: string): Promise<void> {
    if (field) {
      this.#opened.add(fieldOfPath(field));
      this.requestUpdate();
      await this.updateComplete;
      await this.view.elements.get(fieldOfPath(field))?.updateComplete;
    }
    await super.focusOn(field);
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || composing(event) || event.defaultPrevented)
      return;
    event.preventDefault();
    void this.#submit();
  };

  async #submit(): Promise<void> {
    const { acts, wizard, model, spoken } = this;
    if (acts.busy || acts.result || !model) return;
    if (this.#unconfirmed().length && !this.#missing().length) {
      acts.announce(say(spoken, 'confirmFirst'), true);
      await this.updateComplete;
      return this.renderRoot.querySelector<HTMLElement>('#checked')?.focus();
    }
    try {
      const problems = new Map([...(await wizard.check())].filter(([path]) => this.#isMissing(path)));
      if (problems.size) {
        for (const path of problems.keys()) this.#opened.add(fieldOfPath(path));
        return wizard.lead(problems);
      }
    } catch {
      return acts.announce(sayForm(spoken, 'notValidated'), true);
    }
    const end = endOf(model.definition, model.answers);
    if (end) return acts.announce(`${textIn(end.title, spoken)}\n${textIn(end.text, spoken)}`, true);
    await acts.send();
  }

  /** Paths of official values that have to be looked at with the applicant. */
  #unconfirmed(): readonly string[] {
    const { model } = this;
    return [...model.asking].filter((id) => {
      const official = model.officialOf(id);
      const isGroup = model.places.get(id)?.field.type === 'group';
      return (
        !isGroup &&
        official?.policy === 'confirm' &&
        official.value !== undefined &&
        !this.#opened.has(id) &&
        model.shown(id) === undefined
      );
    });
  }

  /** What the one box says for all official values of their own is not asked of each. */
  #isMissing(path: string): boolean {
    return !this.#unconfirmed().includes(path);
  }

  #confirm = (): void => {
    const { model, link, view } = this;
    for (const id of this.#unconfirmed()) model.set(id, model.officialOf(id)!.value);
    view.sync();
    link.session?.touch();
    this.requestUpdate();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('button.main')?.focus());
  };

  /** Paths of what has to be answered, in the order of the form. */
  #missing(): readonly string[] {
    const problems = problemsOf(this.model, this.#validate, this.spoken);
    return [...problems.keys()].filter((path) => this.#isMissing(path));
  }

  #settled(): ReadonlySet<string> {
    const { model } = this;
    if (this.open) return new Set();
    const wrong = new Set(this.#missing().map(fieldOfPath));
    return new Set(
      [...model.asking].filter((id) => {
        if (this.#opened.has(id) || this.#touched.has(id) || wrong.has(id)) return false;
        return model.value(id) !== undefined;
      }),
    );
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.view || this.acts.result) return;
    if (!this.#begun) return void this.#begin();
    if (this.#begun === 'read') this.#dress();
  }

  async #begin(): Promise<void> {
    this.#begun = 'reading';
    this.#validate = await this.validatorNow().catch(() => undefined);
    await Promise.all([...this.view.elements.values()].map(({ updateComplete }) => updateComplete));
    this.#begun = 'read';
    this.requestUpdate();
    await this.updateComplete;
    this.focusFirst();
  }

  #dress(): void {
    const { model, view } = this;
    this.#rows ??= new SettledRows({
      get elements() {
        return view.elements;
      },
      language: this.spoken,
      ...(this.beside && { beside: this.beside }),
      answer: (id) => model.value(id),
      open: (id) => void this.focusOn(id),
    });
    const settled = this.#settled();
    this.#rows.show(settled);
    for (const [id, element] of view.elements)
      if (element.field.type === 'group' && !settled.has(id)) void this.#quietRows(element);
    const left = this.#missing().length;
    if (left !== this.#left) {
      this.#left = left;
      this.requestUpdate();
    }
  }

  /** Official values in the rows of a group are no stops, unless all is to be changed. */
  async #quietRows(group: FieldElement): Promise<void> {
    await group.updateComplete;
    for (const summary of group.renderRoot?.querySelectorAll<HTMLElement>('summary') ?? [])
      summary.tabIndex = this.open ? 0 : -1;
    const inner = [...(group.renderRoot?.querySelectorAll<FieldElement>('[data-field]') ?? [])];
    await Promise.all(inner.map(({ updateComplete }) => updateComplete));
    for (const field of inner) {
      const quiet = !this.open && field.official?.value !== undefined && !isChanged(field.official, field.value);
      const isOwed = field.official?.policy === 'confirm' && field.value === undefined;
      for (const control of field.renderRoot.querySelectorAll<HTMLElement>('input, select, textarea, button, summary'))
        if (quiet && !isOwed) control.tabIndex = -1;
        else if (control.tabIndex < 0) control.tabIndex = 0;
    }
  }

  protected override render(): unknown {
    const { link, acts, spoken, model, view, wizard, filling } = this;
    if (link.failure) return failureView(link.failure, () => link.open(), spoken);
    if (!view) return html`<p role="status">${sayForm(spoken, 'loading')}</p>`;
    if (acts.result) return nothing;
    const { session } = link;
    const { edited, left } = filling;
    const unconfirmed = this.#unconfirmed();
    return html`<div class="page">
      ${session?.conflicted ? conflictView(session.refusal, (keep) => void acts.reload(keep), acts.busy, spoken) : nothing}
      ${noticeView(acts.notice, session, spoken)}
      <form
        novalidate
        data-managed
        aria-label=${textIn(model.definition.title, spoken)}
        @submit=${(event: Event) => {
          event.preventDefault();
          void this.#submit();
        }}
        @pointerdown=${filling.press.pressed}
      >
        <mydata-error-summary
          .errors=${wizard.summary}
          .quiet=${wizard.shorter}
          .language=${spoken}
          @mydata-error-followed=${(event: CustomEvent<{ fieldId: string }>) => {
            event.preventDefault();
            void this.focusOn(event.detail.fieldId);
          }}
        ></mydata-error-summary>
        <div @input=${edited} @change=${edited} @mydata-claim-changed=${edited} @focusout=${left}>
          ${model.definition.steps.map((one) => view.step(one))}
        </div>
        ${
          unconfirmed.length
            ? html`<p class="checked">
                <label><input type="checkbox" id="checked" @change=${this.#confirm} /> ${say(spoken, 'confirm')}</label>
              </p>`
            : nothing
        }
        <div class="acts">
          <button class="main" part="button" aria-disabled=${acts.busy}>
            ${sayForm(spoken, acts.busy ? 'submitting' : 'submit')}
          </button>
          <span class="hint">${say(spoken, 'keys')}</span>
          <span class="hint" role="status"
            >${this.#left ? say(spoken, 'left', { n: this.#left }) : say(spoken, 'none')}</span
          >
          <button type="button" part="button" aria-pressed=${this.open} @click=${() => (this.open = !this.open)}>
            ${say(spoken, this.open ? 'closeAll' : 'openAll')}
          </button>
        </div>
      </form>
      ${savedLine(session, spoken)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-desk-form': MydataDeskForm;
  }
}
