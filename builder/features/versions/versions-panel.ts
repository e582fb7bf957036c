/** Versions that residents had or have, what changed between them in plain words, and the way back. */
import { LitElement, css, html, nothing } from 'lit';
import type { VersionDiff, VersionSummary } from '#schemas/wire/builder-api.ts';
import { textIn, type Text } from '#schemas/text.ts';
import { translator } from '#components/i18n/translator.ts';
import type { BuilderContext } from '../builder-context.ts';
import { FormsProblem } from '../store/forms-api.ts';
import { timeIn } from '../store/time.ts';
import { trailView } from '../review/trail-view.ts';
import { publishStyles } from '../publish/publish-styles.ts';
import { keptWords as kept } from './kept-words.ts';

const say = translator({
  title: { 'zh-Hant': '版本', en: 'Versions' },
  version: { 'zh-Hant': '第 {n} 版', en: 'Version {n}' },
  live: { 'zh-Hant': '民眾現在看到的', en: 'Live' },
  byFile: { 'zh-Hant': '由機關檔案載入', en: "From the county's files" },
  by: { 'zh-Hant': '{name}發布', en: 'Published by {name}' },
  approved: { 'zh-Hant': '{name}核定', en: 'Approved by {name}' },
  trail: { 'zh-Hant': '送核與核定的經過', en: 'How it was approved' },
  applications: { 'zh-Hant': '{n} 件申請', en: '{n} applications' },
  compare: { 'zh-Hant': '和目前的草稿比較', en: 'Compare with the draft' },
  before: { 'zh-Hant': '和前一版比較', en: 'Compare with the one before' },
  restore: { 'zh-Hant': '還原成草稿', en: 'Restore as draft' },
  restored: { 'zh-Hant': '第 {n} 版已還原成草稿，確認後再發布。', en: 'Version {n} is the draft now.' },
  export: { 'zh-Hant': '下載檔案', en: 'Download' },
  none: { 'zh-Hant': '還沒有發布過。', en: 'Never published.' },
  same: { 'zh-Hant': '兩份內容相同。', en: 'They are the same.' },
  diff: { 'zh-Hant': '{from} → {to}：{n} 項不同', en: '{from} → {to}: {n} differences' },
  draft: { 'zh-Hant': '草稿', en: 'draft' },
  json: { 'zh-Hant': '以 JSON 檢視', en: 'As JSON' },
  failed: { 'zh-Hant': '現在讀不到版本，請稍後再試。', en: 'Can not be read now; please try again.' },
});

/**
 * @tag mydata-builder-versions
 * @summary The published versions, compared in plain words, restored as drafts.
 */
export class BuilderVersions extends LitElement {
  static override styles = [
    publishStyles,
    css`
      .columns {
        grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      }
      .version {
        padding-block: 0.75rem;
        border-block-start: 1px solid var(--_hair);
      }
      .version h3 {
        margin: 0;
      }
      .mark {
        padding: 0 0.6rem;
        border-radius: 1rem;
        background: var(--_accent);
        color: var(--_on-accent);
        font-size: 0.8125rem;
      }
      .version p {
        margin: 0.2rem 0;
      }
      a {
        display: inline-flex;
        align-items: center;
        min-block-size: var(--_target);
        color: var(--_accent);
      }
      pre {
        max-block-size: 30rem;
        overflow: auto;
        padding: 0.75rem;
        border: 1px solid var(--_hair);
        font-size: 0.8125rem;
      }
      .diff li {
        padding-block: 0.3rem;
        border-block-start: 1px solid var(--_hair);
      }
    `,
  ];
  static override properties = {
    builder: { attribute: false },
    versions: { state: true },
    diff: { state: true },
    error: { state: true },
    news: { state: true },
  };

  declare builder: BuilderContext;
  declare versions?: readonly VersionSummary[];
  declare diff?: VersionDiff;
  declare error?: Text;
  declare news?: string;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.#do(() => this.#load()));
  }

  async #load(): Promise<void> {
    const { store } = this.builder;
    if (store) this.versions = await store.api.versions(store.form);
  }

  async #do(work: () => Promise<void>): Promise<void> {
    this.error = undefined;
    this.news = undefined;
    try {
      await work();
    } catch (problem) {
      if (!(problem instanceof FormsProblem)) throw problem;
      if (problem.conflict) this.builder.store?.told(problem);
      // A form that was never published has no versions.
      if (problem.status === 404) this.versions = [];
      else this.error = problem.text ?? { 'zh-Hant': say('zh-Hant', 'failed'), en: say('en', 'failed') };
    }
  }

  #compare(from: number | 'draft', to: number | 'draft'): void {
    const { store } = this.builder;
    if (!store) return;
    void this.#do(async () => {
      await store.save();
      this.diff = await store.api.diff(store.form, from, to);
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('#diff')?.focus();
    });
  }

  #restore(version: number): void {
    const { store, language } = this.builder;
    if (!store) return;
    void this.#do(async () => {
      const { document } = await store.api.version(store.form, version);
      const name = { 'zh-Hant': say('zh-Hant', 'version', { n: version }), en: say('en', 'version', { n: version }) };
      const yes = await this.renderRoot.querySelector('mydata-builder-restore')?.ask(document, name);
      if (!yes) return;
      const words = {
        'zh-Hant': kept('zh-Hant', 'words', { name: name['zh-Hant'] }),
        en: kept('en', 'words', { name: name.en }),
      };
      await store.restore(document, words, { version });
      if (store.state.what === 'conflict') return;
      this.news = say(language, 'restored', { n: version });
      this.builder.announce({ 'zh-Hant': this.news, en: this.news });
    });
  }

  protected override render(): unknown {
    const { store, language } = this.builder ?? {};
    if (!store || !language) return nothing;
    const { versions } = this;
    return html`<div class="columns">
        <section class="sheet" aria-labelledby="title">
          <h2 id="title">${say(language, 'title')}</h2>
          ${this.error ? html`<p class="error" role="alert">${textIn(this.error, language)}</p>` : nothing}
          ${this.news ? html`<p class="good" role="status">${this.news}</p>` : nothing}
          ${versions && !versions.length ? html`<p>${say(language, 'none')}</p>` : nothing}
          ${versions?.map((one, index) => this.#version(one, versions[index + 1]?.version))}
        </section>
        ${this.diff ? this.#difference(this.diff) : nothing}
      </div>
      <mydata-builder-restore .builder=${this.builder}></mydata-builder-restore>`;
  }

  #version(one: VersionSummary, before: number | undefined): unknown {
    const { language, store } = this.builder;
    const { version, live, publishedAt, publishedBy, approvedBy, notes, trail, applications } = one;
    const facts = [
      timeIn(publishedAt, language),
      publishedBy === undefined ? say(language, 'byFile') : say(language, 'by', { name: publishedBy }),
      ...(approvedBy === undefined ? [] : [say(language, 'approved', { name: approvedBy })]),
      ...(applications ? [say(language, 'applications', { n: applications })] : []),
    ];
    return html`<article class="version">
      <h3>
        ${say(language, 'version', { n: version })}
        ${live ? html`<span class="mark">${say(language, 'live')}</span>` : nothing}
      </h3>
      <p>${facts.join('・')}</p>
      ${notes === undefined ? nothing : html`<p>${notes}</p>`}
      ${
        trail?.length
          ? html`<details>
              <summary>${say(language, 'trail')}</summary>
              ${trailView(trail, language)}
            </details>`
          : nothing
      }
      <div class="acts">
        <button type="button" @click=${() => this.#compare(version, 'draft')}>${say(language, 'compare')}</button>
        ${
          before === undefined
            ? nothing
            : html`<button type="button" @click=${() => this.#compare(before, version)}>
                ${say(language, 'before')}
              </button>`
        }
        ${
          store!.canEdit
            ? html`<button type="button" @click=${() => this.#restore(version)}>${say(language, 'restore')}</button>`
            : nothing
        }
        <a href=${store!.api.exportUrl(store!.form, version)} download>${say(language, 'export')}</a>
      </div>
    </article>`;
  }

  #difference({ from, to, differences }: VersionDiff): unknown {
    const { language } = this.builder;
    const name = (one: number | 'draft'): string =>
      one === 'draft' ? say(language, 'draft') : say(language, 'version', { n: one });
    return html`<section class="sheet diff" id="diff" tabindex="-1" aria-labelledby="diff-title">
      <h2 id="diff-title">${say(language, 'diff', { from: name(from), to: name(to), n: differences.length })}</h2>
      ${
        differences.length
          ? html`<ul>
                ${differences.map(({ words }) => html`<li>${textIn(words, language)}</li>`)}
              </ul>
              <details>
                <summary>${say(language, 'json')}</summary>
                <pre tabindex="0">${JSON.stringify(differences, null, 2)}</pre>
              </details>`
          : html`<p>${say(language, 'same')}</p>`
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-versions': BuilderVersions;
  }
}
