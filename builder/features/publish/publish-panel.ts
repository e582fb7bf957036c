/** What stands between the form and its residents: the list, the second pair of eyes, the press that makes it live. */
import { LitElement, html, nothing } from 'lit';
import type { CheckResult, PublishTask } from '#schemas/publish/task.ts';
import type { Text } from '#schemas/text.ts';
import type { BuilderContext } from '../builder-context.ts';
import { SessionController } from '../builder-context.ts';
import { UncommittedController } from '../uncommitted.ts';
import { FormsProblem } from '../store/forms-api.ts';
import type { FormStore } from '../store/form-store.ts';
import { decideView } from './decide-view.ts';
import { confirmedKey, fixCommand } from './fix-command.ts';
import { publishStyles } from './publish-styles.ts';
import { publishWords as say } from './publish-words.ts';
import { RegistrationController, registrationPart } from './registration-view.ts';
import { serviceSettings } from './service-settings.ts';
import { taskList } from './task-list.ts';

/** In ms after the last change. */
const quiet = 1500;

/**
 * @tag mydata-builder-publish
 * @summary The list of checks, the service's settings, approval and publication.
 * @fires mydata-part-chosen - The part that an entry of the list is about.
 * @fires mydata-view-asked - Another view of the form is wanted; `detail.view` names it.
 */
export class BuilderPublish extends LitElement {
  static override styles = publishStyles;
  static override properties = {
    builder: { attribute: false },
    result: { state: true },
    busy: { state: true },
    error: { state: true },
    news: { state: true },
  };

  declare builder: BuilderContext;
  declare result?: CheckResult;
  declare busy: boolean;
  declare error?: Text;
  declare news?: string;
  #timer?: ReturnType<typeof setTimeout>;
  #turn = 0;
  #stop?: () => void;
  #store?: FormStore;
  readonly #registration = new RegistrationController(this, () => this.builder?.store);

  constructor() {
    super();
    new UncommittedController(this);
    this.busy = false;
    new SessionController(this, ({ what }) => {
      if (what !== 'selected') this.#soon();
      return what !== 'selected';
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.check());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#stop?.();
    this.#store = undefined;
  }

  protected override willUpdate(): void {
    const store = this.builder?.store;
    if (store === this.#store) return;
    this.#stop?.();
    this.#store = store;
    this.#stop = store?.listen(() => this.requestUpdate());
  }

  /** Saves what is not saved, and asks the county. */
  async check(): Promise<void> {
    const { store } = this.builder ?? {};
    if (!store) return;
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    try {
      await store.save();
      const result = await store.api.check(store.form);
      if (turn !== this.#turn) return;
      this.result = result;
      this.error = undefined;
    } catch (problem) {
      if (turn === this.#turn) this.#failed(problem);
    }
  }

  #soon(): void {
    this.news = undefined;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.check(), quiet);
  }

  #failed(problem: unknown): void {
    if (!(problem instanceof FormsProblem)) throw problem;
    if (problem.conflict) this.builder.store?.told(problem);
    this.error = problem.text ?? { 'zh-Hant': say('zh-Hant', 'failed'), en: say('en', 'failed') };
  }

  async #do(work: (store: FormStore) => Promise<void>): Promise<void> {
    const { store } = this.builder;
    if (!store || this.busy) return;
    this.busy = true;
    this.error = undefined;
    this.news = undefined;
    try {
      await store.saveAll();
      await work(store);
      await store.refresh();
    } catch (problem) {
      this.#failed(problem);
    } finally {
      this.busy = false;
    }
    await this.check();
  }

  readonly #go = ({ at }: PublishTask): void => {
    if (at?.part !== undefined) {
      this.#goTo(at.part);
      return;
    }
    const keys = at?.service ?? [];
    for (let n = keys.length; n > 0; n -= 1) {
      const place = this.renderRoot.querySelector<HTMLElement>(
        `[data-key="${CSS.escape(keys.slice(0, n).join('.'))}"]`,
      );
      if (!place) continue;
      place.closest('details')!.open = true;
      place.scrollIntoView({ block: 'center' });
      (place.querySelector<HTMLElement>('input, select, textarea') ?? place).focus();
      return;
    }
    // Ends stand among the rules; what else is of the form as a whole is set where nothing is selected.
    if (keys[0] !== 'form') return;
    if (keys[1] === 'ends') this.#show('rules');
    else {
      this.builder.session.select([]);
      this.#show('edit');
    }
  };

  readonly #fix = ({ fix }: PublishTask): void => {
    if (!fix) return;
    const key = confirmedKey(fix);
    if (key !== undefined) {
      void this.builder.store?.confirmTranslation(key).then(() => this.check());
      return;
    }
    const command = fixCommand(fix);
    if (command) this.builder.run(command, undefined);
  };

  protected override render(): unknown {
    const { store, language } = this.builder ?? {};
    if (!store || !language) return nothing;
    return html`<div class="columns">
      <div>
        <section class="sheet" aria-labelledby="list">${this.#list()}</section>
        <section class="sheet decide" aria-labelledby="decide">
          ${decideView(this, store, { submit: this.#submit, withdraw: this.#withdraw, go: this.#goTo, show: this.#show })}
        </section>
        ${this.#registration.now ? registrationPart(this.#registration.now, language) : nothing}
        ${store.roles.includes('publisher') && store.draft?.base !== undefined ? this.#schedule(store) : nothing}
      </div>
      <section class="sheet" aria-labelledby="service">
        <h2 id="service">${say(language, 'service')}</h2>
        ${serviceSettings(this.builder)}
      </section>
    </div>`;
  }

  #list(): unknown {
    const { language } = this.builder;
    const { result } = this;
    const open = result?.tasks.filter(({ level }) => level === 'blocks').length ?? 0;
    return html`
      <div class="head">
        <h2 id="list">${say(language, 'list')}</h2>
        <button type="button" @click=${() => void this.check()}>${say(language, 'again')}</button>
      </div>
      <p class="sum ${open ? 'bad' : result ? 'good' : ''}" role="status">
        ${result ? (open ? say(language, 'open', { n: open }) : say(language, 'ready')) : say(language, 'checking')}
      </p>
      ${result ? taskList(result.tasks, language, { go: this.#go, fix: this.#fix }) : nothing}
    `;
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const act = (event.submitter as HTMLButtonElement | null)?.value;
    const notes = (form.elements.namedItem('notes') as HTMLTextAreaElement).value.trim();
    void this.#do(async (store) => {
      const { revision, form: id, api } = store;
      if (act === 'send') {
        await api.send(id, { revision, ...(notes && { notes }) });
        this.#tell('isSent');
      } else {
        const { version, live } = await api.publish(id, { revision, notes });
        this.#tell(live ? 'published' : 'publishedWaits', { n: version });
        void this.#registration.look();
      }
      form.reset();
    });
  };

  readonly #withdraw = (): void =>
    void this.#do(async ({ api, form, revision }) => {
      await api.withdraw(form, revision);
      this.#tell('isWithdrawn');
    });

  #tell(word: 'isSent' | 'isWithdrawn' | 'published' | 'publishedWaits', params?: { readonly n: number }): void {
    this.news = say(this.builder.language, word, params);
    this.builder.announce({ 'zh-Hant': say('zh-Hant', word, params), en: say('en', word, params) });
  }

  readonly #goTo = (ref: string): void => {
    this.dispatchEvent(new CustomEvent('mydata-part-chosen', { detail: { ref }, bubbles: true, composed: true }));
  };

  readonly #show = (view: string): void => {
    this.dispatchEvent(new CustomEvent('mydata-view-asked', { detail: { view }, bubbles: true, composed: true }));
  };

  #schedule(store: FormStore): unknown {
    const { language } = this.builder;
    return html`<form
      class="sheet decide"
      aria-labelledby="schedule"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const value = (name: string): string =>
          ((event.target as HTMLFormElement).elements.namedItem(name) as HTMLInputElement).value;
        const time = (text: string): string | undefined => (text ? `${text}:00+08:00` : undefined);
        const [opensAt, closesAt] = [time(value('opens')), time(value('closes'))];
        void this.#do(async () => {
          await store.api.schedule(store.form, { ...(opensAt && { opensAt }), ...(closesAt && { closesAt }) });
          this.news = say(language, 'scheduled');
        });
      }}
    >
      <h2 id="schedule">${say(language, 'schedule')}</h2>
      <label>${say(language, 'opens')}<input type="datetime-local" name="opens" /></label>
      <label>${say(language, 'closes')}<input type="datetime-local" name="closes" /></label>
      <div class="acts"><button ?disabled=${this.busy}>${say(language, 'saveSchedule')}</button></div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-publish': BuilderPublish;
  }
}
