import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { landmark } from './landmark.ts';
import { say } from './language.ts';
import { phoneHref } from '../text/phone-href.ts';
import { organisation } from './organisation.ts';
import { siteTexts } from './site-texts.ts';

function help(): TemplateResult {
  const { contact } = organisation();
  if (!contact) return html`<p>${say(siteTexts.helpOffice)}</p>`;
  return html`<p><a href=${phoneHref(contact.phone)}>${say(contact.line)}</a></p>
    <p>${say(contact.counter)}</p>`;
}

export function footer(): TemplateResult {
  const { disclaimer } = organisation().site;
  return html`
    <footer class="site-footer">
      <div class="wrap">
        ${landmark('bottom', 'Z', siteTexts.bottom)}
        <div class="footer-columns">
          <section aria-labelledby="footer-help">
            <h2 id="footer-help">${say(siteTexts.help)}</h2>
            ${help()}
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
        ${disclaimer ? html`<p class="disclaimer">${say(disclaimer)}</p>` : nothing}
      </div>
    </footer>
  `;
}
