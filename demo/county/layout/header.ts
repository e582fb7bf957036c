import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { brandMark, infoIcon } from './icons.ts';
import { landmark } from './landmark.ts';
import { say } from './language.ts';
import { preferences } from './preferences.ts';
import { siteTexts } from './site-texts.ts';

const entries = [
  { href: '/', name: siteTexts.services, holds: (path: string) => path === '/' || path.startsWith('/services') },
  { href: '/progress', name: siteTexts.progress, holds: (path: string) => path.startsWith('/progress') },
];

export const header = (redraw: () => void): TemplateResult => html`
  <header class="site-header">
    <p class="demo-notice">
      <span class="wrap">${infoIcon}<span>${say(siteTexts.demoNotice)}</span></span>
    </p>
    <div class="wrap header-tools">${landmark('top', 'U', siteTexts.top)} ${preferences(redraw)}</div>
    <div class="wrap header-main">
      <a class="brand" href="/">
        ${brandMark}
        <span class="brand-name">${say(siteTexts.siteName)}<span class="brand-demo">${say(siteTexts.demo)}</span></span>
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
