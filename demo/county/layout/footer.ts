import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { landmark } from './landmark.ts';
import { say } from './language.ts';
import { siteTexts } from './site-texts.ts';

export const footer = (): TemplateResult => html`
  <footer class="site-footer">
    <div class="wrap">
      ${landmark('bottom', 'Z', siteTexts.bottom)}
      <div class="footer-columns">
        <section aria-labelledby="footer-help">
          <h2 id="footer-help">${say(siteTexts.help)}</h2>
          <p><a href="tel:1999">${say(siteTexts.helpLine)}</a></p>
          <p>${say(siteTexts.helpCounter)}</p>
        </section>
        <section aria-labelledby="footer-about">
          <h2 id="footer-about">${say(siteTexts.about)}</h2>
          <ul class="footer-links">
            <li><a href="/">${say(siteTexts.services)}</a></li>
            <li><a href="/progress">${say(siteTexts.progress)}</a></li>
            <li><a href="/privacy">${say(siteTexts.privacy)}</a></li>
            <li><a href="/accessibility">${say(siteTexts.accessibility)}</a></li>
          </ul>
        </section>
      </div>
      <p class="disclaimer">${say(siteTexts.disclaimer)}</p>
    </div>
  </footer>
`;
