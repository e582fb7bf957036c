/** A page of plain text: sections with a heading, paragraphs and lists. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { say } from './language.ts';
import type { Text } from '#schemas/text.ts';

export interface ArticleSection {
  readonly heading: Text;
  readonly paragraphs?: readonly Text[];
  readonly items?: readonly Text[];
}

export const article = (title: Text, lead: Text, sections: readonly ArticleSection[]): TemplateResult => html`
  <article class="plain-page">
    <h1>${say(title)}</h1>
    <p class="lead">${say(lead)}</p>
    ${sections.map(
      ({ heading, paragraphs = [], items = [] }) =>
        html`<section>
          <h2>${say(heading)}</h2>
          ${paragraphs.map((paragraph) => html`<p>${say(paragraph)}</p>`)}
          ${
            items.length > 0
              ? html`<ul>
                  ${items.map((item) => html`<li>${say(item)}</li>`)}
                </ul>`
              : nothing
          }
        </section>`,
    )}
  </article>
`;
