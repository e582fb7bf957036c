import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Text } from '#schemas/text.ts';
import { infoIcon } from './icons.ts';
import { landmark } from './landmark.ts';
import { say } from './language.ts';
import { organisation } from './organisation.ts';
import { preferences } from './preferences.ts';
import { siteTexts } from './site-texts.ts';

const entries = [
  { href: '/', name: siteTexts.services, holds: (path: string) => path === '/' || path.startsWith('/services') },
  { href: '/progress', name: siteTexts.progress, holds: (path: string) => path.startsWith('/progress') },
];

const notice = (words: Text | undefined): TemplateResult | typeof nothing =>
  words
    ? html`<p class="demo-notice">
        <span class="wrap">${infoIcon}<span>${say(words)}</span></span>
      </p>`
    : nothing;

const badge = (words: Text | undefined): TemplateResult | typeof nothing =>
  words ? html`<span class="brand-demo">${say(words)}</span>` : nothing;

export const header = (redraw: () => void): TemplateResult => html`
  <header class="site-header">
    ${notice(organisation().site.notice)}
    <div class="wrap header-tools">${landmark('top', 'U', siteTexts.top)} ${preferences(redraw)}</div>
    <div class="wrap header-main">
      <a class="brand" href="/">
        <img class="brand-mark" src="/favicon.svg" width="40" height="40" alt="" />
        <span class="brand-name">${say(organisation().site.name)}${badge(organisation().site.badge)}</span>
      </a>
      <nav class="site-nav" aria-label=${say(siteTexts.mainNav)}>
        <ul>
          ${entries.map(({ href, name, holds }) => {
            const here = holds(location.pathname);
            return html`<li><a href=${href} aria-current=${here ? 'true' : 'false'}>${say(name)}</a></li>`;
          })}
        </ul>
      </nav>
    </div>
  </header>
`;
