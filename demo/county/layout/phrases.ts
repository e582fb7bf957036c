import { html } from 'lit';
import type { TemplateResult } from 'lit';

const spans = (parts: readonly string[]): TemplateResult =>
  html`${parts.map((part) => html`<span class="phrase">${part}</span>`)}`;

/** A name that breaks before its bracketed part rather than inside it: 急難救助 | (原馬上關懷服務). */
export const phrases = (name: string): TemplateResult => spans(name.split(/(?=[(\uff08])/u));

/** Text that breaks between its sentences where it can. */
export const sentences = (words: string): TemplateResult => spans(words.split(/(?<=\u3002|\. )/u));
