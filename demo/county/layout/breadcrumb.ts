import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { say } from './language.ts';
import { siteTexts } from './site-texts.ts';
import type { Text } from '#schemas/text.ts';

/** Where a page outside the application journey stands. */
export const breadcrumb = (here: Text): TemplateResult => html`
  <nav class="breadcrumb" aria-label=${say(siteTexts.breadcrumb)}>
    <ol>
      <li><a href="/">${say(siteTexts.home)}</a></li>
      <li><span aria-current="page">${say(here)}</span></li>
    </ol>
  </nav>
`;
