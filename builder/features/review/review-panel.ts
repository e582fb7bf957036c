/** The second pair of eyes: what stood there, what stands there, the form as a resident gets it, and the decision. Changes nothing of the form. */
import { LitElement, html, nothing } from 'lit';
import type { FormStage, Review } from '#schemas/wire/builder-api.ts';
import { textIn, type Text } from '#schemas/text.ts';
import type { BuilderContext } from '../builder-context.ts';
import { FormsProblem } from '../store/forms-api.ts';
import type { FormStore } from '../store/form-store.ts';
import { changesView } from './changes-view.ts';
import { reviewStyles } from './review-styles.ts';
import { reviewWords as say, type ReviewWord } from './review-words.ts';
import { trailView } from './trail-view.ts';

/**
 * @tag mydata-builder-review
 * @summary What was sent for approval: the difference in plain words, a preview, and approving or giving back.
 * @fires mydata-part-chosen - The part that a change is about.
 */
export class BuilderReview extends LitElement {
  static override styles = reviewStyles;
  static override properties = {
    builder: { attribute: false },
    review: { state: true },
    busy: { state: true },
    error: { state: true },
    stale: { state: true },
    missing: { state: true },
    news: { state: true },
  };

  declare builder: BuilderContext;
  declare review?: Review;
  declare busy: boolean;
  declare error?: Text;
  /** Somebody has changed the form since it was loaded. */
  declare stale: boolean;
  /** The reason is missing. */
  declare missing: boolean;
  declare news?: ReviewWord;
  #turn = 0;

  constructor() {
    super();
    this.busy = false;
    this.stale = false;
    this.missing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.load());
  }

  /** What is looked at is what stands at the county: own work is saved first, another's is taken. */
  async load(): Promise<void> {
    const { store } = this.builder ?? {};
    if (!store) return;
    const turn = ++this.#turn;
    this.error = undefined;
    try {
      await store.save();
      const review = await store.api.review(store.form);
      if (turn !== this.#turn) return;
      if (review.revision !== store.revision && !store.unsaved) await store.takeTheirs();
      this.review = review;
      this.stale = false;
    } catch (problem) {
      if (turn === this.#turn) this.#failed(problem);
    }
  }

  #failed(problem: unknown): void {
    if (!(problem instanceof FormsProblem)) throw problem;
    if (problem.conflict || problem.code === 'not-sent') this.stale = true;
    this.error = problem.text ?? { 'zh-Hant': say('zh-Hant', 'failed'), en: say('en', 'failed') };
  }

  readonly #decide = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { store } = this.builder;
    const { review } = this;
    if (!store || !review || this.busy) return;
    const field = (event.target as HTMLFormElement).elements.namedItem('notes') as HTMLTextAreaElement;
    const notes = field.value.trim();
    const back = (event.submitter as HTMLButtonElement | null)?.value === 'return';
    this.missing = back && !notes;
    if (this.missing) {
      field.focus();
      return;
    }
    this.busy = true;
    this.error = undefined;
    try {
      if (back) await store.api.giveBack(store.form, review.revision, notes);
      else await store.api.approve(store.form, review.revision, notes || undefined);
      this.#tell(back ? 'doneReturned' : 'doneApproved');
      await store.refresh();
      await this.load();
    } catch (problem) {
      this.#failed(problem);
    } finally {
      this.busy = false;
    }
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#news, #error')?.focus();
  };

  #tell(news: ReviewWord): void {
    this.news = news;
    this.builder.announce({ 'zh-Hant': say('zh-Hant', news), en: say('en', news) });
  }

  readonly #go = (ref: string): void => {
    this.dispatchEvent(new CustomEvent('mydata-part-chosen', { detail: { ref }, bubbles: true, composed: true }));
  };

  protected override render(): unknown {
    const { store, language } = this.builder ?? {};
    if (!store || !language) return nothing;
    const { review } = this;
    return html`
      ${this.#problem()}
      ${
        review
          ? html`<div class="columns">
              <div>
                <section class="sheet" aria-labelledby="title">${this.#head(review)}</section>
                <section class="sheet" aria-labelledby="changes">${this.#changes(review)}</section>
                ${review.stage === undefined ? nothing : this.#decision(review, store)}
              </div>
              <section class="sheet" aria-labelledby="preview">
                <h2 id="preview">${say(language, 'preview')}</h2>
                <mydata-builder-preview .builder=${this.builder}></mydata-builder-preview>
              </section>
            </div>`
          : this.error
            ? nothing
            : html`<p role="status">${say(language, 'loading')}</p>`
      }
    `;
  }

  #problem(): unknown {
    const { language } = this.builder;
    if (!this.error) return nothing;
    return html`<div class="sheet" role="alert" id="error" tabindex="-1">
      <p class="error">${this.stale ? say(language, 'stale') : textIn(this.error, language)}</p>
      <button type="button" @click=${() => void this.load()}>${say(language, 'again')}</button>
    </div>`;
  }

  #head({ stage, approval, editors, trail }: Review): unknown {
    const { language } = this.builder;
    const word = (one: FormStage): ReviewWord => (one === 'sent' && !approval.length ? 'sentOn' : one);
    return html`
      <h2 id="title">${say(language, 'title')}</h2>
      ${this.news ? html`<p class="good" id="news" tabindex="-1">${say(language, this.news)}</p>` : nothing}
      <p class="sum">${stage === undefined ? say(language, 'nothing') : say(language, word(stage))}</p>
      ${editors.length ? html`<p>${say(language, 'editors', { names: editors.join('、') })}</p>` : nothing}
      ${trailView(trail, language)}
    `;
  }

  #changes({ live, stage, changes }: Review): unknown {
    const { language } = this.builder;
    if (stage !== undefined && live === undefined)
      return html`<h2 id="changes">${say(language, 'first')}</h2>
        ${changesView(changes, language)}`;
    return html`<h2 id="changes">${say(language, 'changes', { n: changes.length })}</h2>
      ${changesView(changes, language, { go: this.#go })}`;
  }

  #decision({ stage, own }: Review, store: FormStore): unknown {
    const { language } = this.builder;
    const { busy } = this;
    const open = stage === 'sent' || stage === 'approved';
    return html`<section class="sheet decide" aria-labelledby="decision">
      <h2 id="decision">${say(language, 'decide')}</h2>
      ${
        !store.roles.includes('approver')
          ? html`<p>${say(language, 'noRole')}</p>`
          : own
            ? html`<p>${say(language, 'own')}</p>`
            : !open
              ? html`<p>${say(language, stage === 'returned' ? 'returned' : 'draft')}</p>`
              : html`<form novalidate @submit=${this.#decide}>
                  <label for="notes">${say(language, 'notes')}</label>
                  ${
                    this.missing
                      ? html`<p class="error" id="missing" role="alert">${say(language, 'notesMissing')}</p>`
                      : nothing
                  }
                  <textarea
                    id="notes"
                    name="notes"
                    rows="3"
                    maxlength="2000"
                    aria-invalid=${this.missing ? 'true' : nothing}
                    aria-describedby=${this.missing ? 'missing' : nothing}
                  ></textarea>
                  <div class="acts">
                    ${
                      stage === 'sent'
                        ? html`<button name="act" value="approve" class="main" ?disabled=${busy}>
                            ${say(language, 'approve')}
                          </button>`
                        : nothing
                    }
                    <button name="act" value="return" ?disabled=${busy}>${say(language, 'giveBack')}</button>
                  </div>
                </form>`
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-review': BuilderReview;
  }
}
