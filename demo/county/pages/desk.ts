/** 臨櫃受理: who is at which counter, scanning, today's cases, and the case that is open. */
import '#components/define/mydata-counter.ts';
import '#components/define/mydata-desk-form.ts';
import { watchStrayScans } from '#components/scanning.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { loading, settle } from '../api/loaded.ts';
import type { Loaded } from '../api/loaded.ts';
import { loadedView } from '../api/loaded-view.ts';
import { casePage } from '../desk/case-page.ts';
import { casesView } from '../desk/cases-view.ts';
import { closeCase, getCase, getCases, getDesk, takeDatasets, type OpenCase } from '../desk/desk-api.ts';
import { receiptView, type DeskReceipt } from '../desk/desk-receipt.ts';
import { deskTexts as texts } from '../desk/desk-texts.ts';
import { language, say } from '../layout/language.ts';
import { focusOn, showPage } from '../layout/page.ts';
import type { SubmitResult } from '#schemas/wire/county-api.ts';
import type { CaseEntry, DeskView } from '#schemas/wire/counter-api.ts';

let desk: Loaded<DeskView> = loading;
let cases: readonly CaseEntry[] = [];
let open: OpenCase | undefined;
let asked = false;
/** A barcode was scanned while the case is open; where the focus was. */
let stray: { readonly from: HTMLElement | undefined } | undefined;
let error: string | undefined;
/** What was done last; said politely, and left to be read. */
let news: string | undefined;
/** Of the case before, until the next is open. */
let receipt: DeskReceipt | undefined;

async function load(): Promise<void> {
  desk = await settle(getDesk());
  if (desk.state === 'failed' && [401, 409].includes(desk.problem.status)) return location.assign('/staff/desk');
  await listCases();
  toScan();
}

async function lookAgain(): Promise<void> {
  const now = await settle(getDesk());
  if (now.state === 'ready') desk = now;
  await listCases();
}

async function listCases(): Promise<void> {
  cases = await getCases().catch(() => cases);
  page.redraw();
}

async function openCase(id: string): Promise<void> {
  const opened = await settle(getCase(id));
  news = opened.state === 'failed' ? say(texts.over) : undefined;
  open = opened.state === 'ready' ? opened.value : undefined;
  // Read anew when the case is over: by then the desk may be in use again.
  if (open && desk.state === 'ready') desk = { ...desk, value: { ...desk.value, outFor: undefined } };
  asked = false;
  stray = undefined;
  error = undefined;
  receipt = undefined;
  page.redraw();
  // The form takes the focus to what is missing, once it is there.
  if (open) window.scrollTo(0, 0);
}

/** Where the next barcode goes. */
const toScan = (): void =>
  void requestAnimationFrame(() => {
    const counter = document.querySelector('mydata-counter');
    void counter?.updateComplete.then(() => counter.focus());
  });

function end(said: string): void {
  open = stray = undefined;
  news = said;
  page.redraw();
  toScan();
  void lookAgain();
}

function submitted({ applicationNo, submittedAt, processingDays }: SubmitResult): void {
  if (open && desk.state === 'ready') {
    const { service, applicant } = open.view;
    const place = `${desk.value.agency} ${desk.value.counter}`;
    receipt = {
      service,
      applicationNo,
      submittedAt,
      processingDays,
      place,
      ...(applicant?.name && { name: applicant.name }),
    };
  }
  end(`${say(texts.submitted)}${applicationNo}`);
}

/** What was typed is saved as the form goes. */
const leave = (): void => end(say(texts.left));

function stay(): void {
  const from = stray?.from;
  stray = undefined;
  page.redraw();
  from?.focus();
}

function focused(): HTMLElement | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement ? element : undefined;
}

watchStrayScans(document, {
  busy: () => open !== undefined,
  strayed() {
    stray ??= { from: focused() };
    page.redraw();
    focusOn('leave-now');
  },
});

async function refresh(): Promise<void> {
  if (!open) return;
  // What was typed since stands beside the official values.
  const fresh = await settle(getCase(open.view.id));
  if (fresh.state === 'ready' && open) open = fresh.value;
  page.redraw();
}

async function copy(label: string, value: string): Promise<void> {
  const copied = await navigator.clipboard.writeText(value).then(
    () => true,
    () => false,
  );
  news = copied ? `${say(texts.copied)}${label}` : say(texts.notCopied);
  page.redraw();
}

async function take(datasets: readonly string[]): Promise<void> {
  if (!open) return;
  error = datasets.length ? undefined : say(texts.pickFirst);
  if (datasets.length && (await takeDatasets(open.view.id, datasets))) return end(say(texts.taken));
  error ??= say(texts.takeFailed);
  page.redraw();
}

async function close(): Promise<void> {
  if (!open) return;
  await closeCase(open.view.id).catch(() => undefined);
  end(say(texts.closed));
}

const bar = ({ agency, counter, clerk, csrf }: DeskView): TemplateResult => html`
  <div class="desk-bar" role="group" aria-label=${say(texts.bar)}>
    <p><strong>${agency}</strong> <strong>${counter}</strong></p>
    <p>${say(texts.clerk)} ${clerk}</p>
    <a href="/staff/desk">${say(texts.change)}</a>
    <form method="post" action="/staff/sign-out">
      <input type="hidden" name="csrf" .value=${csrf} />
      <button class="button button-quiet">${say(texts.signOut)}</button>
    </form>
  </div>
`;

const content = (view: DeskView): TemplateResult => html`
  ${bar(view)}
  <p class="desk-news" id="news" role="status" tabindex="-1">${news ?? nothing}</p>
  ${
    open && stray
      ? html`<div class="desk-stray">
          <p role="alert">${say(texts.stray)}</p>
          <div class="page-actions">
            <button type="button" class="button" id="leave-now" @click=${leave}>${say(texts.later)}</button>
            <button type="button" class="button button-quiet" @click=${stay}>${say(texts.stay)}</button>
          </div>
        </div>`
      : nothing
  }
  ${
    open
      ? casePage(
          open,
          { asked, error },
          {
            refresh: () => void refresh(),
            copy: (label, value) => void copy(label, value),
            take: (datasets) => void take(datasets),
            submitted,
            close: () => void close(),
            leave,
            askClose: (now) => {
              asked = now;
              page.redraw();
              focusOn(now ? 'close-sure' : 'close');
            },
          },
        )
      : html`<h1>${say(texts.title)}</h1>
          ${receipt ? receiptView(receipt) : nothing}
          <mydata-counter
            class="sheet"
            lang=${language()}
            .desk=${view}
            @mydata-case-opened=${({ detail }: CustomEvent<{ case: string }>) => void openCase(detail.case)}
          ></mydata-counter>
          ${casesView(cases, (id) => void openCase(id))}
          <details class="desk-more">
            <summary>${say(texts.blankForms)}</summary>
            <ul>
              ${view.services.map(
                ({ id, name }) =>
                  html`<li>
                    <a href=${`/blank-forms/${encodeURIComponent(id)}`} target="_blank" rel="noopener"
                      >${say(name)}${say(texts.newWindow)}</a
                    >
                  </li>`,
              )}
            </ul>
          </details>`
  }
`;

const page = showPage({
  title: () => texts.title,
  content: () => loadedView(desk, () => void load(), content),
});
void load();
