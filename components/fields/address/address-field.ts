import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { AddressField } from '#schemas/form/definition.ts';
import { counties } from '#schemas/taiwan/counties.ts';
import { FieldElement } from '../field-element.ts';
import type { Piece } from '../claim.ts';
import { fieldset, invalidPart } from '../fieldset.ts';

/** Towns by county, as `/api/towns.json` answers: too long a list for the bundle. */
export type Towns = { readonly [county: string]: readonly string[] };

type Part = 'county' | 'town' | 'detail';
export type AddressAnswer = { readonly [part in Part | 'postcode']?: string };

const tokens: { readonly [part in Part]: string } = {
  county: 'address-level1',
  town: 'address-level2',
  detail: 'address-line1',
};

/** `shipping street-address` → `shipping address-level1`; `off` stays. Pure. */
export const tokenFor = (part: Part, autocomplete: string | undefined): string =>
  autocomplete === 'off'
    ? 'off'
    : `${(autocomplete ?? '').replace(/street-address|address-\S+/, '').trim()} ${tokens[part]}`.trim();

/**
 * An address in Taiwan: county, town and the rest. Without the list of towns both are typed.
 * @tag mydata-field-address
 * @summary Asks for an address.
 * @csspart input - each native control
 * @fires input - each edit by the resident
 * @fires change - an edit is complete
 * @fires mydata-claim-changed - the resident says something beside an official value; `detail: { claim, path }`
 * @csspart label - the label or legend
 * @csspart hint - the hint
 * @csspart error - the error message
 * @csspart value - an official value shown as text
 * @csspart source - where an official value comes from
 * @cssstate invalid - there is an error message
 */
export class MydataFieldAddress extends FieldElement<AddressField, AddressAnswer> {
  static override properties = { ...FieldElement.properties, towns: { attribute: false } };

  declare towns?: Towns;

  protected override renderQuestion(beside: Piece): TemplateResult {
    const { county, town } = this.value ?? {};
    const known = this.towns && (county ? (this.towns[county] ?? []) : []);
    return fieldset(
      this,
      html`<div class="row part">
          ${this.#renderPart('county', this.towns && this.#choices(counties, county))}
          ${this.#renderPart('town', known && this.#choices(known, town))}
        </div>
        <div class="part">${this.#renderPart('detail')}</div>`,
      beside,
    );
  }

  protected override read(event: Event): AddressAnswer | undefined {
    const { id, value: text } = event.target as HTMLInputElement;
    const old = this.value ?? {};
    const next: { [part in Part | 'postcode']?: string } = { ...old, [id]: text.trim() || undefined };
    if (id !== 'detail' && old[id as Part] !== next[id as Part]) {
      delete next.postcode;
      if (id === 'county' && this.towns) delete next.town;
    }
    for (const part of Object.keys(next) as Part[]) if (next[part] === undefined) delete next[part];
    return Object.keys(next).length ? next : undefined;
  }
  /** A postcode is shown nowhere. */
  protected override echo({ county, town, detail }: AddressAnswer): AddressAnswer {
    return { county: county?.trim(), town: town?.trim(), detail: detail?.trim() };
  }
  override accept(value: AddressAnswer | undefined): void {
    const moved = value?.county !== this.value?.county;
    super.accept(value);
    if (!moved || !this.towns) return;
    // At once, not in a microtask: the browser's autofill sets the town right after the county.
    this.requestUpdate();
    this.performUpdate();
    this.write();
  }
  protected override write(): void {
    for (const part of ['county', 'town', 'detail'] as const) {
      const control = this.renderRoot.querySelector<HTMLInputElement>(`#${part}`)!;
      const text = this.value?.[part] ?? '';
      if (control.value !== text) control.value = text;
    }
  }
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    if (changed.has('towns') && !this.isReadOnly) this.write();
  }

  #renderPart(part: Part, options?: unknown): TemplateResult {
    const required = this.field.required ? 'true' : nothing;
    const token = tokenFor(part, this.field.autocomplete);
    const { value } = this;
    const empty = value ? (['county', 'town', 'detail'] as const).filter((one) => !value[one]) : [];
    const wrong = invalidPart(this, empty, part);
    const label = html`<label for=${part}>${this.say(part)}</label>`;
    return options === undefined
      ? html`<span
          >${label}<input
            id=${part}
            part="input"
            aria-describedby="e"
            autocomplete=${token}
            aria-required=${required}
            aria-invalid=${wrong}
        /></span>`
      : html`<span
          >${label}<select
            id=${part}
            part="input"
            aria-describedby="e"
            autocomplete=${token}
            aria-required=${required}
            aria-invalid=${wrong}
          >
            ${options}
          </select></span
        >`;
  }
  /** A name that the list lacks (an old one, from a record) is offered too: nothing may get lost by being shown. */
  #choices(names: readonly string[], chosen: string | undefined): unknown {
    const all = chosen && !names.includes(chosen) ? [chosen, ...names] : names;
    return html`<option value="">${this.say('choose')}</option>
      ${all.map((name) => html`<option value=${name}>${name}</option>`)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-field-address': MydataFieldAddress;
  }
}
