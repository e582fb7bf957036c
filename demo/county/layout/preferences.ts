import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { chooseLanguage, language, say } from './language.ts';
import { siteTexts } from './site-texts.ts';
import { chooseTextSize, textSize, textSizes } from './text-size.ts';

/** Text size and language, in the header of every page. */
export function preferences(redraw: () => void): TemplateResult {
  const other = language() === 'en' ? 'zh-Hant' : 'en';
  return html`
    <div class="text-size" role="group" aria-label=${say(siteTexts.textSize)}>
      <span class="text-size-label" aria-hidden="true">${say(siteTexts.textSize)}</span>
      ${textSizes.map(
        (size) =>
          html`<button
            type="button"
            class="tool"
            aria-pressed=${String(textSize() === size)}
            aria-label="${say(siteTexts.sizes[size].short)} ${say(siteTexts.sizes[size].full)}"
            @click=${() => {
              chooseTextSize(size);
              redraw();
            }}
          >
            ${say(siteTexts.sizes[size].short)}
          </button>`,
      )}
    </div>
    <button type="button" class="tool language" lang=${other} @click=${() => chooseLanguage(other)}>
      ${other === 'en' ? 'English' : '中文'}
    </button>
  `;
}
