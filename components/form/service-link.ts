/**
 * What a form does with its `service`: opens the draft, hands each new one on, and fetches ahead what will soon be needed.
 * Owns the session and whether it could be opened; not the answers, nor what is drawn.
 */
import type { FormDefinition } from '#schemas/form/definition.ts';
import type { DraftView } from '#schemas/wire/county-api.ts';
import { CountyError } from '../controllers/county-error.ts';
import { getTowns } from '../controllers/draft-api.ts';
import type { Towns } from '../fields/address/address-field.ts';
import type { Validate } from './answer-problems.ts';
import { DraftSession } from './draft-session.ts';
import type { Renewal } from './draft-session.ts';
import type { Renewed } from './renewed.ts';
import type { FormModel } from './form-model.ts';
import { validatorLoader } from './load-validator.ts';

export interface LinkedForm {
  readonly api: string;
  readonly service?: string;
  readonly model: FormModel;
  towns?: Towns;
  /** `renewed`: the form's definition is another one too. */
  take(draft: DraftView, renewed: boolean, renewal: Renewed): void;
  requestUpdate(): void;
}

export class ServiceLink {
  session?: DraftSession;
  /** Why the draft could not be had. */
  failure?: CountyError;
  loadValidator?: () => Promise<Validate>;
  #version?: string;

  readonly #form: LinkedForm;

  constructor(form: LinkedForm) {
    this.#form = form;
  }

  open(): void {
    const form = this.#form;
    this.close();
    this.failure = undefined;
    const session = (this.session = new DraftSession({
      api: form.api,
      service: form.service!,
      model: () => form.model,
      renewed: (draft, why, keep) => session === this.session && this.#renew(draft, why, keep),
      saveChanged: () => form.requestUpdate(),
    }));
    form.requestUpdate();
    session.open().catch((error: unknown) => {
      if (!(error instanceof CountyError) || session !== this.session) return;
      this.failure = error;
      form.requestUpdate();
    });
  }

  close(): void {
    this.session?.close();
    this.session = undefined;
  }

  #renew(draft: DraftView, why: Renewal, keep: ReadonlySet<string>): void {
    const version = `${draft.service} ${draft.formVersion}`;
    const renewed = this.#version !== version;
    this.#version = version;
    this.loadValidator = validatorLoader(draft.validatorUrl);
    this.#form.take(draft, renewed, { why, keep });
    if (why === 'first') this.#fetchAhead(draft.form);
  }

  /** Without the towns they are typed, and a validator that failed is asked for again. */
  #fetchAhead(definition: FormDefinition): void {
    void this.loadValidator?.().catch(() => undefined);
    if (this.#form.towns || !JSON.stringify(definition).includes('"address"')) return;
    getTowns(this.#form.api).then(
      (towns) => {
        this.#form.towns = towns;
      },
      () => undefined,
    );
  }
}
