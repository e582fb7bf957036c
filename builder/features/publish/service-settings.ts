/** The service around the form: what residents are told, on which ground, and whom they ask. Every edit is a command. */
import { html, type TemplateResult } from 'lit';
import { isPurposeCode, purposeNames } from '#schemas/services/purposes.ts';
import type { ReplacedProof, Service } from '#schemas/services/types.ts';
import { textIn, type Text } from '#schemas/text.ts';
import { setService } from '../../commands/set-service.ts';
import { at, type Json } from '../../model/json.ts';
import type { BuilderContext } from '../builder-context.ts';
import { bothLanguages, numberInput, textInput } from '../properties/controls.ts';
import { publishWords as say } from './publish-words.ts';
import { centralInput, emailInput, lookUpInputs, specialSettings } from './registration-settings.ts';

type Row = readonly [key: string, zh: string, en: string, wide?: true];

const about: readonly Row[] = [
  ['name', '服務名稱', 'Name'],
  ['summary', '服務說明', 'Summary', true],
  ['agency', '承辦機關', 'Agency'],
  ['audience', '誰可以申請', 'Who can apply', true],
  ['fee', '費用', 'Fee'],
  ['manual', '不使用 MyData 時怎麼申請', 'Applying without MyData', true],
];
const legal: readonly Row[] = [
  ['legalBasis', '法律依據', 'Legal basis', true],
  ['purpose', '蒐集目的', 'Purpose', true],
  ['extraDatasetsBasis', '要求超過五項資料集的法律依據', 'Legal basis for more than five datasets', true],
  [
    'agentBasis',
    '臨櫃可由代理人代辦的法律依據（不填就是只限本人）',
    'Law that lets another act at the counter (empty: nobody may)',
    true,
  ],
];
const notices: readonly Row[] = [
  ['notice.dataClasses', '個人資料的類別（第 3 款）', 'Classes of data (3)', true],
  ['notice.period', '利用期間（第 4 款）', 'Period (4)', true],
  ['notice.area', '利用地區（第 4 款）', 'Area (4)'],
  ['notice.recipients', '利用對象（第 4 款）', 'Recipients (4)', true],
  ['notice.manner', '利用方式（第 4 款）', 'Manner (4)', true],
  ['notice.rights', '當事人的權利（第 5 款）', 'Rights (5)', true],
  ['notice.ifRefused', '不提供時的影響（第 6 款）', 'If refused (6)', true],
  ['notice.source', '資料來源（第 9 條）', 'Source (art. 9)', true],
];
const contacts: readonly Row[] = [
  ['contact.unit', '承辦單位', 'Office'],
  ['contact.hours', '服務時間', 'Hours'],
];
const optional = ['extraDatasetsBasis', 'agentBasis'];

export function serviceSettings(builder: BuilderContext): TemplateResult {
  const { session, language } = builder;
  const { service, form } = session.document;
  const put = (of: 'service' | 'form', keys: readonly string[], value: Json | undefined): void =>
    void builder.run(setService, { of, keys, value });
  const pair = [say(language, 'zh'), say(language, 'en')] as const;
  const texts = (rows: readonly Row[]): TemplateResult[] =>
    rows.map(([key, zh, en, wide]) => {
      const keys = key.split('.');
      const text = at(service as unknown as Json, keys) as unknown as Text | undefined;
      return html`<div data-key=${key} tabindex="-1">
        ${bothLanguages(
          language === 'en' ? en : zh,
          pair,
          text,
          (value) => put('service', keys, value as unknown as Json | undefined),
          { wide: wide ?? false, optional: optional.includes(key) },
        )}
      </div>`;
    });
  return html`
    <details open>
      <summary>${say(language, 'about')}</summary>
      <div data-key="form.title" tabindex="-1">
        ${bothLanguages(language === 'en' ? 'Title of the form' : '表單標題', pair, form.title, (value) =>
          put('form', ['title'], value as unknown as Json | undefined),
        )}
      </div>
      ${texts(about)}
      ${numberInput(say(language, 'processing'), service.processingDays, (value) =>
        put('service', ['processingDays'], value ?? 0),
      )}
    </details>
    <details open>
      <summary>${say(language, 'legal')}</summary>
      ${purposeCodes(builder)} ${texts(legal)} ${centralInput(builder)}
      <div data-key="retentionDays" tabindex="-1">
        ${numberInput(say(language, 'days'), service.retentionDays, (value) =>
          put('service', ['retentionDays'], value ?? 0),
        )}
      </div>
    </details>
    <details open>
      <summary>${say(language, 'notice')}</summary>
      ${texts(notices)}
    </details>
    <details open>
      <summary>${say(language, 'replaces')}</summary>
      ${proofs(builder)}
    </details>
    ${specialSettings(builder)}
    <details open>
      <summary>${say(language, 'contact')}</summary>
      <div data-key="contact.phone" tabindex="-1">
        ${textInput(language === 'en' ? 'Phone' : '電話', service.contact.phone, (value) =>
          put('service', ['contact', 'phone'], value),
        )}
      </div>
      ${emailInput(builder)} ${texts(contacts)}
    </details>
  `;
}

function purposeCodes(builder: BuilderContext): TemplateResult {
  const { session, language } = builder;
  const { purposes } = session.document.service;
  const put = (value: Service['purposes']): void =>
    void builder.run(setService, { of: 'service', keys: ['purposes'], value: value as unknown as Json });
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    const input = (event.target as HTMLFormElement).elements.namedItem('code') as HTMLInputElement;
    const code = input.value.trim().slice(0, 3);
    if (!isPurposeCode(code) || purposes.some((one) => one.code === code)) return;
    const name = purposeNames.get(code) ?? code;
    put([...purposes, { code, name: { 'zh-Hant': name, en: '' } }]);
    input.value = '';
  };
  return html`<div data-key="purposes" tabindex="-1" class="codes">
    <h3>${say(language, 'code')}</h3>
    <ul>
      ${purposes.map(
        ({ code, name }, index) =>
          html`<li>
            <b>${code}</b> ${name['zh-Hant']}
            ${textInput(
              say(language, 'en'),
              name.en,
              (en) => put(purposes.map((one, n) => (n === index ? { ...one, name: { ...one.name, en } } : one))),
              { lang: 'en' },
            )}
            <button
              type="button"
              aria-label=${say(language, 'removeCode', { code })}
              @click=${() => put(purposes.filter((one) => one.code !== code))}
            >
              ×
            </button>
          </li>`,
      )}
    </ul>
    <form class="add" @submit=${add}>
      <label class="control"
        ><span>${say(language, 'code')}</span>
        <input name="code" list="purpose-codes" autocomplete="off" inputmode="numeric"
      /></label>
      <button>${say(language, 'addCode')}</button>
      <datalist id="purpose-codes">
        ${[...purposeNames].map(([code, name]) => html`<option value=${`${code} ${name}`}></option>`)}
      </datalist>
    </form>
  </div>`;
}

function proofs(builder: BuilderContext): TemplateResult | TemplateResult[] {
  const { session, language, catalogue } = builder;
  const { service } = session.document;
  const ids = service.datasets.flatMap((one) => (typeof one === 'string' ? [one] : one.anyOf));
  if (!ids.length) return html`<p class="note">${say(language, 'noDatasets')}</p>`;
  const none: Text = { 'zh-Hant': '', en: '' };
  const pair = [say(language, 'zh'), say(language, 'en')] as const;
  return ids.map((dataset) => {
    const found: ReplacedProof = service.replaces.find((one) => one.dataset === dataset) ?? {
      dataset,
      document: none,
      rule: none,
    };
    const put = (change: { readonly [Key in keyof ReplacedProof]?: ReplacedProof[Key] | undefined }): void => {
      const next = Object.fromEntries(Object.entries({ ...found, ...change }).filter(([, one]) => one !== undefined));
      const value = service.replaces.some((one) => one.dataset === dataset)
        ? service.replaces.map((one) => (one.dataset === dataset ? next : one))
        : [...service.replaces, next];
      builder.run(setService, { of: 'service', keys: ['replaces'], value: value as unknown as Json });
    };
    const name = catalogue.get(dataset)?.name;
    return html`<div data-key="replaces.${dataset}" tabindex="-1" class="proof">
      <h3>${name ? textIn(name, language) : dataset} <small>${dataset}</small></h3>
      ${bothLanguages(language === 'en' ? 'Paper proof' : '取代的紙本證明', pair, found.document, (document) =>
        put({ document: document ?? none }),
      )}
      ${bothLanguages(language === 'en' ? 'By which rule' : '依據的規定', pair, found.rule, (rule) =>
        put({ rule: rule ?? none }),
      )}
      ${lookUpInputs(builder, found, put)}
    </div>`;
  });
}
