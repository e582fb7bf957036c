import { LitElement, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { Language } from '#schemas/text.ts';
import { errorSummaryStyles } from './error-summary.styles.ts';
import { te } from './messages.ts';

export interface SummaryError {
  /** The field's id, or a path in a group as `members[2].name`. */
  readonly fieldId: string;
  readonly message: string;
}

interface Focusable {
  focus(): void;
  focusPath?(path: string): void;
}

/**
 * The errors of a page in one list, each a link to its field. It takes focus when a new list is shown, so that a
 * resident hears and sees it first; with no errors it is not there.
 * @tag mydata-error-summary
 * @summary Lists what has to be corrected.
 * @fires mydata-error-followed - a resident chose one; `detail: { fieldId }`; prevent it to do the focusing elsewhere
 * @csspart summary - the box
 * @csspart title - its heading
 */
export class MydataErrorSummary extends LitElement {
  static override styles = errorSummaryStyles;
  static override properties = { errors: { attribute: false }, language: {}, quiet: { attribute: false } };

  /** A new array is a new list. */
  declare errors?: readonly SummaryError[];
  declare language?: Language;
  /** A new list says nothing new, and does not take focus: something in it is gone. */
  declare quiet?: boolean;

  override focus(options?: FocusOptions): void {
    this.renderRoot?.querySelector<HTMLElement>('div')?.focus(options);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('errors') && this.errors?.length && !this.quiet) this.focus();
  }

  protected override render(): unknown {
    const { errors, language = 'zh-Hant' } = this;
    if (!errors?.length) return nothing;
    return html`<div role="alert" tabindex="-1" aria-labelledby="t" part="summary">
      <h2 id="t" part="title">${te(language, 'title', { n: errors.length })}</h2>
      <ul>
        ${errors.map(({ fieldId, message }) => html`<li><a href=${`#${fieldId}`} data-id=${fieldId} @click=${this.#follow}>${message}</a></li>`)}
      </ul>
    </div>`;
  }

  /** The link is for show and keyboard: a fragment does not reach into shadow roots. */
  #follow(event: Event): void {
    const fieldId = (event.currentTarget as HTMLElement).dataset['id']!;
    event.preventDefault();
    const followed = new CustomEvent('mydata-error-followed', {
      detail: { fieldId },
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    if (!this.dispatchEvent(followed)) return;
    const [host] = fieldId.split('[');
    const root = this.getRootNode() as ParentNode;
    const field = root.querySelector<HTMLElement & Focusable>(`[data-field="${host}"]`);
    if (field?.focusPath && host !== fieldId) field.focusPath(fieldId);
    else field?.focus();
    field?.scrollIntoView({ block: 'nearest' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-error-summary': MydataErrorSummary;
  }
}
