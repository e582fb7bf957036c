/** What went wrong, at the top of the page, with links to the fields. The browser moves the focus to it (`autofocus`). */
import { html } from 'hono/html';
import type { Html } from './page.ts';

/** `field`: the id of the input; an error without one is text and no link. `note`: a sentence below the list */
export const errorSummary = (
  title: string,
  errors: readonly { readonly field?: string; readonly text: string }[],
  note?: string,
): Html => html`
  <div class="error-summary" role="alert" tabindex="-1" autofocus>
    <h2>${title}</h2>
    <ul>
      ${errors.map(({ field, text }) => html`<li>${field ? html`<a href="#${field}">${text}</a>` : text}</li>`)}
    </ul>
    ${note ? html`<p>${note}</p>` : ''}
  </div>
`;
