/** One service, for its own organisation: where it stands, what it may do next, its keys, what happened. */
import { html } from 'hono/html';
import { formatRocDate } from '#schemas/taiwan/roc-date.ts';
import { datePartsOf, shownDateFields } from '#server/http/date-fields.ts';
import { taipeiTime } from '../../messages/texts/letter.ts';
import type { Phase, ServiceState } from '../phases.ts';
import type { Finding } from '../rules/rule.ts';
import type { HandedOut } from '../services.ts';
import type { Staff } from '../../staff/session.ts';
import type { ClientKey, RegisteredService, RegistryDecision, ServiceVersion } from '../../storage.ts';
import { consolePage } from '../../staff/views/console-page.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import { dateInput, dateScript, fieldErrors } from '../../site/views/fields.ts';
import { areaField, csrfField } from '../../staff/views/fields.ts';
import { dataTable, when } from '../../staff/views/table.ts';
import type { Html } from '../../site/views/page.ts';
import { announcedNote, findingsList, phaseTag, statedFacts, trail } from './parts.ts';

export interface ServiceView {
  readonly staff: Staff;
  readonly test: boolean;
  readonly service: RegisteredService;
  readonly state: ServiceState;
  readonly version?: ServiceVersion;
  readonly waiting?: ServiceVersion;
  readonly findings: readonly Finding[];
  readonly keys: readonly ClientKey[];
  readonly testers: number;
  readonly decisions: readonly RegistryDecision[];
  readonly firstDay: string;
  readonly problems: readonly Pick<Finding, 'field' | 'text'>[];
  readonly typed: Readonly<Record<string, string>>;
  readonly done?: string;
}

/**
 * For people of its organisation. Keys by state and times, never secrets; testers as a number, save a list that came
 * back with a mistake. A service of a file can only be suspended and restored here.
 */
export const serviceView = (view: ServiceView): Html => {
  const { staff, test, service, state, version, waiting, findings, decisions, problems, done } = view;
  return consolePage({
    staff,
    test,
    title: service.name,
    current: 'portal',
    error: problems.length > 0,
    styles: ['portal.css'],
    scripts: [dateScript],
    done,
    body: html`
      ${problems.length ? errorSummary('沒有完成', problems) : ''}
      <p>${phaseTag(state)} <code>${service.clientId}</code></p>
      ${announcedNote(state)}
      ${
        service.fromFile
          ? html`<p class="notice">這個服務由設定檔登錄，內容與金鑰請在設定檔修改；在這裡可以緊急暫停與恢復。</p>`
          : nextSteps(view)
      }
      ${findings.some(({ verdict }) => verdict === 'question') ? html`<h2>審查人員會問的事</h2>` : html`<h2>檢查結果</h2>`}
      ${findings.length ? findingsList(findings) : html`<p>沒有待處理的項目。</p>`}
      ${service.fromFile ? '' : keysPart(view)} ${service.fromFile ? '' : announcePart(view)} ${stopPart(view)}
      ${
        version
          ? html`<h2>目前的內容（第 ${version.no} 版）</h2>
              ${statedFacts(version.definition)}`
          : ''
      }
      ${
        waiting && waiting.no !== version?.no
          ? html`<details class="card">
              <summary>審查中的第 ${waiting.no} 版</summary>
              ${statedFacts(waiting.definition)}
            </details>`
          : ''
      }
      <h2>紀錄</h2>
      ${trail(decisions)}
    `,
  });
};

const path = ({ service }: ServiceView, verb: string): string => `/portal/services/${service.id}/${verb}`;

const step = (view: ServiceView, verb: string, button: string, reason: string, plain = false): Html => html`
  <form method="post" action="${path(view, verb)}">
    ${csrfField(view.staff)}
    <input type="hidden" name="reason" value="${reason}" />
    <button class="${plain ? 'plain' : ''}">${button}</button>
  </form>
`;

const words: { readonly [name in Phase]: string } = {
  applied: '有需要審查人員判斷的事項，審查通過後就可以開始測試。金鑰已經可以先設定。',
  returned: '請依審查意見修改內容，再送出一次。',
  refused: '這項申請沒有通過。理由在下面的紀錄。',
  test: '可以用虛構的人物測試。測試順利後，登記內部測試人員，進入試辦。',
  trial: '只有登記過的內部測試人員可以使用。試辦順利後，送出第二次申請。',
  'live-requested': '第二次申請審查中；這段時間照試辦的方式運作。',
  live: '已開放給民眾。',
  suspended: '現在不接受任何使用。',
  ended: '已經終止。需要時可以重新申請。',
};

function nextSteps(view: ServiceView): Html {
  const { state, service, testers, problems } = view;
  const edit = (text: string) => html`<a class="button plain" href="/portal/services/${service.id}/change">${text}</a>`;
  return html`
    <section class="card" aria-labelledby="next">
      <h2 id="next">接下來</h2>
      <p>${words[state.phase]}</p>
      <div class="actions">
        ${state.phase === 'test' && !state.proposed ? step(view, 'start-trial', '進入試辦', '測試完成，進入試辦') : ''}
        ${state.phase === 'trial' && !state.proposed ? html`<a class="button" href="/portal/services/${service.id}/request-live">申請正式上線</a>` : ''}
        ${state.phase === 'live-requested' ? step(view, 'withdraw-live', '撤回上線申請', '撤回上線申請', true) : ''}
        ${state.phase === 'returned' ? edit('修改並重新送出') : ''}
        ${state.phase === 'ended' ? edit('重新申請介接') : ''}
        ${(state.phase === 'test' || state.phase === 'trial') && !state.proposed ? edit('修改內容') : ''}
        ${state.phase === 'live' && !state.announced ? edit('公告變更') : ''}
      </div>
      ${
        state.phase === 'test' || state.phase === 'trial' || state.phase === 'live-requested'
          ? html`<details ${problems.some(({ field }) => field === 'testers') ? html`open` : ''}>
              <summary>內部測試人員（已登記 ${testers} 位）</summary>
              <form method="post" action="${path(view, 'testers')}" novalidate>
                ${csrfField(view.staff)}
                ${areaField({
                  name: 'testers',
                  label: '身分證統一編號，一行一個',
                  hint: '只保存無法還原的代碼，存入後看不到。送出的名單會取代原來的。',
                  value: view.typed['testers'] ?? '',
                  error: problems.find(({ field }) => field === 'testers')?.text,
                  required: false,
                  rows: 4,
                })}
                <button class="plain">存入名單</button>
              </form>
            </details>`
          : ''
      }
    </section>
  `;
}

const roleNames = { current: '使用中', next: '新的，尚未改用', former: '舊的，即將停用' } as const;

function keysPart(view: ServiceView): Html {
  const { keys, service, staff } = view;
  const next = keys.find(({ role }) => role === 'next');
  return html`
    <h2>金鑰</h2>
    ${dataTable({
      label: '金鑰',
      columns: ['狀態', '產生', '停用', '處理'],
      empty: '還沒有金鑰。',
      rows: keys.map(({ id, role, createdAt, retiresAt }) => [
        roleNames[role],
        when(taipeiTime(createdAt)),
        retiresAt ? when(taipeiTime(retiresAt)) : '—',
        role === 'current'
          ? '—'
          : html`<form method="post" action="/portal/services/${service.id}/drop-key">
              ${csrfField(staff)}
              <input type="hidden" name="key" value="${id}" />
              <button class="plain">立即停用</button>
            </form>`,
      ]),
    })}
    <p class="hint">
      更換金鑰不會中斷服務：先產生新金鑰並設定到貴機關的系統，兩組都收；按「改用新金鑰」後，平臺改用新的加密，舊的再收 7
      天。
    </p>
    ${
      next
        ? html`<form method="post" action="${path(view, 'switch-key')}">
            ${csrfField(staff)}<button>改用新金鑰</button>
          </form>`
        : html`<form method="post" action="${path(view, 'prepare-key')}">
            ${csrfField(staff)}<button class="plain">產生新金鑰</button>
          </form>`
    }
  `;
}

function announcePart(view: ServiceView): Html {
  const { state, staff, firstDay, typed, problems } = view;
  if (state.phase === 'ended' || state.phase === 'applied' || state.phase === 'returned' || state.phase === 'refused')
    return html``;
  const error = (field: string) => problems.find((one) => one.field === field)?.text;
  return html`
    <h2>公告</h2>
    ${
      state.announced
        ? step(view, 'withdraw-announcement', '撤回公告', '撤回先前的公告', true)
        : html`<details class="card" ${typed['what'] ? html`open` : ''}>
            <summary>公告暫停或終止（30 日前）</summary>
            <form method="post" action="${path(view, 'announce')}" novalidate>
              ${csrfField(staff)}
              <div class="field">
                <label for="what">公告什麼</label>
                <select id="what" name="what">
                  ${state.phase === 'live' ? html`<option value="pause">暫停</option>` : ''}
                  <option value="end" ${typed['what'] === 'end' ? html`selected` : ''}>終止</option>
                </select>
              </div>
              ${dateInput({ name: 'day', label: '從哪一天起', hint: `最早${formatRocDate(firstDay) ?? ''}（附件一 四-(二)、五-(三)）。`, value: typed['what'] ? shownDateFields(typed, 'day') : datePartsOf(firstDay), errors: fieldErrors(problems) })}
              ${areaField({ name: 'reason', label: '理由', value: typed['reason'] ?? '', error: error('reason'), rows: 2 })}
              <button>公告</button>
            </form>
          </details>`
    }
  `;
}

function stopPart(view: ServiceView): Html {
  const { state, staff, problems } = view;
  const mine = state.phase === 'suspended' && state.suspendedBy === 'provider';
  const runs = ['test', 'trial', 'live-requested', 'live'].includes(state.phase);
  if (!mine && !runs) return html``;
  const verb = mine ? 'restore' : 'suspend';
  return html`
    <h2>${mine ? '恢復' : '緊急暫停'}</h2>
    <details class="card" ${problems.some(({ field }) => field === 'stopReason') ? html`open` : ''}>
      <summary>${mine ? '恢復服務' : '發生資安或個資事件時，立刻暫停'}</summary>
      <form method="post" action="${path(view, verb)}" novalidate>
        ${csrfField(staff)}
        ${areaField({ name: 'stopReason', label: '理由', value: view.typed['stopReason'] ?? '', error: problems.find(({ field }) => field === 'stopReason')?.text, rows: 2 })}
        <button class="${mine ? '' : 'danger'}">${mine ? '恢復' : '立刻暫停'}</button>
      </form>
    </details>
  `;
}

/**
 * Secrets in clear, on no other page and only once: its route sends it with `no-store`.
 * @param next where to go once they are stored
 */
export const keysView = ({
  staff,
  test,
  title,
  keys,
  next,
}: {
  readonly staff: Staff;
  readonly test: boolean;
  readonly title: string;
  readonly keys: HandedOut;
  readonly next: string;
}): Html =>
  consolePage({
    staff,
    test,
    title,
    current: 'portal',
    styles: ['portal.css'],
    body: html`
      <div class="keys" role="status">
        <p><strong>請現在抄下或存入貴機關的系統。離開這一頁就看不到了。</strong></p>
        <dl class="facts-list">
          <dt>client_id</dt>
          <dd><code>${keys.clientId}</code></dd>
          <dt>client_secret</dt>
          <dd><code>${keys.clientSecret}</code></dd>
          <dt>cbc_iv</dt>
          <dd><code>${keys.cbcIv}</code></dd>
        </dl>
      </div>
      <p>遺失時，請在服務的頁面產生新金鑰；平臺查不到舊的。</p>
      <p><a class="button" href="${next}">我已經存好，繼續</a></p>
    `,
  });
