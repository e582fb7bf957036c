/** 說明: what a service is, for whom, with what, and the two equal ways to apply. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { servicePath } from '../journey/service-path.ts';
import { alertIcon, penIcon, shieldIcon } from '../layout/icons.ts';
import { say } from '../layout/language.ts';
import { phrases } from '../layout/phrases.ts';
import { timeView } from '../layout/time-view.ts';
import '#components/define/mydata-one-click.ts';
import { contactCard } from './contact-card.ts';
import { daysText, descriptionTexts as texts } from './description-texts.ts';
import type { Opening, ServiceDetail } from '#schemas/wire/county-api.ts';

const facts = (service: ServiceDetail): TemplateResult => html`
  <dl class="facts" aria-label=${say(texts.facts)}>
    <div>
      <dt>${say(texts.days)}</dt>
      <dd>${say(daysText(service.processingDays))}</dd>
    </div>
    <div>
      <dt>${say(texts.fee)}</dt>
      <dd>${say(service.fee)}</dd>
    </div>
    <div>
      <dt>${say(texts.modes)}</dt>
      <dd>
        <ul class="fact-list">
          ${service.modes.map((mode) => html`<li>${say(texts[mode])}</li>`)}
        </ul>
      </dd>
    </div>
    <div>
      <dt>${say(texts.agency)}</dt>
      <dd>${say(service.agency)}</dd>
    </div>
  </dl>
`;

const usesMyData = ({ asked }: ServiceDetail): boolean => asked.all.length + asked.anyOf.length > 0;

/** Why MyData is not offered, where the form would use it. */
const mydataNotice = ({ mydata }: ServiceDetail): TemplateResult | typeof nothing => {
  if (!mydata || mydata.state === 'offered' || mydata.state === 'not-used') return nothing;
  const waits = mydata.state === 'not-registered';
  return html`<div class="notice ${waits ? 'notice-info' : 'notice-warning'}">
    ${alertIcon}
    <div class="notice-body">
      <h3>${say(waits ? texts.notRegistered : texts.stopped)}</h3>
      <p>${say(waits ? texts.notRegisteredWhat : texts.stoppedWhat)}</p>
      ${mydata.since ? html`<p>${timeView(mydata.since)} ${say(texts.stoppedSince)}</p>` : nothing}
    </div>
  </div>`;
};

const ways = (service: ServiceDetail): TemplateResult => html`
  <section class="ways" aria-labelledby="ways">
    <h2 id="ways" tabindex="-1">${say(usesMyData(service) ? texts.ways : texts.onlyManual)}</h2>
    ${usesMyData(service) ? html`<p>${say(texts.waysEqual)}</p>` : mydataNotice(service)}
    <div class="way-list">
      ${
        usesMyData(service)
          ? html`<div class="way">
              <h3>${shieldIcon}${say(texts.mydata)}</h3>
              <p>${say(texts.mydataWhat)}</p>
              <p class="way-need">${say(texts.mydataNeed)}</p>
              <a class="button" href=${servicePath(service.id, 'consent')}>${say(texts.mydataGo)}</a>
            </div>`
          : nothing
      }
      <div class="way">
        <h3>${penIcon}${say(texts.manual)}</h3>
        <p>${say(service.manual)}</p>
        <p class="way-need">${say(texts.manualNeed)}</p>
        <a class="button" href=${servicePath(service.id, 'apply')}>${say(texts.manualGo)}</a>
        <p><a href=${`/blank-forms/${encodeURIComponent(service.id)}`}>${say(texts.blank)}</a></p>
      </div>
    </div>
  </section>
`;

/** A counter service is prepared on the platform's own page: one consent, then a barcode to show. */
const atCounter = (service: ServiceDetail): TemplateResult | typeof nothing =>
  service.modes.includes('counter') && service.counterClient && usesMyData(service)
    ? html`<section aria-labelledby="at-counter">
        <h2 id="at-counter">${say(texts.atCounter)}</h2>
        <mydata-one-click
          service=${say(service.name)}
          platform=${service.platformOrigin}
          client=${service.counterClient}
        ></mydata-one-click>
      </section>`
    : nothing;

const replaced = (service: ServiceDetail): TemplateResult | typeof nothing =>
  service.replaces.length === 0
    ? nothing
    : html`<section aria-labelledby="replaces">
        <h2 id="replaces">${say(texts.replaces)}</h2>
        <ul class="replaced">
          ${service.replaces.map(
            ({ document, rule }) =>
              html`<li>
                <strong>${say(document)}</strong>
                <span class="rule">${say(texts.rule)}${say(rule)}</span>
              </li>`,
          )}
        </ul>
      </section>`;

/** Outside of its times: when it opens or that it is over, and that begun forms can still be sent. */
const closedNotice = ({ state, opensAt, closesAt }: Opening): TemplateResult =>
  html`<section class="notice notice-warning" aria-labelledby="closed">
    ${alertIcon}
    <div class="notice-body">
      <h2 id="closed">${say(state === 'soon' ? texts.soon : texts.closed)}</h2>
      ${
        state === 'soon' && opensAt === undefined
          ? html`<p>${say(texts.opensLater)}</p>`
          : html`<p>
                ${timeView((state === 'soon' ? opensAt : closesAt) ?? '')}
                ${say(state === 'soon' ? texts.soonFrom : texts.closedSince)}
              </p>
              <p>${say(texts.closedBegun)}</p>`
      }
    </div>
  </section>`;

export function description(service: ServiceDetail): TemplateResult {
  const closed = service.opening && service.opening.state !== 'open' ? service.opening : undefined;
  const online = service.modes.includes('online') && !closed;
  return html`
    <div class="title-block">
      <h1>${phrases(say(service.name))}</h1>
      <p class="lead">${say(service.summary)}</p>
      ${closed ? closedNotice(closed) : nothing}
      ${online ? html`<a class="button" href="#ways">${say(texts.start)}</a>` : nothing}
    </div>
    <div class="columns columns-facts">
      ${facts(service)}
      <div class="column-main">
        <section aria-labelledby="who">
          <h2 id="who">${say(texts.who)}</h2>
          <p>${say(service.audience)}</p>
        </section>
        <section aria-labelledby="prepare">
          <h2 id="prepare">${say(texts.prepare)}</h2>
          <ul class="checklist">
            ${service.prepare.map((item) => html`<li>${say(item)}</li>`)}
          </ul>
        </section>
        ${online ? ways(service) : closed ? nothing : html`<p class="notice notice-info">${say(texts.counterOnly)}</p>`}
        ${atCounter(service)} ${online ? replaced(service) : nothing}
        <section aria-labelledby="basis">
          <h2 id="basis">${say(texts.basis)}</h2>
          <p>${say(service.legalBasis)}</p>
        </section>
      </div>
      ${contactCard(service.contact)}
    </div>
  `;
}
