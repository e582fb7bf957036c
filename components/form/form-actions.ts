/**
 * What the buttons do: on, submit, load anew; one thing at a time. Owns whether something is under way, what is said about
 * it, and the result; not the way itself (`wizard.ts`) nor the calls (`draft-session.ts`).
 */
import { textIn } from '#schemas/text.ts';
import type { Language } from '#schemas/text.ts';
import type { SubmitResult } from '#schemas/wire/county-api.ts';
import { CountyError } from '../controllers/county-error.ts';
import type { Notice } from './form-frame.ts';
import { fieldOfPath } from './form-model.ts';
import type { FormModel } from './form-model.ts';
import { say } from './messages.ts';
import type { formMessages } from './messages.ts';
import type { ServiceLink } from './service-link.ts';
import type { StepHistory } from './step-history.ts';
import type { StepsView } from './steps-view.ts';
import type { Wizard } from './wizard.ts';

export interface ActingForm {
  readonly model: FormModel;
  readonly view: StepsView;
  readonly wizard: Wizard;
  readonly link: ServiceLink;
  readonly spoken: Language;
  readonly history: boolean;
  readonly past: StepHistory;
  tell(type: string, detail?: unknown): void;
  /** The focus goes to a field, else to the title of the page. */
  focusOn(field?: string): Promise<void>;
  requestUpdate(): void;
}

export class FormActions {
  busy = false;
  notice?: Notice;
  result?: SubmitResult;

  readonly #form: ActingForm;

  constructor(form: ActingForm) {
    this.#form = form;
  }

  forward = () =>
    this.#work(async () => {
      const { wizard, spoken } = this.#form;
      const end = await wizard.forward();
      if (!end) return;
      this.announce(`${textIn(end.title, spoken)}\n${textIn(end.text, spoken)}`, true);
      void this.#form.focusOn();
    }, 'notValidated');
  send = () => this.#work(() => this.#submit(), 'submitFailed');
  reload = (keep: boolean) => this.#work(() => this.#form.link.session!.reload(keep), 'loadFailed');

  /** No longer waits for what is still to come; from the check page to what is missing now. */
  byHand = () =>
    this.#work(async () => {
      const { model, view, wizard } = this.#form;
      model.byHand = true;
      view.sync();
      wizard.lead(await wizard.check());
    }, 'notValidated');

  announce(text: string, alert = false): void {
    this.notice = { text, alert };
    this.#form.requestUpdate();
  }

  /** The buttons are out of action meanwhile. */
  async #work(task: () => Promise<void>, failed: keyof typeof formMessages): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.notice = undefined;
    this.#form.requestUpdate();
    try {
      await task();
    } catch (error) {
      if (error instanceof CountyError) this.#refused(error, failed);
      else this.announce(say(this.#form.spoken, 'notValidated'), true);
    } finally {
      this.busy = false;
      this.#form.requestUpdate();
    }
  }

  async #submit(): Promise<void> {
    const form = this.#form;
    const { wizard, link } = form;
    const problems = await wizard.check();
    if (problems.size) return wizard.lead(problems);
    if (form.model.awaited.length) return;
    if (!link.session) return form.tell('mydata-answers-confirmed');
    const result = await link.session.submit();
    if (!result) return;
    this.result = result;
    if (form.history) await form.past.rewind();
    form.tell('mydata-application-submitted', result);
    void form.focusOn();
  }

  #refused(error: CountyError, otherwise: keyof typeof formMessages): void {
    const { model, wizard, link, spoken } = this.#form;
    const known = error.fields.filter(({ field }) => model.asking.has(fieldOfPath(field)));
    if (known.length) wizard.lead(new Map(known.map(({ field, message }) => [field, textIn(message, spoken)])));
    else if (!link.session?.refuse(error))
      this.announce(error.text ? textIn(error.text, spoken) : say(spoken, otherwise), true);
  }
}
