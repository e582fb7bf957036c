/** Whom to ask: the office in charge, its phone and hours. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { phoneIcon } from '../layout/icons.ts';
import { say } from '../layout/language.ts';
import { phoneHref } from '../text/phone-href.ts';
import { text } from '../text/text.ts';
import type { Service } from '#schemas/services/types.ts';

const texts = {
  title: text('有問題請洽', 'Questions?'),
  hours: text('服務時間：', 'Hours: '),
} as const;

export const contactCard = ({ unit, phone, hours }: Service['contact']): TemplateResult => html`
  <section class="contact" aria-labelledby="contact">
    <h2 id="contact">${say(texts.title)}</h2>
    <p>${say(unit)}</p>
    <p>
      <a class="phone" href=${phoneHref(phone)}>${phoneIcon}<span>${phone}</span></a>
    </p>
    <p class="muted">${say(texts.hours)}${say(hours)}</p>
  </section>
`;
