/**
 * `<mydata-form-builder>`: where form designers live. Owns the session and what all panels share: running commands, saying
 * what came of them, and where the focus goes. Each panel is an element of its own; bar, tabs, keys, drags and refusals are
 * beside this file.
 */
import { LitElement, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { textIn, type Language, type Text } from '#schemas/text.ts';
import type { PaletteDataset } from '#schemas/wire/palette.ts';
import { languageOf } from '#components/controllers/language-of.ts';
import { replaceDocument } from '../../commands/replace-document.ts';
import type { Place } from '../../commands/shared/place.ts';
import { isRefusal, type Command, type Fix, type Outcome } from '../../model/command.ts';
import type { BuilderDocument } from '../../model/document.ts';
import type { History } from '../../model/history.ts';
import type { Ref } from '../../model/locate.ts';
import { EditingSession } from '../../model/session.ts';
import type { Action, ActionShell } from '../actions/action.ts';
import type { Choice } from '../actions/choice.ts';
import { copyParts, cutParts, pasteParts } from '../actions/clipboard.ts';
import type { BuilderApi } from '../builder-api.ts';
import type { BuilderContext } from '../builder-context.ts';
import type { BuilderCanvas } from '../canvas/canvas-panel.ts';
import { Samples } from '../samples.ts';
import type { BuilderConflict } from '../store/conflict-dialog.ts';
import type { FormStore } from '../store/form-store.ts';
import type { BuilderNews } from '../store/news-bar.ts';
import { placeAfterSelection } from '../palette/place-after-selection.ts';
import { words } from '../words.ts';
import { firstStop, focusedIn, takesLetters } from '../focusable.ts';
import { Announcer } from './announcer.ts';
import type { Desk, Drawer } from './desk.ts';
import { toNextPanel } from './panel-travel.ts';
import { Refusals, refusalView } from './refusals.ts';
import { placeOf, shellDrag } from './shell-drag.ts';
import { ShellKeys } from './shell-keys.ts';
import { shellStyles } from './shell-styles.ts';
import { sidePanel } from './side-panel.ts';
import { showOpenView, toolbar } from './toolbar.ts';
import { viewPanel } from './view-panel.ts';

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
export class MydataFormBuilder extends LitElement implements Desk {
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
  declare lines: boolean;
  declare drawer?: Drawer;

  readonly #announcer = new Announcer();
  readonly #refusals = new Refusals(this);
  readonly #drag = shellDrag(this, {
    choose: (dataset, to) => this.#chooseFields(dataset, to),
    made: (outcome) => this.#editSelected(outcome),
    done: () => this.#focusSelected(),
  });
  #builder?: BuilderContext;
  #given?: Opened;
  #detach?: () => void;

  constructor() {
    super();
    this.view = 'edit';
    this.side = 'properties';
    this.lines = false;
    new ShellKeys(this, {
      act: (action) => this.#act(action),
      say: (text) => this.#say(text),
      escape: () => this.#escape(),
    });
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
    if (isRefusal(outcome)) this.#refusals.tell(outcome);
    // Each letter typed need not be announced.
    else if (outcome.changes.length && outcome.key === undefined) {
      this.#say(outcome.words);
      if (outcome.told) this.#refusals.tell({ refused: outcome.told, code: 'told' });
    }
    return outcome;
  }

  #say(text: Text): void {
    this.#announcer.say(textIn(text, this.#builder?.language ?? 'zh-Hant'));
  }

  #fix({ id, run }: Fix): void {
    this.#refusals.clear();
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
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#detach?.();
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
    panel: (back) => toNextPanel(this, back),
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
        const dragged = { what: 'fields', dataset: does.dataset, paths: [] } as const;
        const to = placeOf(placeAfterSelection(session.document, session.selected, dragged));
        if (to) this.#chooseFields(does.dataset, to);
        break;
      }
      case 'run':
        does.run(builder);
        this.#focusSelected();
    }
  };

  /** What lies over the form goes, one thing at a time. */
  #escape(): boolean {
    if (this.#refusals.now) this.#dismiss();
    else if (this.drawer) {
      this.drawer = undefined;
      this.#focusSelected();
    } else return false;
    return true;
  }

  readonly #menu = (event: CustomEvent<{ x: number; y: number }>): void => {
    void this.renderRoot.querySelector('mydata-builder-menu')?.open(event.detail.x, event.detail.y);
  };

  readonly #clipboard = (event: CustomEvent<{ what: 'copy' | 'cut' | 'paste' }>): void => {
    const work = { copy: copyParts, cut: cutParts, paste: pasteParts }[event.detail.what];
    if (this.#builder) void Promise.resolve(work(this.#builder)).then(() => this.#focusSelected());
  };

  #dismiss(): void {
    const inside = this.renderRoot.querySelector('.refused')?.matches(':focus-within');
    this.#refusals.clear();
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

  protected override updated(changed: PropertyValues): void {
    if (changed.has('view')) showOpenView(this);
  }

  protected override render(): unknown {
    const builder = this.#builder;
    if (!builder)
      return html`<p class="loading" role="status">${words(languageOf(this, this.language), 'loading')}</p>`;
    return html`
      ${toolbar(this, builder, { shell: this.#shell, askAgain: () => this.#conflict?.open() })}
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
          ${sidePanel(this, builder)}
          ${
            this.lines && this.view === 'edit'
              ? html`<mydata-builder-lines .builder=${builder} .around=${this.renderRoot}></mydata-builder-lines>`
              : nothing
          }
        </div>
        ${viewPanel(this.view, builder)}
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
      ${refusalView(this.#refusals.now, builder.language, {
        fix: (fix) => this.#fix(fix),
        dismiss: () => this.#dismiss(),
      })}
      <p class="hint" aria-hidden="true" hidden></p>
      ${this.#announcer.node}
    `;
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

  get #conflict(): BuilderConflict | null {
    return this.renderRoot.querySelector('mydata-builder-conflict');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-form-builder': MydataFormBuilder;
  }
}
