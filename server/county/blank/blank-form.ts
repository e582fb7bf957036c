/** A published form on paper, of the same definition: for those who fill it in with a pen. */
import { html, raw } from 'hono/html';
import { conditionInWords, type Named } from '#schemas/form/condition-in-words.ts';
import type { Condition, Field, FormDefinition, GroupField } from '#schemas/form/definition.ts';
import type { Service } from '#schemas/services/types.ts';
import { textIn, type Text } from '#schemas/text.ts';
import type { Html } from '../staff/views/page.ts';
import { boxes } from './boxes.ts';

const zh = (text: Text): string => textIn(text, 'zh-Hant');
/** Rows that are printed where a form leaves their number open. */
const usualRows = 3;

interface Numbered {
  readonly ids: ReadonlyMap<string, Named>;
  readonly numbers: ReadonlyMap<Field, string>;
}

/** Questions are counted through the whole form, those of a row within it. */
function numbered(form: FormDefinition): Numbered {
  const ids = new Map<string, Named>();
  const numbers = new Map<Field, string>();
  const fields = form.steps.flatMap(({ sections }) => sections.flatMap((section) => section.fields));
  for (const [index, field] of fields.entries()) {
    numbers.set(field, String(index + 1));
    ids.set(field.id, { field, name: `第 ${index + 1} 題` });
    if (field.type === 'group')
      for (const [place, inner] of field.fields.entries()) numbers.set(inner, `${index + 1}-${place + 1}`);
  }
  return { ids, numbers };
}

/** Inside a row, its own questions come first. */
const within = ({ ids, numbers }: Numbered, group: GroupField): ReadonlyMap<string, Named> =>
  new Map([
    ...ids,
    ...group.fields.map((field) => [field.id, { field, name: `第 ${numbers.get(field)} 題` }] as const),
  ]);

const when = (condition: Condition | undefined, ids: ReadonlyMap<string, Named>, then: string): Html | '' =>
  condition ? html`<p class="when">若${conditionInWords(condition, (id) => ids.get(id))}，${then}</p>` : '';

function question(field: Field, all: Numbered, ids: ReadonlyMap<string, Named> = all.ids): Html {
  const owed = field.required ? '' : field.requiredWhen || 'calculate' in field ? '' : '（選填）';
  return html`<section class="question">
    <h4><b>${all.numbers.get(field)}.</b> ${zh(field.label)}${owed}</h4>
    ${when(field.show, ids, '才要填這一題。')} ${when(field.requiredWhen, ids, '這一題一定要填。')}
    ${field.hint ? html`<p class="hint">${zh(field.hint)}</p>` : ''}
    ${field.type === 'group' ? rows(field, all) : html`<div class="boxes">${boxes(field)}</div>`}
  </section>`;
}

function rows(group: GroupField, all: Numbered): Html {
  const count = Math.min(group.maxRows, Math.max(group.minRows ?? 0, usualRows));
  const ids = within(all, group);
  return html`${Array.from(
    { length: count },
    (_, index) =>
      html`<div class="row">
        <h5>${zh(group.rowTitle)} ${index + 1}</h5>
        ${group.fields.map((field) => question(field, all, ids))}
      </div>`,
  )}
  ${
    group.maxRows > count
      ? html`<p class="hint">不夠寫時，請影印這一頁或另附紙張，最多 ${group.maxRows} 位（筆）。</p>`
      : ''
  }`;
}

export interface BlankForm {
  readonly service: Service;
  readonly form: FormDefinition;
  readonly version: number;
}

/**
 * An A4 page to print: every question with its number, those of other ways through the form too. Has nothing of a draft
 * or of who asks.
 */
export function blankForm({ service, form, version }: BlankForm): Html {
  const all = numbered(form);
  const { agency, contact } = service;
  return html`${raw('<!doctype html>')}
    <html lang="zh-Hant-TW">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>${zh(service.name)}（空白表單）</title>
        <link rel="stylesheet" href="/blank-forms/assets/blank.css" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      <body>
        <main>
          <p class="screen">這是空白表單。請用瀏覽器的「列印」（Ctrl＋P）印出 A4 紙，或選「另存為 PDF」下載。</p>

          <header>
            <p>${zh(agency)}</p>
            <h1>${zh(service.name)}</h1>
            ${form.intro ? html`<p class="hint">${zh(form.intro)}</p>` : ''}
            <table class="office">
              <tr>
                <th>機關填寫</th>
                <td>案號</td>
                <td>
                  收件日期 民國 <span class="line tiny"></span> 年 <span class="line tiny"></span> 月
                  <span class="line tiny"></span> 日
                </td>
                <td>收件人</td>
              </tr>
            </table>
            <p class="hint">沒有寫「選填」的題目都要填。請用黑色或藍色的筆，一格寫一個字或數字。</p>
          </header>
          ${form.steps.map(
            (step, index) =>
              html`<section class="step">
                <h2>${index + 1}、${zh(step.title)}</h2>
                ${when(step.show, all.ids, '才要填這一部分。')}
                ${step.hint ? html`<p class="hint">${zh(step.hint)}</p>` : ''}
                ${step.sections.map(
                  (section) =>
                    html`${zh(section.title) === zh(step.title) ? '' : html`<h3>${zh(section.title)}</h3>`}
                    ${when(section.show, all.ids, '才要填這一段。')}
                    ${section.hint ? html`<p class="hint">${zh(section.hint)}</p>` : ''}
                    ${section.fields.map((field) => question(field, all))}`,
                )}
              </section>`,
          )}
          ${
            form.ends?.length
              ? html`<section class="step">
                  <h2>不能申請的情形</h2>
                  ${form.ends.map(
                    ({ when: condition, title, text }) =>
                      html`<p>若${conditionInWords(condition, (id) => all.ids.get(id))}：${zh(title)}。${zh(text)}</p>`,
                  )}
                </section>`
              : ''
          }
          <section class="sign">
            <p>申請人簽名或蓋章：<span class="line short"></span></p>
            <p>
              民國 <span class="line tiny"></span> 年 <span class="line tiny"></span> 月
              <span class="line tiny"></span> 日
            </p>
            <p>代為填寫的人（如有）：<span class="line short"></span> 關係：<span class="line tiny"></span></p>
          </section>
          <footer>
            <p>請交給：${zh(contact.unit)}，電話 ${contact.phone}，${zh(contact.hours)}</p>
            <p>用途：${zh(service.purpose)}（法令依據：${zh(service.legalBasis)}）</p>
            <p>表單版本 ${version}</p>
          </footer>
        </main>
      </body>
    </html>`;
}
