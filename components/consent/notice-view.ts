import { html } from 'lit';
import type { Text } from '#schemas/text.ts';
import { textIn } from '#schemas/text.ts';
import type { Language } from '#schemas/text.ts';
import type { ServiceDetail } from '#schemas/wire/county-api.ts';
import { consentMessages } from './messages.ts';

/** Term and what it means, one per line. */
export const termList = (terms: readonly (readonly [term: string, meaning: string])[]) =>
  html`<dl>
    ${terms.map(
      ([term, meaning]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${meaning}</dd>
        </div>`,
    )}
  </dl>`;

/** The six items of article 8 of the Personal Data Protection Act, in its order, and the source, article 9. */
export function noticeView(detail: ServiceDetail, language: Language) {
  const say = consentMessages[language];
  const word = (text: Text) => textIn(text, language);
  const { notice } = detail;
  return html`<h3 id="notice">${say.notice}</h3>
    ${termList([
      [say.agency, word(detail.agency)],
      [say.purpose, word(detail.purpose)],
      [say.classes, word(notice.dataClasses)],
      [say.period, word(notice.period)],
      [say.area, word(notice.area)],
      [say.recipients, word(notice.recipients)],
      [say.manner, word(notice.manner)],
      [say.rights, word(notice.rights)],
      [say.ifRefused, word(notice.ifRefused)],
      [say.source, word(notice.source)],
      [say.kept, say.keptFor(word(detail.agency), detail.retentionDays)],
    ])}`;
}
