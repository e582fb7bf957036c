/** 表單設計: the list of forms, or one form in the builder. */
import '#builder/define/mydata-builder-forms.ts';
import '#builder/define/mydata-form-builder.ts';
import { html, render, nothing, type TemplateResult } from 'lit';
import { browserCopies, countyBuilderApi, countyForms, FormsProblem, FormStore } from '#builder/store.ts';
import { organisation } from '../layout/organisation.ts';
import type { BuilderStaff } from '#schemas/wire/builder-api.ts';
import type { PaletteDataset } from '#schemas/wire/palette.ts';

const root = document.getElementById('designer')!;
const api = countyForms();
const form = /^\/builder\/([a-z0-9-]+)$/.exec(location.pathname)?.[1];

/** Views that a notice, the list or a bookmark leads to. */
const views = ['edit', 'preview', 'review', 'publish', 'versions'];
const asked = new URLSearchParams(location.search);

/** A host with a tabindex of its own would shut Tab out of all that is in it; it knows itself where to begin. */
function skip(event: Event): void {
  const builder = root.querySelector('mydata-form-builder');
  if (!builder) return;
  event.preventDefault();
  builder.focus();
}

const top = (staff: BuilderStaff | undefined, inForm: boolean): TemplateResult =>
  html`<header class="top">
    <a class="skip" href="#main" @click=${skip}>跳到主要內容</a>
    <strong>${organisation().site.name['zh-Hant']}：表單設計</strong>
    ${inForm ? html`<a href="/builder">所有表單</a>` : nothing}<a href="/staff">機關人員專區</a>
    ${staff ? html`<span>${staff.name}</span>` : nothing}
  </header>`;

function notice(text: string): void {
  render(
    html`${top(undefined, form !== undefined)}
      <main id="main"><p class="notice" role="alert">${text}</p></main>`,
    root,
  );
}

async function showForm(id: string): Promise<void> {
  const [staff, catalogue] = await Promise.all([
    api.me(),
    fetch('/api/builder/catalogue').then((answer) => answer.json() as Promise<readonly PaletteDataset[]>),
  ]);
  const store = new FormStore(id, { api, copies: browserCopies(), staff });
  root.classList.add('editing');
  render(
    html`${top(staff, true)}
      <mydata-form-builder
        id="main"
        role="main"
        .catalogue=${catalogue}
        .api=${countyBuilderApi()}
        .store=${store}
        @mydata-document-changed=${() => store.changed()}
        @mydata-import-asked=${() => location.assign('/builder')}
      ></mydata-form-builder>`,
    root,
  );
  const builder = root.querySelector('mydata-form-builder')!;
  await store.load(builder);
  builder.view = views.find((view) => view === asked.get('view')) ?? 'edit';
  const notice = asked.get('notice');
  // That it could not be marked keeps nobody from the form.
  if (notice !== null) void api.readNotices([notice]).catch(() => undefined);
  document.title = `${builder.document?.service.name['zh-Hant'] ?? id} - ${organisation().site.name['zh-Hant']}`;
  // What is not at the county yet is kept here; the question only spares the wait.
  addEventListener('beforeunload', (event) => {
    if (!store.unsaved || !store.canEdit) return;
    void store.save();
    event.preventDefault();
  });
  addEventListener('online', () => void store.save());
  // Back from signing in again in another tab.
  addEventListener('focus', () => {
    if (store.state.what === 'signed-out') void store.save();
  });
}

async function showList(): Promise<void> {
  const staff = await api.me();
  render(
    html`${top(staff, false)}
      <main class="list" id="main" tabindex="-1">
        <mydata-builder-forms .api=${api}></mydata-builder-forms>
      </main>`,
    root,
  );
}

(form === undefined ? showList() : showForm(form)).catch((problem: unknown) => {
  if (!(problem instanceof FormsProblem)) throw problem;
  if (problem.status === 401)
    location.assign(`/staff/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
  else notice(problem.text?.['zh-Hant'] ?? '現在無法開啟，請稍後再試。');
});
