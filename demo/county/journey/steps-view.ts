import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { say } from '../layout/language.ts';
import { text } from '../text/text.ts';
import { stationIds, stationNames, stations } from './steps.ts';
import type { Station, StationId } from './steps.ts';

const texts = {
  label: text('申請流程', 'Steps of the application'),
  past: text('已完成：', 'Done: '),
} as const;

const count = (at: number): TemplateResult => {
  const total = stationIds.length;
  return html`${say(text(`第 ${at} 步，共 ${total} 步`, `Step ${at} of ${total}`))}`;
};

const name = ({ name, state, href }: Station): TemplateResult =>
  href
    ? html`<a href=${href}><span class="visually-hidden">${say(texts.past)}</span>${say(name)}</a>`
    : html`<span aria-current=${state === 'here' ? 'step' : 'false'}>${say(name)}</span>`;

/** 服務列表 → 說明 → 告知 → 填寫 → 確認 → 完成. On a narrow screen: the current one in words, the others as bars. */
export const stepsView = (here: StationId, service: string): TemplateResult => html`
  <nav class="steps" aria-label=${say(texts.label)}>
    <p class="steps-count" aria-hidden="true">
      ${count(stationIds.indexOf(here) + 1)}<strong>${say(stationNames[here])}</strong>
    </p>
    <div class="steps-bars" aria-hidden="true">
      ${stations(here, service).map(({ state }) => html`<span class="step-${state}"></span>`)}
    </div>
    <ol>
      ${stations(here, service).map((station) => html`<li class="step step-${station.state}">${name(station)}</li>`)}
    </ol>
  </nav>
`;
