import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { servicePath } from '../journey/service-path.ts';
import { arrowIcon } from '../layout/icons.ts';
import { say } from '../layout/language.ts';
import { phrases } from '../layout/phrases.ts';
import { listTexts } from './list-texts.ts';
import type { ServiceSummary } from '#schemas/wire/county-api.ts';

/** Said only where MyData is not offered though the form would use it. */
const standing = ({ mydata }: ServiceSummary): TemplateResult | typeof nothing =>
  mydata && mydata.state !== 'offered' && mydata.state !== 'not-used'
    ? html`<span class="tag">${say(listTexts.mydata[mydata.state])}</span>`
    : nothing;

/** The whole card can be pressed; the link is the service's name alone, so that it reads well in a list of links. */
export const serviceCard = (service: ServiceSummary): TemplateResult => html`
  <li class="service-card">
    <h3><a href=${servicePath(service.id)}>${phrases(say(service.name))}</a></h3>
    <p class="service-summary">${say(service.summary)}</p>
    <p class="service-meta">
      <span>${say(service.agency)}</span>
      <span class="tags">
        ${service.modes.map((mode) => html`<span class="tag">${say(listTexts.modes[mode])}</span>`)}
        ${standing(service)}
      </span>
    </p>
    <span class="card-arrow">${arrowIcon}</span>
  </li>
`;
