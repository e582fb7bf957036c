/**
 * `<mydata-consent>`: explains to a resident what a service asks for through MyData, and starts the journey or the manual path.
 * Owns the explanation, the identity number question and leaving the page. It never asks for consent: that happens only on
 * the platform's own origin, and the page says so.
 */
import { LitElement, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { ServiceDetail } from '#schemas/wire/county-api.ts';
import { textIn } from '#schemas/text.ts';
import type { Language, Text } from '#schemas/text.ts';
import { isNationalId, tidyId } from '#schemas/taiwan/national-id.ts';
import { getService, startJourney } from '../controllers/service-api.ts';
import type { CountyError } from '../controllers/county-error.ts';
import { languageOf } from '../controllers/language-of.ts';
import { consentStyles } from './consent-styles.ts';
import { datasetView } from './dataset-view.ts';
import { groupView } from './group-view.ts';
import { leadsToPlatform } from './journey-address.ts';
import { consentMessages } from './messages.ts';
import type { ConsentMessages } from './messages.ts';
import { noticeView, termList } from './notice-view.ts';
import { manualLink, waysView } from './ways-view.ts';
import type { Ways } from './ways-view.ts';

/**
 * Explains what a service asks for through MyData, and starts the journey to the platform or the manual path.
 *
 * @tag mydata-consent
 * @summary Who asks, why, for which data; then MyData or by hand. Nothing in it is consent.
 * @fires mydata-journey-started - The resident goes to the platform now. `detail: { service }`.
 * @fires mydata-manual-chosen - The resident fills in the form by hand. `detail: { service }`. Cancelable; unless cancelled the page goes to `manualUrl`.
 * @attr lang - `zh-Hant` (default) or `en`; without it the nearest `lang` around counts.
 * @csspart choice - The two ways between which the resident chooses.
 * @csspart button - Each of the two buttons; both look the same on purpose.
 * @cssprop --mydata-color-accent - Colour of buttons and marks.
 * @cssprop --mydata-color-on-accent - Text on that colour.
 * @cssprop --mydata-color-text - Text.
 * @cssprop --mydata-font-family - Typeface.
 */
export class MydataConsent extends LitElement {
  static override styles = consentStyles;
  static override properties = {
    service: {},
    api: {},
    detail: { attribute: false },
    language: { attribute: 'lang' },
    failure: { state: true },
    idError: { state: true },
    startError: { state: true },
    busy: { state: true },
    picked: { state: true },
  };

  /** Id of the service, e.g. `emergency-relief`. */
  declare service?: string;
  /** Base address of the county app's interface; `/api` unless told. */
  declare api: string;
  /** What to show; set it instead of letting the element load it. */
  declare detail?: ServiceDetail;
  declare language?: string;
  /** Leaves for the platform: the whole tab, never a frame. Replaceable where a host routes by itself. */
  navigate: (address: string) => void = (address) => {
    (window.top ?? window).location.href = address;
  };

  declare private failure?: CountyError;
  declare private idError?: 'idMissing' | 'idWrong';
  declare private startError?: string;
  declare private busy: boolean;
  /** By number of the `anyOf` group: the id chosen. */
  declare private picked: { readonly [group: number]: string | undefined };
  private request?: AbortController;

  constructor() {
    super();
    this.api = '/api';
    this.busy = false;
    this.picked = {};
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('pageshow', this.cameBack);
    if (this.hasUpdated) this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pageshow', this.cameBack);
    this.request?.abort();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('service') || changed.has('api')) this.load();
  }

  private get lang_(): Language {
    return languageOf(this, this.language);
  }

  private get say(): ConsentMessages {
    return consentMessages[this.lang_];
  }

  /** Loads what to show, unless it is there already. */
  private load(): void {
    const { service } = this;
    if (!service || this.detail?.id === service) return;
    this.request?.abort();
    const { signal } = (this.request = new AbortController());
    this.failure = this.detail = undefined;
    getService(this.api, service, signal).then(
      (detail) => {
        this.detail = detail;
      },
      (error: unknown) => {
        if (!signal.aborted) this.failure = error as CountyError;
      },
    );
  }

  // A page that the browser kept while the resident was at the platform comes back with the button still busy.
  private cameBack = (): void => {
    this.busy = false;
  };

  private async start(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { detail, say } = this;
    if (this.busy || !detail) return;
    const input = this.renderRoot.querySelector<HTMLInputElement>('.id')!;
    const nationalId = tidyId(input.value);
    this.startError = undefined;
    this.idError = !nationalId ? 'idMissing' : isNationalId(nationalId) ? undefined : 'idWrong';
    if (this.idError) return input.focus();
    this.busy = true;
    const { signal } = (this.request = new AbortController());
    const chosen = detail.asked.anyOf.map((group, index) => this.picked[index] ?? group[0]!.id);
    try {
      const { location } = await startJourney(
        this.api,
        detail.id,
        { nationalId, chosen, formVersion: detail.formVersion },
        signal,
      );
      if (leadsToPlatform(location, detail.platformOrigin)) {
        input.value = '';
        this.tell('mydata-journey-started', detail.id);
        return this.navigate(location);
      }
      this.startError = say.foreign(textIn(detail.contact.unit, this.lang_), detail.contact.phone);
    } catch (error) {
      if (signal.aborted) return;
      const text = (error as CountyError).text;
      this.startError = text ? textIn(text, this.lang_) : say.startFailed;
    }
    this.busy = false;
  }

  private chooseManual(event: Event): void {
    if (!this.tell('mydata-manual-chosen', this.detail!.id, true)) event.preventDefault();
  }

  private tell(type: string, service: string, cancelable = false): boolean {
    return this.dispatchEvent(
      new CustomEvent(type, { bubbles: true, composed: true, cancelable, detail: { service } }),
    );
  }

  private get ways(): Ways {
    const { idError, startError, busy } = this;
    return {
      idError,
      startError,
      busy,
      start: (event) => void this.start(event),
      chooseManual: (event) => this.chooseManual(event),
    };
  }

  protected override render() {
    const { say, detail, failure } = this;
    if (failure) {
      const unknown = failure.status === 404;
      return html`<div role="alert">
        <p>${unknown ? say.unknownService : say.loadFailed}</p>
        ${unknown ? nothing : html`<button class="button" @click=${this.load}>${say.retry}</button>`}
      </div>`;
    }
    if (!detail) return html`<p role="status">${this.service ? say.loading : nothing}</p>`;
    const word = (text: Text) => textIn(text, this.lang_);
    const { all, anyOf } = detail.asked;
    if (!all.length && !anyOf.length)
      return html`<h2>${word(detail.name)}</h2>
        <p>${say[withoutMydata(detail)]}</p>
        ${manualLink(this.ways, detail, say.byHand)}`;
    const platform = word(detail.platformName);
    const agency = word(detail.agency);
    return html`
      <h2>${say.title}</h2>
      <p>${say.lead(agency, word(detail.name))}</p>
      <p class="calm">${say.notConsent}</p>

      <h3>${say.whoWhy}</h3>
      ${termList([
        [say.service, word(detail.name)],
        [say.agency, agency],
        [say.purpose, word(detail.purpose)],
        [say.purposes, detail.purposes.map(({ code, name }) => `${code} ${word(name)}`).join('\n')],
        [say.legalBasis, word(detail.legalBasis)],
        ...(detail.extraDatasetsBasis ? [[say.extraBasis, word(detail.extraDatasetsBasis)] as const] : []),
      ])}

      <h3>${say.what(all.length + anyOf.length)}</h3>
      ${all.map((set) => html`<div class="set">${datasetView(set, this.lang_, html`<h4>${word(set.name)}</h4>`)}</div>`)}
      ${anyOf.map((group, index) => {
        const picked = this.picked[index] ?? group[0]?.id;
        const pick = (id: string) => {
          this.picked = { ...this.picked, [index]: id };
        };
        return groupView(group, { index, picked, pick }, this.lang_);
      })}
      <p>${say.onlyThese}</p>

      ${noticeView(detail, this.lang_)}

      <h3>${say.next}</h3>
      <ol>
        ${say.steps(platform, detail.platformOrigin).map((step) => html`<li>${step}</li>`)}
      </ol>
      <p class="calm">${say.onPlatform(platform)}</p>

      <h3 id="choose">${say.choose}</h3>
      <p class="equal">${say.equal}</p>
      ${waysView(detail, this.ways, this.lang_)}
    `;
  }
}

/** Why nothing is asked, in the words of the catalogue. */
function withoutMydata({ mydata }: ServiceDetail): 'noMydata' | 'notRegistered' | 'suspended' {
  if (mydata?.state === 'not-registered') return 'notRegistered';
  return mydata?.state === 'suspended' || mydata?.state === 'ended' ? 'suspended' : 'noMydata';
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-consent': MydataConsent;
  }
}
