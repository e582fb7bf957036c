/**
 * What is put into a form, by the host or the county app, and what the resident puts in: both come to the model, and from
 * there to the questions. Owns the order of the two; not the answers (the model's) nor the questions (the view's).
 */
import { textIn } from '#schemas/text.ts';
import type { Language } from '#schemas/text.ts';
import type { Claims, DraftView } from '#schemas/wire/county-api.ts';
import type { FieldElement } from '../fields/field-element.ts';
import { AfterPress } from './after-press.ts';
import type { FormActions } from './form-actions.ts';
import type { FormContents, FormModel } from './form-model.ts';
import { say } from './messages.ts';
import type { Renewed } from './renewed.ts';
import type { ServiceLink } from './service-link.ts';
import type { StepsView } from './steps-view.ts';
import type { Wizard } from './wizard.ts';

export interface FilledForm extends FormContents {
  readonly model: FormModel;
  readonly view?: StepsView;
  readonly wizard: Wizard;
  readonly link: ServiceLink;
  readonly acts: FormActions;
  readonly spoken: Language;
  readonly isUpdatePending: boolean;
  readonly updateComplete: Promise<boolean>;
  requestUpdate(property?: string): void;
  tell(type: string, detail?: unknown): void;
}

type Given = Pick<
  FormContents,
  'answers' | 'claims' | 'confirmed' | 'pending' | 'readyAbout' | 'typedBefore' | 'files'
>;

export class FormFilling {
  /** Given and not yet in the model. */
  given: Given = {};
  readonly press = new AfterPress();
  #renewal?: Renewed;
  /** The field that was being typed in when its official value came. */
  #deferred?: string;

  readonly #form: FilledForm;

  constructor(form: FilledForm) {
    this.#form = form;
  }

  // Filling a form that stands already goes straight to its fields: nothing around them changes.
  give(given: Given): void {
    Object.assign(this.given, given);
    if (this.#form.view && !this.#form.isUpdatePending) this.fill();
    else this.#form.requestUpdate('answers');
  }

  /** What the county app has now; its official values are with the form already. */
  renew({ answers, claims, confirmed, pending, typedBefore, files, transfer }: DraftView, renewal: Renewed): void {
    const form = this.#form;
    const before = form.model?.filledCount ?? 0;
    this.#renewal = renewal;
    const { status, readyAbout } = transfer;
    this.give({ answers, claims, confirmed, pending, readyAbout, typedBefore, files });
    const { why } = renewal;
    if (why === 'first') return;
    form.tell('mydata-transfer-changed', transfer);
    void form.updateComplete.then(() => {
      const { filledCount: n, lost } = form.model;
      const names = lost.map((one) => (typeof one === 'string' ? one : textIn(one, form.spoken))).join('、');
      if (lost.length) form.acts.announce(say(form.spoken, 'notKept', { names }), true);
      else if (why !== 'arrived') form.acts.announce(say(form.spoken, why));
      else if (status === 'failed') form.acts.announce(say(form.spoken, 'notArrived'));
      else if (n > before) form.acts.announce(say(form.spoken, 'arrived', { n }));
    });
  }

  fill(): void {
    const form = this.#form;
    const { given } = this;
    const renewal = this.#renewal;
    const { model, view, official, missing, officialRows } = form;
    model.load({ ...given, official, missing, officialRows }, renewal?.keep);
    // What is being typed in when a package arrives is not taken from under the fingers: it is told when it is left.
    this.#deferred = renewal?.why === 'arrived' ? view?.focused : undefined;
    this.#renewal = undefined;
    this.given = {};
    view?.refresh();
    view?.sync(this.#deferred);
    this.#form.wizard?.drop();
  }

  edited = (event: Event): void => {
    const { model, view, wizard, link } = this.#form;
    const element = event.target as FieldElement;
    const id = element.dataset?.['field'];
    if (!id) return;
    if (event.type === 'mydata-claim-changed') {
      const { claim, path = id } = (event as CustomEvent<{ claim?: Claims[string]; path?: string }>).detail;
      model.setClaim(path, claim);
    } else if (model.has(id, element.value)) {
      // Left as it was: nothing to save, nothing to tell.
      if (event.type !== 'input') this.press.do(() => wizard.recheck(id));
      return;
    } else {
      const before = model.value(id);
      if (model.set(id, element.value)) {
        view!.refresh();
        this.#form.requestUpdate();
      }
      wizard.drop(id, before);
    }
    link.session?.touch();
    this.#form.tell('mydata-answers-changed', { field: id });
    if (event.type !== 'input') this.press.do(() => wizard.recheck(id));
  };

  left = (): void => {
    const id = this.#deferred;
    this.#deferred = undefined;
    if (id) this.press.do(() => this.#form.view?.syncOne(id));
  };
}
