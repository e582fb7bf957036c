/** 查詢進度: application number and national id, by POST; neither is kept in the page's address or in storage. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { findProgress } from '../api/county-api.ts';
import { settle } from '../api/loaded.ts';
import { problemView } from '../api/loaded-view.ts';
import type { CountyError } from '#components/county-calls.ts';
import { readReceipt } from '../journey/receipt.ts';
import { breadcrumb } from '../layout/breadcrumb.ts';
import { alertIcon } from '../layout/icons.ts';
import { say } from '../layout/language.ts';
import { focusOn, showPage } from '../layout/page.ts';
import { inquiryErrors, tidyInquiry } from '../progress/inquiry.ts';
import type { Inquiry } from '../progress/inquiry.ts';
import { errorSummaryId, progressForm } from '../progress/progress-form.ts';
import type { InquiryErrors } from '../progress/progress-form.ts';
import { progressResult, resultId } from '../progress/progress-result.ts';
import { progressTexts as texts } from '../progress/progress-texts.ts';
import type { ProgressView } from '#schemas/wire/county-api.ts';

let errors: InquiryErrors = [];
let busy = false;
let problem: CountyError | undefined;
let found: ProgressView | undefined;
let last: Inquiry | undefined;

async function look(inquiry: Inquiry): Promise<void> {
  last = inquiry;
  problem = undefined;
  busy = true;
  page.redraw();
  const answer = await settle(findProgress(inquiry.applicationNo, inquiry.nationalId));
  busy = false;
  if (answer.state === 'ready') {
    found = answer.value;
    last = undefined;
  }
  if (answer.state === 'failed') problem = answer.problem;
  page.redraw();
  focusOn(found ? resultId : 'inquiry-problem');
}

function submit(typed: Inquiry): void {
  const inquiry = tidyInquiry(typed);
  errors = inquiryErrors(inquiry);
  problem = undefined;
  if (errors.length === 0) return void look(inquiry);
  page.redraw();
  focusOn(errorSummaryId);
}

function another(): void {
  found = undefined;
  page.redraw();
  focusOn('applicationNo');
}

function problemNotice({ status, text: said }: CountyError): TemplateResult {
  const tooMany = status === 429;
  if (status !== 404 && status !== 422 && !tooMany) return problemView(problem!, () => last && void look(last));
  return html`<section class="notice notice-warning" role="alert">
    ${alertIcon}
    <div class="notice-body">
      <h2>${say(tooMany ? texts.tooMany : texts.notFound)}</h2>
      <p>${say(tooMany ? texts.tooManyNext : status === 422 && said ? said : texts.notFoundNext)}</p>
    </div>
  </section>`;
}

const ask = (): TemplateResult => html`
  <p class="lead">${say(texts.lead)}</p>
  <div id="inquiry-problem" tabindex="-1">${problem ? problemNotice(problem) : nothing}</div>
  ${progressForm({ applicationNo: readReceipt()?.applicationNo ?? '', errors, busy, onSubmit: submit })}
`;

const page = showPage({
  title: () => texts.title,
  trail: () => breadcrumb(texts.title),
  content: () => html`
    <h1>${say(texts.title)}</h1>
    ${found ? progressResult(found, another) : ask()}
  `,
});
