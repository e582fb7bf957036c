/** 服務列表: all services of the county, searched and filtered in the page. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { getServices } from '../api/county-api.ts';
import { loading, settle } from '../api/loaded.ts';
import type { Loaded } from '../api/loaded.ts';
import { loadedView } from '../api/loaded-view.ts';
import { say } from '../layout/language.ts';
import { showPage } from '../layout/page.ts';
import { sentences } from '../layout/phrases.ts';
import { organisation } from '../layout/organisation.ts';
import { filterServices, noFilter } from '../services/filter.ts';
import type { ServiceFilter } from '../services/filter.ts';
import { clearFilter, filterForm } from '../services/filter-form.ts';
import { countText, emptyNext, listTexts } from '../services/list-texts.ts';
import { serviceCard } from '../services/service-card.ts';
import type { ServiceSummary } from '#schemas/wire/county-api.ts';

let services: Loaded<readonly ServiceSummary[]> = loading;
let filter: ServiceFilter = noFilter;

function change(next: ServiceFilter): void {
  filter = next;
  page.redraw();
}

async function load(): Promise<void> {
  services = loading;
  page.redraw();
  services = await settle(getServices());
  page.redraw();
}

function list(all: readonly ServiceSummary[]): TemplateResult {
  if (all.length === 0) {
    return html`<div class="empty">
      <h3>${say(listTexts.empty)}</h3>
      <p>${say(emptyNext())}</p>
    </div>`;
  }
  const found = filterServices(all, filter);
  return html`
    ${filterForm(filter, change)}
    <p class="count" role="status">${say(found.length > 0 ? countText(found.length) : listTexts.none)}</p>
    ${
      found.length > 0
        ? html`<ul class="service-list">
            ${found.map(serviceCard)}
          </ul>`
        : html`<div class="empty">
            <p>${say(listTexts.noneNext)}</p>
            ${clearFilter(change)}
          </div>`
    }
  `;
}

const howItWorks = (): TemplateResult => html`
  <section class="how" aria-labelledby="how">
    <h2 id="how">${say(listTexts.how)}</h2>
    <ol>
      ${listTexts.steps.map(
        ({ title, body }) =>
          html`<li>
            <h3>${say(title)}</h3>
            <p>${say(body)}</p>
          </li>`,
      )}
    </ol>
    <p class="how-equal">${say(listTexts.equal)}</p>
  </section>
`;

const page = showPage({
  title: () => organisation().site.name,
  content: () => html`
    <div class="hero" data-emblem=${organisation().site.emblem}>
      <h1>${say(organisation().site.name)}</h1>
      <p class="lead">${sentences(say(listTexts.lead))}</p>
    </div>
    <section aria-labelledby="services">
      <h2 id="services">${say(listTexts.heading)}</h2>
      ${loadedView(services, () => void load(), list)}
    </section>
    ${howItWorks()}
  `,
});

void load();
