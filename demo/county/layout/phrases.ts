import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** A name that breaks before its bracketed part rather than inside it: 急難救助 | (原馬上關懷服務). */
export const phrases = (name: string): TemplateResult =>
  html`${name.split(/(?=[(\uff08])/u).map((phrase) => html`<span class="phrase">${phrase}</span>`)}`;
