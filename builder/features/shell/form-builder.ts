/**
 * `<mydata-form-builder>`: where form designers live. Owns the session and what all panels share (running commands, saying
 * what came of them, dragging); each panel is an element of its own.
 */
import { LitElement, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { textIn, type Language, type Text } from '#schemas/text.ts';
import type { PaletteDataset } from '#schemas/wire/palette.ts';
import { languageOf } from '#components/controllers/language-of.ts';
import { datasetsUsed, mostDatasets } from '#schemas/form/check-definition.ts';
import { composing } from '#schemas/keyboard/composing.ts';
import { replaceDocument } from '../../commands/replace-document.ts';
import type { Place } from '../../commands/shared/place.ts';
import { isRefusal, type Command, type Fix, type Outcome, type Refusal } from '../../model/command.ts';
import type { BuilderDocument } from '../../model/document.ts';
import type { History } from '../../model/history.ts';
import type { Ref } from '../../model/locate.ts';
import { EditingSession } from '../../model/session.ts';
import type { Action, ActionShell } from '../actions/action.ts';
import { actions } from '../actions/all-actions.ts';
import { isPressed } from '../actions/pressed.ts';
import type { Choice } from '../actions/choice.ts';
import { copyParts, cutParts, pasteParts } from '../actions/clipboard.ts';
import type { BuilderApi } from '../builder-api.ts';
import type { BuilderContext } from '../builder-context.ts';
import type { BuilderCanvas } from '../canvas/canvas-panel.ts';
import { DragSession } from '../drag/drag-session.ts';
import { proposalFor, type Dragged, type Target } from '../drag/dragged.ts';
import { Samples } from '../samples.ts';
import type { FormStore } from '../store/form-store.ts';
import type { BuilderNews } from '../store/news-bar.ts';
import { placeAfterSelection } from '../palette/place-after-selection.ts';
import { words } from '../words.ts';
import { firstStop, focusedIn, takesLetters } from '../focusable.ts';
import { Announcer } from './announcer.ts';
import { shellStyles } from './shell-styles.ts';
import { keptViews, plainViews } from './views.ts';

/** Option with a letter types a sign there. */
const typesWithAlt = /Mac|iPhone|iPad/.test(navigator.platform);

const isApart = (node: EventTarget): boolean =>
  node instanceof HTMLFormElement || (node instanceof Element && node.matches('mydata-builder-preview, [type=search]'));

interface Opened {
  readonly document: BuilderDocument;
  readonly history?: History;
}

/**
 * @tag mydata-form-builder
 * @summary A form is built from datasets and questions, mapped by dragging.
 * @attr lang - `zh-Hant` (default) or `en`; without it the nearest `lang` around counts.
 * @fires mydata-import-asked - A form file is wanted; the page around opens one.
 * @fires mydata-document-changed - The document is another one. Read `document` and `history`.
 */
export class MydataFormBuilder extends LitElement {
  static override styles = shellStyles;
  static override properties = {
    language: { attribute: 'lang' },
    document: { attribute: false, noAccessor: true },
    catalogue: { attribute: false },
    api: { attribute: false },
    store: { attribute: false },
    view: { state: true },
    side: { state: true },
    lines: { state: true },
    refused: { state: true },
    drawer: { state: true },
  };

  declare language?: string;
  /** The datasets to choose from. */
  declare catalogue?: readonly PaletteDataset[];
  /** The county app, for samples and compiled validation; absent: panels do without. */
  declare api?: BuilderApi;
  /** Saves the form and publishes it; absent: the page around does what it likes with `document`. */
  declare store?: FormStore;
  declare view: string;
  declare side: string;
  /** Whether what fills what is drawn as lines. */
  declare lines: boolean;
  declare refused?: Refusal;
  /** Which panel lies over the form where there is no room for all. */
  declare drawer?: 'palette' | 'side';

  readonly #announcer = new Announcer();
  #builder?: BuilderContext;
  #given?: Opened;
  #detach?: () => void;
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

  /** Another document in place of this one, as an edit that can be taken back. */
  replace(document: BuilderDocument, text: Text): void {
    this.#builder?.session.run(replaceDocument, { document, words: text });
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('catalogue') || changed.has('language') || changed.has('api') || changed.has('store')) {
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
      ...(this.store ? { store: this.store } : {}),
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
    if (isRefusal(outcome)) this.#refuse(outcome);
    // Each letter typed need not be announced.
    else if (outcome.changes.length && outcome.key === undefined) {
      this.#say(outcome.words);
      if (outcome.told) this.#refuse({ refused: outcome.told, code: 'told' });
    }
    return outcome;
  }

  readonly #drag = new DragSession({
    verdict: (dragged, target) => this.#verdict(dragged, target),
    drop: (dragged, target) => {
      this.drawer = undefined;
      if (dragged.what === 'dataset') {
        if (target.at === 'place' && target.parent !== 'form')
          this.#chooseFields(dragged.dataset, { parent: target.parent, index: target.index });
        return;
      }
      const proposal = proposalFor(dragged, target);
      if (!proposal || !this.#builder) return;
      const outcome = this.#builder.run({ id: proposal.id, run: (document) => proposal.run(document) }, undefined);
      if (dragged.what === 'type' || dragged.what === 'yes-no') this.#editSelected(outcome);
      else this.#focusSelected();
    },
    hint: (text, x, y) => this.#hint(text, x, y),
    dragging: (dragged) => {
      this.classList.toggle('dragging', dragged !== undefined);
      // What is dragged needs to see where it can go.
      if (dragged && dragged.what !== 'parts') this.drawer = undefined;
    },
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

  #refuse(refusal: Refusal): void {
    this.refused = refusal;
    clearTimeout(this.#refusedTimer);
    // What can be pressed must not vanish under the finger.
    if (!refusal.fix) this.#refusedTimer = setTimeout(() => (this.refused = undefined), 8000);
  }

  #fix({ id, run }: Fix): void {
    this.refused = undefined;
    this.#builder?.run({ id, run: (document) => run(document) }, undefined);
    this.#focusSelected();
  }

  #chooseFields(dataset: PaletteDataset, to: Place): void {
    void this.renderRoot.querySelector('mydata-builder-choose-fields')?.open(dataset, to);
  }

  /** A question of no words yet: what is typed next is its label. */
  #editSelected(outcome: Outcome): void {
    const [ref, ...more] = this.#builder?.session.selected ?? [];
    if (!ref || more.length || isRefusal(outcome)) this.#focusSelected();
    else this.#shell.edit(ref);
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
    if (this.view === 'edit') void this.#canvas?.focusOn(ref);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#detach = this.#drag.attach(this);
    this.ownerDocument.addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#detach?.();
    this.ownerDocument.removeEventListener('keydown', this.#key);
    clearTimeout(this.#refusedTimer);
  }

  /** To where one works: the form, or what stands in its place. */
  override focus(): void {
    if (this.view === 'edit') this.#canvas?.focus();
    else firstStop(this.renderRoot.querySelector('.panel')?.shadowRoot ?? this.renderRoot)?.focus();
  }

  readonly #shell: ActionShell = {
    edit: (ref) => void this.#goTo(ref).then(() => this.#canvas?.edit(ref)),
    focusOn: (ref) => void this.#goTo(ref),
    show: (view) => {
      this.view = view;
      void this.updateComplete.then(() => this.focus());
    },
    search: () => this.#search(),
    travel: (way) => this.#travel(way),
    find: (finding) => void this.renderRoot.querySelector('mydata-builder-commands')?.open(finding),
    lines: () => void this.renderRoot.querySelector('mydata-builder-quick')?.open(),
    keys: () => this.renderRoot.querySelector('mydata-builder-keys')?.open(),
    panel: (back) => this.#nextPanel(back),
  };

  #search(): void {
    this.view = 'edit';
    this.drawer = 'palette';
    void this.updateComplete.then(() => this.renderRoot.querySelector('mydata-builder-palette')?.show('datasets'));
  }

  /** Where what was done took the focus with it, it goes to what is selected. */
  #act(action: Action): void {
    const builder = this.#builder;
    if (!builder) return;
    void Promise.resolve(action.run(builder, this.#shell))
      .then(() => this.updateComplete)
      .then(() => {
        if (!this.matches(':focus-within')) this.#focusSelected();
      });
  }

  readonly #choice = (event: CustomEvent<{ choice: Choice }>): void => {
    const builder = this.#builder;
    const { does } = event.detail.choice;
    if (!builder) return;
    switch (does.what) {
      case 'action':
        this.#act(does.action);
        break;
      case 'go':
        void this.#goTo(does.ref);
        break;
      case 'dataset': {
        const { session } = builder;
        const dragged: Dragged = { what: 'fields', dataset: does.dataset, paths: [] };
        const target = placeAfterSelection(session.document, session.selected, dragged);
        if (target.at === 'place' && target.parent !== 'form')
          this.#chooseFields(does.dataset, { parent: target.parent, index: target.index });
        break;
      }
      case 'run':
        does.run(builder);
        this.#focusSelected();
    }
  };

  /** What there is to go to, one after the other. */
  #panels(): readonly HTMLElement[] {
    const names =
      this.view === 'edit'
        ? ['.bar', 'mydata-builder-palette', 'mydata-builder-canvas', '.side', '.refused']
        : ['.bar', '.panel', '.refused'];
    return names.flatMap((name) => this.renderRoot.querySelector<HTMLElement>(name) ?? []);
  }

  #nextPanel(back: boolean): void {
    const panels = this.#panels().filter((one) => !one.matches('.refused') || firstStop(one));
    const at = panels.findIndex((panel) => panel.matches(':focus-within'));
    const to =
      panels[
        at < 0
          ? panels.findIndex((one) => one.matches('mydata-builder-canvas, .panel'))
          : (at + (back ? -1 : 1) + panels.length) % panels.length
      ];
    if (!to) return;
    const palette = to.localName === 'mydata-builder-palette';
    this.drawer = palette ? 'palette' : to.matches('.side') ? 'side' : undefined;
    void this.updateComplete.then(() => {
      if (palette || to.localName === 'mydata-builder-canvas') to.focus();
      else {
        // The tabs of the settings are one key further back.
        const inside = to.matches('.bar')
          ? to.querySelector('[aria-current]')?.parentElement
          : to.querySelector('#side');
        firstStop(inside ?? to.shadowRoot ?? to)?.focus();
      }
    });
  }

  #closeDrawer(): void {
    this.drawer = undefined;
    this.#focusSelected();
  }

  readonly #menu = (event: CustomEvent<{ x: number; y: number }>): void => {
    void this.renderRoot.querySelector('mydata-builder-menu')?.open(event.detail.x, event.detail.y);
  };

  readonly #clipboard = (event: CustomEvent<{ what: 'copy' | 'cut' | 'paste' }>): void => {
    const work = { copy: copyParts, cut: cutParts, paste: pasteParts }[event.detail.what];
    if (this.#builder) void Promise.resolve(work(this.#builder)).then(() => this.#focusSelected());
  };

  /** Keys hold wherever the focus is on the page, but for dialogs, and for what else somebody types in. */
  #hears(event: KeyboardEvent): boolean {
    const path = event.composedPath();
    if (event.defaultPrevented || path.some((node) => node instanceof HTMLDialogElement)) return false;
    if ([...this.renderRoot.querySelectorAll('*')].some((one) => one.shadowRoot?.querySelector('dialog[open]')))
      return false;
    if (path.includes(this)) return true;
    return !takesLetters(path[0]) && !path.some((node) => node instanceof MydataFormBuilder);
  }

  readonly #key = (event: KeyboardEvent): void => {
    const builder = this.#builder;
    if (!builder || composing(event) || !this.#hears(event)) return;
    const path = event.composedPath();
    const typing = takesLetters(path[0]);
    const action = actions.find(({ everywhere, keys }) => everywhere && keys && isPressed(keys, event));
    if (action) {
      const letter = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
      if (typing && letter && (!event.altKey || typesWithAlt)) return;
      // Words that are no part of the form are taken back by the browser.
      if (typing && (action.id === 'undo' || action.id === 'redo') && path.some(isApart)) return;
      if (action.possible(builder)) this.#act(action);
      else if (action.needsPart)
        this.#say({ 'zh-Hant': words('zh-Hant', 'choosePart'), en: words('en', 'choosePart') });
    } else if (event.key === 'Escape' && this.refused) this.#dismiss();
    else if (event.key === 'Escape' && this.drawer) this.#closeDrawer();
    else return;
    event.preventDefault();
  };

  #dismiss(): void {
    const inside = this.renderRoot.querySelector('.refused')?.matches(':focus-within');
    this.refused = undefined;
    if (inside) this.focus();
  }

  #travel(way: 'undo' | 'redo'): void {
    const builder = this.#builder;
    const typing = takesLetters(focusedIn(this.renderRoot as ShadowRoot) ?? undefined);
    const before = builder?.session.selected.at(-1);
    const entry = builder?.session[way]();
    if (!builder || !entry) return;
    const key = way === 'undo' ? 'undone' : 'redone';
    this.#say({
      'zh-Hant': words('zh-Hant', key, { words: entry.words['zh-Hant'] }),
      en: words('en', key, { words: entry.words.en ?? '' }),
    });
    // Who types in the settings goes on there.
    const inSide = this.renderRoot.querySelector('.side')?.matches(':focus-within');
    if (!typing || !inSide || builder.session.selected.at(-1) !== before) this.#focusSelected();
  }

  /** Where the names of the views have no room, the one that is open is in sight. */
  protected override updated(changed: PropertyValues): void {
    if (!changed.has('view')) return;
    const views = this.renderRoot.querySelector('.views');
    const open = views?.querySelector('[aria-current]');
    if (!views || !open) return;
    const [all, one] = [views.getBoundingClientRect(), open.getBoundingClientRect()];
    if (one.left < all.left || one.right > all.right)
      views.scrollLeft += one.left + one.width / 2 - (all.left + all.width / 2);
  }

  protected override render(): unknown {
    const builder = this.#builder;
    if (!builder)
      return html`<p class="loading" role="status">${words(languageOf(this, this.language), 'loading')}</p>`;
    return html`
      ${this.#bar(builder)}
      <div
        class="desk"
        @mydata-part-added=${() => this.#focusSelected()}
        @mydata-view-asked=${(event: CustomEvent<{ view: string }>) => (this.view = event.detail.view)}
        @mydata-part-chosen=${(event: CustomEvent<{ ref: Ref }>) => void this.#goTo(event.detail.ref)}
        @mydata-menu-asked=${this.#menu}
        @mydata-clipboard-asked=${this.#clipboard}
        @mydata-action-chosen=${(event: CustomEvent<{ action: Action }>) => this.#act(event.detail.action)}
        @mydata-choice-made=${this.#choice}
        @mydata-edit-asked=${(event: CustomEvent<{ outcome: Outcome }>) => this.#editSelected(event.detail.outcome)}
        @mydata-fields-asked=${(event: CustomEvent<{ dataset: PaletteDataset; to: Place }>) =>
          this.#chooseFields(event.detail.dataset, event.detail.to)}
        @mydata-quick-asked=${() => this.#shell.lines()}
        @mydata-start-asked=${this.#startWith}
      >
        <div class="room" data-drawer=${this.drawer ?? nothing} ?hidden=${this.view !== 'edit'}>
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
        <mydata-builder-choose-fields .builder=${builder}></mydata-builder-choose-fields>
        <mydata-builder-quick .builder=${builder}></mydata-builder-quick>
        <mydata-builder-keys .builder=${builder}></mydata-builder-keys>
        <mydata-builder-conflict
          .builder=${builder}
          @mydata-conflict-settled=${() => void this.updateComplete.then(() => this.#news?.focus())}
        ></mydata-builder-conflict>
      </div>
      <mydata-builder-news .builder=${builder} @mydata-kept-asked=${() => (this.view = 'kept')}></mydata-builder-news>
      ${this.#refusal(builder)}
      <p class="hint" aria-hidden="true" hidden></p>
      ${this.#announcer.node}
    `;
  }

  #refusal({ language }: BuilderContext): unknown {
    const { refused } = this;
    return html`<div class="refused" ?hidden=${!refused}>
      <p role=${refused?.code === 'told' ? nothing : 'alert'}>
        ${refused ? textIn(refused.refused, language) : nothing}
      </p>
      ${
        refused?.fix
          ? html`<button type="button" class="fix" @click=${() => this.#fix(refused.fix!)}>
                ${textIn(refused.fix.words, language)}</button
              ><button type="button" @click=${() => this.#dismiss()}>${words(language, 'dismiss')}</button>`
          : nothing
      }
    </div>`;
  }

  /** From the empty form. */
  readonly #startWith = (event: CustomEvent<{ what: 'data' | 'types' | 'import' }>): void => {
    if (event.detail.what === 'import')
      this.dispatchEvent(new CustomEvent('mydata-import-asked', { bubbles: true, composed: true }));
    else {
      this.drawer = 'palette';
      const palette = this.renderRoot.querySelector('mydata-builder-palette');
      palette?.show(event.detail.what === 'types' ? 'types' : 'datasets');
    }
  };

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
      case 'review':
        return html`<mydata-builder-review class="panel" .builder=${builder}></mydata-builder-review>`;
      case 'publish':
        return html`<mydata-builder-publish class="panel" .builder=${builder}></mydata-builder-publish>`;
      case 'versions':
        return html`<mydata-builder-versions class="panel" .builder=${builder}></mydata-builder-versions>`;
      case 'kept':
        return html`<mydata-builder-kept class="panel" .builder=${builder}></mydata-builder-kept>`;
      default:
        return nothing;
    }
  }

  /** Selects a part, shows it and puts the focus there, from whichever view: one act, or the settings tell of another part. */
  async #goTo(ref: Ref): Promise<void> {
    this.view = 'edit';
    this.drawer = undefined;
    this.#builder?.session.select([ref]);
    await this.updateComplete;
    await this.#canvas?.focusOn(ref);
  }

  get #news(): BuilderNews | null {
    return this.renderRoot.querySelector('mydata-builder-news');
  }

  readonly #askAgain = (): void => this.renderRoot.querySelector('mydata-builder-conflict')?.open();

  #views(language: Language): unknown {
    return html`<nav class="views" aria-label=${words(language, 'views')}>
      ${(this.store ? keptViews : plainViews).map(
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
    if (composing(event) || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
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
    const drawer = (name: 'palette' | 'side', word: 'palette' | 'properties') =>
      html`<button
        type="button"
        class="drawer"
        aria-expanded=${this.drawer === name ? 'true' : 'false'}
        @click=${() => (this.drawer = this.drawer === name ? undefined : name)}
      >
        ${words(language, word)}
      </button>`;
    return html`<div class="bar" role="group" aria-label=${words(language, 'toolbar')}>
      ${this.view === 'edit' ? drawer('palette', 'palette') : nothing}
      <h1>${textIn(session.document.form.title, language) || session.document.form.id}</h1>
      ${this.#views(language)}
      <p class="count ${used > mostDatasets ? 'over' : used >= mostDatasets - 1 ? 'near' : ''}" role="status">
        ${words(language, 'datasetCount', { n: used, most: mostDatasets })}
      </p>
      ${this.store ? html`<mydata-builder-saved .builder=${this.#builder} @mydata-conflict-asked=${this.#askAgain}></mydata-builder-saved>` : nothing}
      <div class="acts">
        <button type="button" aria-pressed=${this.lines ? 'true' : 'false'} @click=${() => (this.lines = !this.lines)}>
          ${words(language, 'lines')}
        </button>
        <button type="button" @click=${() => this.#shell.find('commands')}>
          ${words(language, 'commandsButton')} <kbd>Ctrl+K</kbd></button
        >${step('undo', '↶', done.at(-1))}${step('redo', '↷', undone.at(-1))}
        <button type="button" class="help" aria-label=${words(language, 'keys')} @click=${() => this.#shell.keys()}>
          ?
        </button>
        ${this.view === 'edit' ? drawer('side', 'properties') : nothing}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-form-builder': MydataFormBuilder;
  }
}
