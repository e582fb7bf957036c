/** Every rule of the form as a sentence, with what is wrong with it, and the ends, which are edited here. */
import { LitElement, html, nothing } from 'lit';
import { checkConditions } from '#schemas/form/check-conditions.ts';
import type { Calculation, Condition, End, Field, FormDefinition } from '#schemas/form/definition.ts';
import { textIn, type Text } from '#schemas/text.ts';
import { setCalculation } from '../../commands/set-calculation.ts';
import { setEnds } from '../../commands/set-ends.ts';
import { setProperty } from '../../commands/set-property.ts';
import { titleOf } from '../../commands/shared/names.ts';
import { groupOf, idOf, kindOf, partsOf, type Found, type Ref } from '../../model/locate.ts';
import { conditionKeys, ruleAt, type RuleKey } from '../../model/references.ts';
import { SessionController, type BuilderContext } from '../builder-context.ts';
import { UncommittedController } from '../uncommitted.ts';
import { conditionEditor } from '../properties/condition-editor.ts';
import { bothLanguages } from '../properties/controls.ts';
import { propertiesStyles } from '../properties/properties-styles.ts';
import { clauseAbout, operatorsFor, writeSentence } from '../properties/sentence.ts';
import { calculationText, conditionText } from './rule-words.ts';
import { rulesStyles } from './rules-styles.ts';
import { rule } from './words.ts';

interface Ruled extends Found {
  readonly key: RuleKey;
  readonly rule: Condition;
}

/** Questions of the form's own level, in order, those of groups not. */
const topFields = (form: FormDefinition): readonly Field[] =>
  form.steps.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));

/**
 * @tag mydata-builder-rules
 * @summary All rules of the form in words.
 * @fires mydata-part-chosen - A part was chosen; the canvas may show it. `detail: { ref }`.
 */
export class BuilderRules extends LitElement {
  static override styles = [...propertiesStyles, rulesStyles];
  static override properties = { builder: { attribute: false } };

  declare builder: BuilderContext;

  constructor() {
    super();
    new UncommittedController(this);
    new SessionController(this, ({ what }) => what !== 'selected');
  }

  protected override render(): unknown {
    if (!this.builder) return nothing;
    const { session, language } = this.builder;
    const { form } = session.document;
    const wrong = new Map(checkConditions(form).map(({ path, reason }) => [path, reason]));
    const ruled = [...partsOf(session.document).values()].flatMap((found): readonly Ruled[] =>
      conditionKeys.flatMap((key) => {
        const one = ruleAt(found.part, key);
        return one === undefined ? [] : [{ ...found, key, rule: one }];
      }),
    );
    return html`<div class="sheet">
      <h2>${rule(language, 'rules')}</h2>
      <p class="note">${rule(language, 'intro')}</p>
      ${conditionKeys.map((key) => {
        const some = ruled.filter((one) => one.key === key);
        return html`<section aria-labelledby="of-${key}">
          <h3 id="of-${key}">${rule(language, key)} <span class="number">${some.length}</span></h3>
          ${
            some.length
              ? html`<ul>
                  ${some.map((one) => this.#rule(one, wrong))}
                </ul>`
              : html`<p class="note">${rule(language, 'noRules')}</p>`
          }
        </section>`;
      })}
      ${this.#ends(form, wrong)}
    </div>`;
  }

  #rule(one: Ruled, wrong: ReadonlyMap<string, Text>): unknown {
    const { language } = this.builder;
    const { ref, path, key } = one;
    const name = textIn(titleOf(one), language);
    const problem = wrong.get(`/${path.slice(1).join('/')}/${key}`);
    return html`<li>
      <button type="button" class="name" @click=${() => this.#choose(ref)}>${name}</button>
      <span class="sentence">${this.#sentence(one)}</span>
      <button
        type="button"
        class="quiet"
        aria-label=${rule(language, 'remove', { name })}
        @click=${() =>
          key === 'calculate'
            ? this.builder.run(setCalculation, { question: ref, calculate: undefined })
            : this.builder.run(setProperty, { of: ref, key, value: undefined })}
      >
        ✕
      </button>
      ${problem ? html`<p class="problem">⚠ ${textIn(problem, language)}</p>` : nothing}
    </li>`;
  }

  #sentence({ ref, key, rule: condition }: Ruled): string {
    const { session, language } = this.builder;
    const { form } = session.document;
    const group = groupOf(ref);
    const all = topFields(form);
    const rows = group && all.find(({ id }) => id === idOf(group));
    const fields = new Map((rows?.type === 'group' ? rows.fields : all).map((field) => [field.id, field]));
    if (key === 'calculate')
      return rule(language, 'sentenceCalculate', { how: calculationText(condition as Calculation, fields, language) });
    const when = conditionText(condition, fields, language);
    const sentence =
      key === 'requiredWhen' ? 'sentenceRequired' : kindOf(ref) === 'step' ? 'sentenceStep' : 'sentenceShow';
    return rule(language, sentence, { when });
  }

  #ends(form: FormDefinition, wrong: ReadonlyMap<string, Text>): unknown {
    const { language } = this.builder;
    const { ends = [] } = form;
    const fields = topFields(form).filter((field) => operatorsFor(field).length);
    const first = fields[0];
    return html`<section aria-labelledby="of-ends">
      <h3 id="of-ends">${rule(language, 'ends')} <span class="number">${ends.length}</span></h3>
      <p class="note">${rule(language, first ? 'endsIntro' : 'needQuestion')}</p>
      ${ends.map((end, index) => this.#end(ends, end, index, fields, wrong.get(`/ends/${index}/when`)))}
      ${
        first
          ? html`<button type="button" @click=${() => this.#addEnd(ends, first)}>
              ＋ ${rule(language, 'addEnd')}
            </button>`
          : nothing
      }
    </section>`;
  }

  #end(ends: readonly End[], end: End, index: number, fields: readonly Field[], problem: Text | undefined): unknown {
    const { language } = this.builder;
    const pair = [rule(language, 'zh'), rule(language, 'en')] as const;
    const put = (change: Partial<End>): void =>
      void this.builder.run(setEnds, { ends: ends.map((one, at) => (at === index ? { ...one, ...change } : one)) });
    const known = new Map(fields.map((field) => [field.id, field]));
    return html`<div class="end">
      <p class="sentence">${conditionText(end.when, known, language)}</p>
      ${problem ? html`<p class="problem">⚠ ${textIn(problem, language)}</p>` : nothing}
      ${conditionEditor({
        condition: end.when,
        before: fields,
        language,
        changed: (when) => when && put({ when }),
        words: { legend: rule(language, 'when'), only: rule(language, 'when') },
      })}
      ${bothLanguages(rule(language, 'reason'), pair, end.title, (title) => title && put({ title }))}
      ${bothLanguages(rule(language, 'todo'), pair, end.text, (text) => text && put({ text }), { wide: true })}
      <button
        type="button"
        @click=${() => this.builder.run(setEnds, { ends: ends.filter((_one, at) => at !== index) })}
      >
        ${rule(language, 'removeEnd', { name: textIn(end.title, language) })}
      </button>
    </div>`;
  }

  #addEnd(ends: readonly End[], about: Field): void {
    const used = new Set(ends.map(({ id }) => id));
    let n = ends.length + 1;
    while (used.has(`end${n}`)) n += 1;
    const when = writeSentence({ join: 'and', clauses: [clauseAbout(about)] }) as Condition;
    const title: Text = { 'zh-Hant': '不符合申請資格', en: 'You can not apply' };
    const text: Text = { 'zh-Hant': '如有疑問，請洽承辦單位。', en: 'If in doubt, please ask the office.' };
    this.builder.run(setEnds, { ends: [...ends, { id: `end${n}`, when, title, text }] });
  }

  #choose(ref: Ref): void {
    this.builder.session.select([ref]);
    this.dispatchEvent(new CustomEvent('mydata-part-chosen', { detail: { ref }, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-builder-rules': BuilderRules;
  }
}
