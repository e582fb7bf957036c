/**
 * `<mydata-one-click>`: the button of a counter service on a county's page. Owns the words and the way to the platform's
 * own page; which datasets, and the consent, are there.
 */
import { LitElement, css, html, nothing } from 'lit';
import { languageOf } from '../controllers/language-of.ts';
import { tokens } from '../styles/tokens.ts';
import { oneClickMessages } from './messages.ts';
import { counterAddress } from './one-click-address.ts';

/**
 * Leads to the platform's page of a counter service, where one consent fetches all that the service needs.
 *
 * @tag mydata-one-click
 * @summary One button to the barcode for a counter. It leaves the page at top level and sends nothing.
 * @slot - Explanation in the county's own words, instead of the usual one.
 * @fires mydata-counter-started - The resident goes to the platform now. `detail: { service }`. Cancelable.
 * @attr lang - `zh-Hant` (default) or `en`; without it the nearest `lang` around counts.
 * @csspart button - The button, a link.
 * @cssprop --mydata-color-accent - Colour of the button.
 * @cssprop --mydata-color-on-accent - Text on that colour.
 * @cssprop --mydata-font-family - Typeface.
 */
export class MydataOneClick extends LitElement {
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
        font: var(--_size) / 1.7 var(--_font);
        color: var(--_text);
        overflow-wrap: anywhere;
      }
      :host([hidden]) {
        display: none;
      }
      p {
        margin: 0 0 0.75em;
      }
      small {
        display: block;
        margin-block-start: 0.5em;
        font-size: var(--_small);
        color: var(--_muted);
      }
      a {
        display: inline-grid;
        place-items: center;
        box-sizing: border-box;
        min-block-size: 3rem;
        padding: 0.5em 1.25em;
        border: 1px solid transparent;
        border-radius: var(--_radius);
        background: var(--_accent);
        color: var(--_on-accent);
        font-weight: 600;
        text-align: center;
        text-decoration: none;
      }
      a:focus-visible {
        outline: 3px solid var(--_focus);
        outline-offset: 2px;
      }
      @media print {
        a {
          display: none;
        }
      }
    `,
  ];
  static override properties = {
    service: {},
    platform: {},
    client: {},
    language: { attribute: 'lang' },
  };

  /** Name of the service, for the explanation. */
  declare service?: string;
  /** The platform's address, e.g. `https://mydata.nat.gov.tw`. */
  declare platform?: string;
  /** The service's client id at the platform, `CLI.…`; no secret. */
  declare client?: string;
  declare language?: string;

  private leave(event: Event): void {
    const { service } = this;
    const init = { bubbles: true, composed: true, cancelable: true, detail: { service } };
    if (!this.dispatchEvent(new CustomEvent('mydata-counter-started', init))) event.preventDefault();
  }

  protected override render() {
    const address = counterAddress(this.platform, this.client);
    if (!address) return nothing;
    const say = oneClickMessages[languageOf(this, this.language)];
    return html`
      <slot><p>${say.about(this.service ?? '')}</p></slot>
      <a part="button" href=${address} target="_top" referrerpolicy="origin" @click=${this.leave}>${say.go}</a>
      <small>${say.where(new URL(address).host)}</small>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-one-click': MydataOneClick;
  }
}
