/**
 * `<mydata-form-builder>`: where form designers live. Owns the session and what all panels share (running commands, saying
 * what came of them, dragging); each panel is an element of its own.
 */
import { LitElement, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { textIn, type Language, type Text } from '../../../schemas/text.ts';
import type { PaletteDataset } from '../../../schemas/wire/palette.ts';
import { languageOf } from '../../../components/controllers/language-of.ts';
import { datasetsUsed, mostDatasets } from '../../../schemas/form/check-definition.ts';
import { isRefusal, type Command, type Outcome } from '../../model/command.ts';
import type { BuilderDocument } from '../../model/document.ts';
import type { History } from '../../model/history.ts';
import type { Ref } from '../../model/locate.ts';
import { EditingSession } from '../../model/session.ts';
import type { Action, ActionShell } from '../actions/action.ts';
import { copyParts, cutParts, pasteParts } from '../actions/clipboard.ts';
import type { BuilderApi } from '../builder-api.ts';
import type { BuilderContext } from '../builder-context.ts';
import type { BuilderCanvas } from '../canvas/canvas-panel.ts';
import { DragSession } from '../drag/drag-session.ts';
import { proposalFor, type Dragged, type Target } from '../drag/dragged.ts';
import { Samples } from '../samples.ts';
import { words } from '../words.ts';
import { Announcer } from './announcer.ts';
import { shellStyles } from './shell-styles.ts';

const views = ['edit', 'mapping', 'rules', 'preview', 'history'] as const;

interface Opened {
  readonly document: BuilderDocument;
  readonly history?: History;
}

/**
 * @tag mydata-form-builder
 * @summary A form is built from datasets and questions, mapped by dragging.
 * @attr lang - `zh-Hant` (default) or `en`; without it the nearest `lang` around counts.
 * @fires mydata-document-changed - The document is another one. Read `document` and `history`.
 */
export class MydataFormBuilder extends LitElement {
  static override styles = shellStyles;
  static override properties = {
    language: { attribute: 'lang' },
    document: { attribute: false, noAccessor: true },
    catalogue: { attribute: false },
    api: { attribute: false },
    view: { state: true },
    side: { state: true },
    lines: { state: true },
    refused: { state: true },
  };

  declare language?: string;
  /** The datasets to choose from. */
  declare catalogue?: readonly PaletteDataset[];
  /** The county app, for samples and compiled validation; absent: panels do without. */
  declare api?: BuilderApi;
  declare view: string;
  declare side: string;
  /** Whether what fills what is drawn as lines. */
  declare lines: boolean;
  declare refused?: string;

  readonly #announcer = new Announcer();
  #builder?: BuilderContext;
  #given?: Opened;
  #refusedTimer?: ReturnType<typeof setTimeout>;

  constructor() {
    super();
    this.view = 'edit';
    this.side = 'properties';
    this.lines = false;
  }

  /** The service and its form, as they are now. Setting it opens it; what was done before can not be undone then. */
  get document(): BuilderDocument | undefined {
    return this.#builder?.session.document ?? this.#given?.document;
  }
  set document(document: BuilderDocument | undefined) {
    if (document) this.open(document);
  }

  /** What was done to it. */
  get history(): History | undefined {
    return this.#builder?.session.history;
  }

  /** @internal the panels' context */
  get builder(): BuilderContext | undefined {
    return this.#builder;
  }

  /** Opens a document with what was done to it before. */
  open(document: BuilderDocument, history?: History): void {
    this.#given = { document, ...(history ? { history } : {}) };
    this.#builder = undefined;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('catalogue') || changed.has('language') || changed.has('api')) {
      const { document, history } = this;
      if (this.#builder && document) this.#given = { document, ...(history ? { history } : {}) };
      this.#builder = undefined;
    }
    if (!this.#builder && this.#given && this.catalogue) this.#builder = this.#start(this.#given, this.catalogue);
  }

  #start({ document, history }: Opened, catalogue: readonly PaletteDataset[]): BuilderContext {
    const session = new EditingSession(document, { now: () => new Date() }, history);
    const language: Language = languageOf(this, this.language);
    const builder: BuilderContext = {
      session,
      language,
      catalogue: new Map(catalogue.map((dataset) => [dataset.id, dataset])),
      drag: this.#drag,
      ...(this.api ? { api: this.api } : {}),
      samples: new Samples(session, this.api),
      run: <Args>(command: Command<Args>, args: Args) => this.#run(session, command, args),
      announce: (text) => this.#say(text),
    };
    session.listen(({ what }) => {
      this.requestUpdate();
      if (what !== 'selected')
        this.dispatchEvent(new CustomEvent('mydata-document-changed', { bubbles: true, composed: true }));
    });
    return builder;
  }

  #run<Args>(session: EditingSession, command: Command<Args>, args: Args): Outcome {
    const outcome = session.run(command, args);
    if (isRefusal(outcome)) this.#refuse(outcome.refused);
    // Each letter typed need not be announced.
    else if (outcome.changes.length && outcome.key === undefined) this.#say(outcome.words);
    return outcome;
  }

  readonly #drag = new DragSession({
    verdict: (dragged, target) => this.#verdict(dragged, target),
    drop: (dragged, target) => {
      const proposal = proposalFor(dragged, target);
      if (!proposal || !this.#builder) return;
      this.#builder.run({ id: proposal.id, run: (document) => proposal.run(document) }, undefined);
      this.#focusSelected();
    },
    hint: (text, x, y) => this.#hint(text, x, y),
    dragging: (dragged) => this.classList.toggle('dragging', dragged !== undefined),
  });

  #verdict(dragged: Dragged, target: Target): string | undefined {
    const builder = this.#builder;
    const outcome = builder && proposalFor(dragged, target)?.run(builder.session.document);
    if (!builder || !outcome) return '';
    return isRefusal(outcome) ? textIn(outcome.refused, builder.language) : undefined;
  }

  #say(text: Text): void {
    this.#announcer.say(textIn(text, this.#builder?.language ?? 'zh-Hant'));
  }

  #refuse(text: Text): void {
    const language = this.#builder?.language ?? 'zh-Hant';
    this.refused = textIn(text, language);
    clearTimeout(this.#refusedTimer);
    this.#refusedTimer = setTimeout(() => (this.refused = undefined), 8000);
  }

  #hint(text: string | undefined, x: number, y: number): void {
    const hint = this.renderRoot.querySelector<HTMLElement>('.hint');
    if (!hint) return;
    hint.hidden = text === undefined;
    if (text === undefined) return;
    if (hint.textContent !== text) hint.textContent = text;
    hint.style.setProperty('transform', `translate(${x + 14}px, ${y + 14}px)`);
  }

  get #canvas(): BuilderCanvas | null {
    return this.renderRoot.querySelector('mydata-builder-canvas');
  }

  #focusSelected(): void {
    const ref = this.#builder?.session.selected.at(-1);
    if (ref) void this.#canvas?.focusOn(ref);
  }

  readonly #shell: ActionShell = {
    edit: (ref) => this.#canvas?.edit(ref),
    focusOn: (ref) => void this.#canvas?.focusOn(ref),
    show: (view) => (this.view = view),
    search: () => this.renderRoot.querySelector('mydata-builder-palette')?.focus(),
    travel: (way) => this.#travel(way),
  };

  readonly #act = (event: CustomEvent<{ action: Action }>): void => {
    if (this.#builder) void event.detail.action.run(this.#builder, this.#shell);
  };

  readonly #menu = (event: CustomEvent<{ x: number; y: number }>): void => {
    void this.renderRoot.querySelector('mydata-builder-menu')?.open(event.detail.x, event.detail.y);
  };

  readonly #clipboard = (event: CustomEvent<{ what: 'copy' | 'cut' | 'paste' }>): void => {
    const work = { copy: copyParts, cut: cutParts, paste: pasteParts }[event.detail.what];
    if (this.#builder) void Promise.resolve(work(this.#builder)).then(() => this.#focusSelected());
  };

  #openCommands(): void {
    void this.renderRoot.querySelector('mydata-builder-commands')?.open();
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'k') {
      event.preventDefault();
      this.#openCommands();
      return;
    }
    const back = key === 'z' && !event.shiftKey;
    const forth = key === 'y' || (key === 'z' && event.shiftKey);
    if (!back && !forth) return;
    event.preventDefault();
    this.#travel(back ? 'undo' : 'redo');
  };

  #travel(way: 'undo' | 'redo'): void {
    const builder = this.#builder;
    const entry = builder?.session[way]();
    if (!builder || !entry) return;
    const key = way === 'undo' ? 'undone' : 'redone';
    this.#say({
      'zh-Hant': words('zh-Hant', key, { words: entry.words['zh-Hant'] }),
      en: words('en', key, { words: entry.words.en }),
    });
  }

  protected override render(): unknown {
    const builder = this.#builder;
    if (!builder) return html`<p class="loading" role="status">載入中…</p>`;
    return html`
      ${this.#bar(builder)}
      <div
        class="desk"
        @keydown=${this.#key}
        @mydata-part-added=${() => this.#focusSelected()}
        @mydata-part-chosen=${(event: CustomEvent<{ ref: Ref }>) => this.#goTo(event.detail.ref)}
        @mydata-menu-asked=${this.#menu}
        @mydata-clipboard-asked=${this.#clipboard}
        @mydata-action-chosen=${this.#act}
      >
        <div class="room" ?hidden=${this.view !== 'edit'}>
          <mydata-builder-palette .builder=${builder}></mydata-builder-palette>
          <mydata-builder-canvas .builder=${builder}></mydata-builder-canvas>
          ${this.#side(builder)}
          ${
            this.lines && this.view === 'edit'
              ? html`<mydata-builder-lines .builder=${builder} .around=${this.renderRoot}></mydata-builder-lines>`
              : nothing
          }
        </div>
        ${this.#panel(builder)}
        <mydata-builder-menu .builder=${builder}></mydata-builder-menu>
        <mydata-builder-commands .builder=${builder}></mydata-builder-commands>
      </div>
      <p class="refused" role="alert" ?hidden=${!this.refused}>${this.refused ?? nothing}</p>
      <p class="hint" aria-hidden="true" hidden></p>
      ${this.#announcer.node}
    `;
  }

  /** What stands in place of palette, canvas and settings. */
  #panel(builder: BuilderContext): unknown {
    switch (this.view) {
      case 'mapping':
        return html`<mydata-builder-mapping class="panel" .builder=${builder}></mydata-builder-mapping>`;
      case 'rules':
        return html`<mydata-builder-rules class="panel" .builder=${builder}></mydata-builder-rules>`;
      case 'preview':
        return html`<mydata-builder-preview class="panel" .builder=${builder}></mydata-builder-preview>`;
      case 'history':
        return html`<mydata-builder-history class="panel" .builder=${builder}></mydata-builder-history>`;
      default:
        return nothing;
    }
  }

  /** Shows a part on the canvas, from whichever view. */
  #goTo(ref: Ref): void {
    this.view = 'edit';
    void this.updateComplete.then(() => this.#canvas?.focusOn(ref));
  }

  #views(language: Language): unknown {
    return html`<nav class="views" aria-label=${words(language, 'views')}>
      ${views.map(
        (view) =>
          html`<button
            type="button"
            aria-current=${this.view === view ? 'page' : nothing}
            @click=${() => (this.view = view)}
          >
            ${words(language, view)}
          </button>`,
      )}
    </nav>`;
  }

  #side(builder: BuilderContext): unknown {
    const { language } = builder;
    const tab = (id: 'properties' | 'outline') =>
      html`<button
        type="button"
        role="tab"
        id="side-${id}"
        aria-controls="side"
        aria-selected=${this.side === id ? 'true' : 'false'}
        tabindex=${this.side === id ? 0 : -1}
        @click=${() => (this.side = id)}
        @keydown=${this.#sideKey}
      >
        ${words(language, id)}
      </button>`;
    return html`<aside class="side">
      <div role="tablist" aria-label=${words(language, 'properties')}>${tab('properties')}${tab('outline')}</div>
      <div id="side" role="tabpanel" aria-labelledby="side-${this.side}">
        ${
          this.side === 'outline'
            ? html`<mydata-builder-outline .builder=${builder}></mydata-builder-outline>`
            : html`<mydata-builder-properties .builder=${builder}></mydata-builder-properties>`
        }
      </div>
    </aside>`;
  }

  readonly #sideKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    this.side = this.side === 'outline' ? 'properties' : 'outline';
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#side-${this.side}`)?.focus());
  };

  #bar({ session, language }: BuilderContext): unknown {
    const used = datasetsUsed(session.document.form).length;
    const { done, undone } = session.history;
    const step = (way: 'undo' | 'redo', sign: string, entry: (typeof done)[number] | undefined) =>
      html`<button
        type="button"
        ?disabled=${!entry}
        title=${entry ? `${words(language, way)}：${textIn(entry.words, language)}` : words(language, way)}
        @click=${() => this.#travel(way)}
      >
        <span aria-hidden="true">${sign}</span> ${words(language, way)}
      </button>`;
    return html`<header class="bar" @keydown=${this.#key}>
      <h1>${textIn(session.document.form.title, language) || session.document.form.id}</h1>
      ${this.#views(language)}
      <p class="count ${used > mostDatasets ? 'over' : used >= mostDatasets - 1 ? 'near' : ''}" role="status">
        ${words(language, 'datasetCount', { n: used, most: mostDatasets })}
      </p>
      <div class="acts">
        <button type="button" aria-pressed=${this.lines ? 'true' : 'false'} @click=${() => (this.lines = !this.lines)}>
          ${words(language, 'lines')}
        </button>
        <button type="button" @click=${() => this.#openCommands()}>
          ${words(language, 'commandsButton')} <kbd>Ctrl+K</kbd></button
        >${step('undo', '↶', done.at(-1))}${step('redo', '↷', undone.at(-1))}
      </div>
    </header>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-form-builder': MydataFormBuilder;
  }
}
