/** The settings of what is selected: only those that apply. Every edit is a command; typing coalesces. */
import { LitElement, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { live } from 'lit/directives/live.js';
import type { Role, Section, Step } from '#schemas/form/definition.ts';
import { fieldTypes, fieldKind, type Field, type FieldType } from '#schemas/form/fields/index.ts';
import { textIn, type Text } from '#schemas/text.ts';
import { changeType } from '../../commands/change-type.ts';
import { pasteOptions, pasteTranslations } from '../../commands/paste-options.ts';
import { rename } from '../../commands/rename.ts';
import { setCalculation } from '../../commands/set-calculation.ts';
import { setFormat } from '../../commands/set-format.ts';
import { setProperty } from '../../commands/set-property.ts';
import { setRoles } from '../../commands/set-roles.ts';
import { setService } from '../../commands/set-service.ts';
import { typeNames } from '../../commands/shared/type-names.ts';
import { isRefusal } from '../../model/command.ts';
import { lastId } from '../../model/ids.ts';
import type { Json } from '../../model/json.ts';
import { find, groupOf, kindOf, type Ref } from '../../model/locate.ts';
import { SessionController, type BuilderContext } from '../builder-context.ts';
import { UncommittedController } from '../uncommitted.ts';
import { calculationEditor } from '../rules/calculation-editor.ts';
import { rule } from '../rules/words.ts';
import { bothLanguages, choose, tick } from './controls.ts';
import { conditionEditor } from './condition-editor.ts';
import { propertiesStyles } from './properties-styles.ts';
import { say } from './property-words.ts';
import { fieldsBefore } from './sentence.ts';
import { sourceSettings } from './source-settings.ts';
import { typeSettings } from './type-settings.ts';

const autofill = ['name', 'bday', 'tel', 'email', 'street-address', 'organization'] as const;

/**
 * @tag mydata-builder-properties
 * @summary The settings of the selected question, section or step, or of the whole form.
 */
export class BuilderProperties extends LitElement {
  static override styles = propertiesStyles;
  static override properties = { builder: { attribute: false } };

  declare builder: BuilderContext;

  /** Another part has inputs of its own: what is half typed never goes on in those of the next. */
  #turn = 0;
  #shown?: Ref;
  #renamed = false;

  constructor() {
    super();
    new SessionController(this, (happened) => {
      this.#renamed = happened.what === 'edited' && happened.entry.command === 'rename';
      return true;
    });
    new UncommittedController(this);
  }

  protected override willUpdate(): void {
    const [ref, ...others] = this.builder?.session.selected ?? [];
    const now = others.length ? undefined : ref;
    if (now !== this.#shown && !this.#renamed) this.#turn += 1;
    this.#shown = now;
  }

  protected override render(): unknown {
    if (!this.builder) return nothing;
    const { session, language } = this.builder;
    const [ref, ...others] = session.selected;
    const part = ref && find(session.document, ref)?.part;
    if (others.length) return html`<p class="note">${say(language, 'several', { n: others.length + 1 })}</p>`;
    if (!ref || !part) return keyed(this.#turn, this.#form());
    return keyed(
      this.#turn,
      html`<div class="settings">${'label' in part ? this.#question(ref, part) : this.#frame(ref, part)}</div>`,
    );
  }

  #put(of: Ref, key: string, value: Json | undefined): void {
    this.builder.run(setProperty, { of, key, value });
  }

  #texts(of: Ref, key: 'label' | 'title', text: Text, hint: Text | undefined): unknown {
    const { language } = this.builder;
    const pair = [say(language, 'zh'), say(language, 'en')] as const;
    return html`
      ${bothLanguages(say(language, key), pair, text, (next) => this.#put(of, key, next as Json | undefined))}
      ${bothLanguages(say(language, 'hint'), pair, hint, (next) => this.#put(of, 'hint', next as Json | undefined), {
        optional: true,
        wide: true,
      })}
    `;
  }

  #question(ref: Ref, field: Field): unknown {
    const { language } = this.builder;
    const put = (key: string, value: Json | undefined): void => this.#put(ref, key, value);
    const kind = fieldKind(field.type);
    const answered = kind.compared(field) !== 'nothing';
    const types = fieldTypes.filter((type) => !fieldKind(type).own);
    return html`
      ${this.#texts(ref, 'label', field.label, field.hint)}
      ${
        answered ? tick(say(language, 'required'), field.required ?? false, (value) => put('required', value)) : nothing
      }
      ${
        kind.own
          ? html`<p class="note">${say(language, 'type')}：${textIn(kind.name, language)}</p>`
          : choose(
              say(language, 'type'),
              field.type,
              types.map((type) => [type, textIn(typeNames[type], language)] as const),
              (type) => void this.builder.run(changeType, { question: ref, type: type as FieldType }),
              { late: true },
            )
      }
      <fieldset>
        <legend>${say(language, 'answer')}</legend>
        ${typeSettings(
          field,
          language,
          put,
          (pattern) => void this.builder.run(setFormat, { question: ref, pattern }),
          (at, items, into) => {
            if (into === 'en') this.builder.run(pasteTranslations, { question: ref, at, items });
            else this.builder.run(pasteOptions, { question: ref, at, items, language: into });
          },
        )}
      </fieldset>
      ${
        kind.takes.length
          ? html`<fieldset>
              <legend>${say(language, 'source')}</legend>
              ${sourceSettings(this.builder, field, groupOf(ref) !== undefined, put)}
            </fieldset>`
          : nothing
      }
      ${this.#condition(ref, field)}${this.#rules(ref, field)}
      ${
        kind.autofill
          ? choose(
              say(language, 'autocomplete'),
              field.autocomplete ?? '',
              [['', say(language, 'autocompleteNone')], ...autofill.map((token) => [token, token] as const)],
              (value) => put('autocomplete', value || undefined),
            )
          : nothing
      }
      ${this.#id(ref)}
    `;
  }

  #frame(ref: Ref, part: Step | Section): unknown {
    const { session, language } = this.builder;
    const roles = session.document.form.roles;
    return html`
      ${this.#texts(ref, 'title', part.title, part.hint)}
      ${
        kindOf(ref) === 'section'
          ? choose(
              say(language, 'role'),
              'role' in part ? (part.role ?? '') : '',
              [['', say(language, 'nobody')], ...roles.map(({ id, title }) => [id, textIn(title, language)] as const)],
              (value) => this.#put(ref, 'role', value || undefined),
            )
          : nothing
      }
      ${this.#condition(ref, part)}${this.#id(ref)}
    `;
  }

  #condition(ref: Ref, part: Field | Step | Section): unknown {
    const { session, language } = this.builder;
    return conditionEditor({
      condition: part.show,
      before: fieldsBefore(session.document, ref),
      language,
      changed: (condition) => this.#put(ref, 'show', condition as Json | undefined),
    });
  }

  /** When it has to be answered, and how it is worked out. */
  #rules(ref: Ref, field: Field): unknown {
    const { session, language } = this.builder;
    const before = fieldsBefore(session.document, ref);
    const calculated = 'calculate' in field && field.calculate !== undefined;
    const kind = fieldKind(field.type);
    const requirable = kind.compared(field) !== 'nothing' && !field.required && !calculated;
    return html`
      ${
        requirable && (before.length || field.requiredWhen)
          ? conditionEditor({
              condition: field.requiredWhen,
              before,
              language,
              changed: (condition) => this.#put(ref, 'requiredWhen', condition as Json | undefined),
              words: {
                legend: rule(language, 'requiredWhen'),
                never: rule(language, 'neverNeeded'),
                only: rule(language, 'neededIf'),
              },
            })
          : nothing
      }
      ${
        (field.type === 'number' || field.type === 'text') && (before.length || calculated)
          ? calculationEditor({
              field,
              before,
              language,
              changed: (calculate) => void this.builder.run(setCalculation, { question: ref, calculate }),
            })
          : nothing
      }
    `;
  }

  #id(ref: Ref): unknown {
    const { language } = this.builder;
    return html`<label class="control"
      ><span>${say(language, 'id')}</span>
      <input
        class="id"
        autocapitalize="off"
        spellcheck="false"
        aria-describedby="id-help"
        .value=${live(lastId(ref))}
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          const outcome = this.builder.run(rename, { ref, id: input.value.trim() });
          if (isRefusal(outcome)) input.value = lastId(ref);
        }}
      />
      <small id="id-help">${say(language, 'idHelp')}</small></label
    >`;
  }

  #form(): unknown {
    const { session, language } = this.builder;
    const { form } = session.document;
    const pair = [say(language, 'zh'), say(language, 'en')] as const;
    const put = (key: string, value: Text | undefined): void =>
      void this.builder.run(setService, { of: 'form', keys: [key], value: value as Json | undefined });
    return html`<div class="settings">
      <h2>${say(language, 'form')}</h2>
      <p class="note">${say(language, 'nothing')}</p>
      ${bothLanguages(say(language, 'title'), pair, form.title, (text) => put('title', text))}
      ${bothLanguages(say(language, 'intro'), pair, form.intro, (text) => put('intro', text), { optional: true, wide: true })}
      <fieldset>
        <legend>${say(language, 'roles')}</legend>
        ${form.roles.map((role, index) => this.#role(form.roles, role, index))}
        <button type="button" @click=${() => this.#addRole(form.roles)}>＋ ${say(language, 'addRole')}</button>
      </fieldset>
    </div>`;
  }

  #role(roles: readonly Role[], role: Role, index: number): unknown {
    const { language } = this.builder;
    const name = textIn(role.title, language);
    const set = (next: readonly Role[]): void => void this.builder.run(setRoles, { roles: next });
    return html`<div class="role">
      ${bothLanguages(
        name || role.id,
        [say(language, 'zh'), say(language, 'en')],
        role.title,
        (title) => title && set(roles.map((one, at) => (at === index ? { ...one, title } : one))),
      )}
      ${
        role.id === 'applicant'
          ? nothing
          : html`<button
              type="button"
              class="quiet"
              aria-label=${say(language, 'removeRole', { name })}
              @click=${() => set(roles.filter((_one, at) => at !== index))}
            >
              ✕
            </button>`
      }
    </div>`;
  }

  #addRole(roles: readonly Role[]): void {
    const used = new Set(roles.map(({ id }) => id));
    let n = roles.length;
    while (used.has(`person${n}`)) n += 1;
    const title: Text = { 'zh-Hant': '家人', en: 'Family member' };
    this.builder.run(setRoles, { roles: [...roles, { id: `person${n}`, title }] });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-properties': BuilderProperties;
  }
}
