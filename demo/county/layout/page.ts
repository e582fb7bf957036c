/**
 * Owns what all pages share: header, trail, main region, footer, the page's title and the redraw on a change of
 * language. A page gives its parts as functions; calling `redraw` after its state changed shows the new state.
 */
import { html, render } from 'lit';
import type { TemplateResult } from 'lit';
// Keeps the texts of Lit right where the browser translates the page.
import '#components/define/define.ts';
import { footer } from './footer.ts';
import { header } from './header.ts';
import { landmark } from './landmark.ts';
import { applyLanguage, onLanguageChange, say } from './language.ts';
import { organisation } from './organisation.ts';
import { fullName, siteTexts } from './site-texts.ts';
import { applyRememberedTextSize } from './text-size.ts';
import type { Text } from '#schemas/text.ts';

export interface Page {
  readonly title: () => Text;
  readonly content: () => TemplateResult;
  /** Breadcrumb or journey steps, above the main region. */
  readonly trail?: () => TemplateResult;
}

export interface ShownPage {
  redraw(): void;
}

const frame = (page: Page, redraw: () => void): TemplateResult => html`
  <a class="skip-link" href="#main">${say(siteTexts.skip)}</a>
  ${header(redraw)} ${page.trail ? html`<div class="trail wrap">${page.trail()}</div>` : ''}
  <main class="wrap" id="main" tabindex="-1">${landmark('centre', 'C', siteTexts.centre)} ${page.content()}</main>
  ${footer()}
`;

export function showPage(page: Page): ShownPage {
  const site = document.getElementById('site');
  if (!site) throw new Error('The page has no element with the id "site".');
  const redraw = (): void => {
    const title = say(page.title());
    const name = say(fullName());
    document.title = title === say(organisation().site.name) ? name : `${title} - ${name}`;
    render(frame(page, redraw), site);
  };
  applyLanguage();
  applyRememberedTextSize();
  onLanguageChange(redraw);
  redraw();
  return { redraw };
}

/** Moves focus to what just appeared, so that a screen reader and a keyboard user are where the news is. */
export function focusOn(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
