/** Parts that the provider's and the operator's pages of a service share: findings, what is stated, what happened. */
import { html } from 'hono/html';
import { catalogue, datasets } from '#schemas/datasets/catalogue.ts';
import { dataClassLabel, purposeLabel } from '#schemas/services/purposes.ts';
import { taipeiTime } from '../../messages/texts/letter.ts';
import type { ServiceDefinition } from '../definition.ts';
import type { ServiceState } from '../phases.ts';
import type { Finding } from '../rules/rule.ts';
import type { RegistryDecision } from '../../storage.ts';
import { dataTable } from '../../staff/views/table.ts';
import { jweWords } from '../../site/views/jwe-words.ts';
import type { Html } from '../../site/views/page.ts';
import { announcedText, decisionName, phaseNames, tone } from './words.ts';

/** Phase in words, coloured by `tone`. The state is shown as given: callers pass it through `stateAt`. */
export const phaseTag = ({ phase }: ServiceState): Html =>
  html`<span class="tag ${tone(phase)}">${phaseNames[phase]}</span>`;

/** What is announced and what is under review, each a notice; nothing where neither is. */
export const announcedNote = (state: ServiceState): Html => {
  const text = announcedText(state);
  return html`${text ? html`<p class="notice">${text}</p>` : ''}
  ${state.proposed === state.version ? html`<p class="notice">這一版有登錄規則的問題正在審查；通過後可以進入試辦。</p>` : ''}
  ${state.proposed && state.proposed !== state.version ? html`<p class="notice">第 ${state.proposed} 版審查中；在通過以前，照第 ${state.version} 版運作。</p>` : ''}`;
};

const verdictNames = { refused: '不合規定', question: '要由審查人員判斷', pass: '通過' } as const;

/** @param more goes under the clause, e.g. the field for an operator's answer */
export const findingCard = ({ verdict, text, clause }: Finding, more: Html | string = ''): Html =>
  html`<div class="finding ${verdict}">
    <p><strong>${verdictNames[verdict]}</strong>：${text}</p>
    <p class="clause">${clause}</p>
    ${more}
  </div>`;

/** Only the rules that had nothing to say, folded away; nothing where there is none. */
export const passedList = (findings: readonly Finding[]): Html => {
  const passed = findings.filter(({ verdict }) => verdict === 'pass');
  return html`${
    passed.length
      ? html`<details>
          <summary>通過的 ${passed.length} 項檢查</summary>
          <ul class="passed">
            ${passed.map(({ text, clause }) => html`<li>${text}（${clause}）</li>`)}
          </ul>
        </details>`
      : ''
  }`;
};

/** What needs attention first, each in a card; then what passed. */
export const findingsList = (findings: readonly Finding[]): Html => html`
  ${findings.filter(({ verdict }) => verdict !== 'pass').map((one) => findingCard(one))} ${passedList(findings)}
`;

const fact = (term: string, words: string | Html): Html =>
  html`<dt>${term}</dt>
    <dd>${words}</dd>`;

/**
 * What one version says of the service, and its datasets in a table, for its own people and the platform's. No secrets:
 * keys are not in a definition.
 */
export const statedFacts = (d: ServiceDefinition): Html => html`
  <dl class="facts-list">
    ${fact('服務名稱', d.name)}
    ${fact('辦理方式', d.modes.map((mode) => (mode === 'online' ? '線上申辦' : '臨櫃核驗')).join('、') || '—')}
    ${fact('蒐集目的', d.purpose || '—')} ${fact('特定目的', d.purposeCodes.map(purposeLabel).join('；') || '—')}
    ${fact('個人資料類別', d.dataClasses.map(dataClassLabel).join('；') || '—')}
    ${fact('法律依據', d.legalBasis || '—')}
    ${d.extraDatasetsBasis ? fact('超過 5 項的依據', d.extraDatasetsBasis) : ''}
    ${d.applicant === 'agent' ? fact('代為申請的依據', d.agentBasis) : ''}
    ${d.specialBasis ? fact('特種個人資料的依據', `${d.specialBasis}${d.specialConsent ? '（會取得書面同意）' : ''}`) : ''}
    ${fact('保存天數', d.retentionDays === undefined ? '—' : `${d.retentionDays} 天`)}
    ${fact('服務條款', d.terms || '—')}
    ${fact('承辦單位', [d.contact.unit, d.contact.phone, d.contact.email].filter(Boolean).join('　') || '—')}
    ${fact('返回網址', d.returnUrl)} ${fact('SP-API 網址', d.spApiUrl)}
    ${fact('取資料的來源 IP', d.addresses.join('、') || '不限定')} ${fact('資料包的加密方式', jweWords(d.jwe))}
  </dl>
  ${dataTable({
    label: '資料集與欄位',
    columns: ['資料集', '欄位', '取代的證明', '規定', '自行查調'],
    empty: '還沒有選擇資料集。',
    rows: d.datasets.map(({ id, fields, document, rule, lookUp, lookUpNote }) => [
      html`${catalogue.get(id)?.name['zh-Hant'] ?? id}<br /><code class="id">${id}</code>`,
      fieldWords(id, fields),
      document || '—',
      rule || '—',
      { no: '不能', yes: '可以', 'in-part': `部分：${lookUpNote}`, '': '—' }[lookUp],
    ]),
  })}
`;

function fieldWords(id: string, fields: readonly string[]): string {
  const listed = datasets.get(id)?.fields;
  if (!fields.length) return listed ? '依設定檔' : '整份文件';
  return fields
    .map((path) => (path === '$' ? '整份資料' : (listed?.find((one) => one.path === path)?.label['zh-Hant'] ?? path)))
    .join('、');
}

const sides = { provider: '服務提供者', operator: '平臺', system: '系統' } as const;

/**
 * Decisions with who, when (Taipei) and why, newest first; an answer has the id of its question before it.
 * @param decisions oldest first
 */
export const trail = (decisions: readonly RegistryDecision[]): Html => html`
  ${
    decisions.length
      ? html`<ol class="trail" reversed>
          ${[...decisions].reverse().map(
            (one) =>
              html`<li>
                <time datetime="${one.at.toISOString()}">${taipeiTime(one.at)}</time>
                <strong>${decisionName(one)}</strong>${one.version ? `（第 ${one.version} 版）` : ''} ${sides[one.side]}
                ${one.by}<br />
                ${one.question ? html`<span class="clause">${one.question}</span>：` : ''}${one.reason}
              </li>`,
          )}
        </ol>`
      : html`<p>還沒有紀錄。</p>`
  }
`;
