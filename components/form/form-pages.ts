/** The pages of a form: a step with its questions, and the check page. Templates only, nothing is decided here. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { textIn } from '#schemas/text.ts';
import type { EvidenceDocument } from '#schemas/wire/county-api.ts';
import { buttons, conflictView, mydataBanner, noticeView, savedLine } from './form-frame.ts';
import type { Press } from './form-frame.ts';
import { checkPage } from './check-page.ts';
import type { ActingForm, FormActions } from './form-actions.ts';
import type { FormFilling } from './form-filling.ts';
import { submitByEnter } from './enter-key.ts';
import { say } from './messages.ts';
import { progressNav } from './progress-nav.ts';
import { checkStep } from './wizard.ts';
import type { WizardHost } from './wizard.ts';

export interface PagedForm extends ActingForm, WizardHost {
  readonly acts: FormActions;
  readonly filling: FormFilling;
  readonly evidence?: readonly EvidenceDocument[];
}

export function formPage(form: PagedForm): TemplateResult {
  const { model, spoken, acts, link, density, filling } = form;
  const { session } = link;
  const checking = form.step === checkStep;
  return html`<div class="page">
    ${density === 'all' ? nothing : progress(form)}
    ${session?.conflicted ? conflictView(session.refusal, (keep) => void acts.reload(keep), acts.busy, spoken) : nothing}
    ${noticeView(acts.notice, session, spoken)} ${mydataBanner(model, checking, session, spoken)}
    <form
      novalidate
      data-managed
      aria-label=${textIn(model.definition.title, spoken)}
      @submit=${(event: Event) => {
        event.preventDefault();
        void (checking ? acts.send() : acts.forward());
      }}
      @keydown=${submitByEnter}
      @pointerdown=${filling.press.pressed}
    >
      ${checking ? answers(form) : questions(form)}
      ${buttons(checking ? checkButtons(form) : stepButtons(form), acts.busy, spoken)}
    </form>
    ${savedLine(session, spoken)}
  </div>`;
}

function progress({ model, wizard, spoken, step, turnTo }: PagedForm): TemplateResult {
  const steps = model.steps.map(({ step: { id, title } }) => ({
    id,
    title: textIn(title, spoken),
    visited: wizard.visited.has(id),
  }));
  const check = { id: checkStep, title: say(spoken, 'checkTitle'), visited: false };
  return progressNav([...steps, check], step!, spoken, (id) => turnTo(id));
}

function answers({ model, wizard, spoken, evidence = [] }: PagedForm): TemplateResult {
  return html`<h2 id="title" tabindex="-1">${say(spoken, 'checkTitle')}</h2>
    ${checkPage({ model, language: spoken, evidence, change: (field) => wizard.change(field) })}`;
}

function questions({ model, view, wizard, spoken, density, filling }: PagedForm): TemplateResult {
  const step = model.steps[wizard.index]?.step;
  const { edited, left } = filling;
  return html`${
      density === 'all' || !step ? nothing : html`<h2 id="title" tabindex="-1">${textIn(step.title, spoken)}</h2>`
    }
    <mydata-error-summary .quiet=${wizard.shorter} .errors=${wizard.summary} .language=${spoken}></mydata-error-summary>
    <div @input=${edited} @change=${edited} @mydata-claim-changed=${edited} @focusout=${left}>
      ${density === 'all' ? model.definition.steps.map((one) => view.step(one)) : step && view.step(step)}
    </div>`;
}

const checkButtons = ({ model, wizard, acts }: PagedForm): readonly Press[] => [
  { key: 'back', act: () => wizard.backward() },
  model.awaited.length ? { key: 'byHand', act: acts.byHand } : { key: acts.busy ? 'submitting' : 'submit', main: true },
];

function stepButtons({ model, wizard, density }: PagedForm): readonly (Press | undefined)[] {
  const last = density === 'all' || wizard.index === model.steps.length - 1;
  return [
    wizard.index > 0 && density === 'steps' ? { key: 'back', act: () => wizard.backward() } : undefined,
    { key: wizard.returning ? 'backToCheck' : last ? 'toCheck' : 'next', main: true },
  ];
}
