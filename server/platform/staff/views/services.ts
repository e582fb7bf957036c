/** The queue of services, and one service with its findings, questions and decision. */
import { html } from 'hono/html';
import type { ServiceState } from '../../registry/phases.ts';
import type { Review } from '../../registry/review.ts';
import { questionId, questions } from '../../registry/rules/index.ts';
import type { Finding } from '../../registry/rules/rule.ts';
import type { Staff } from '../session.ts';
import type { Organisation, RegisteredService, RegistryDecision, ServiceVersion } from '../../storage.ts';
import { taipeiTime } from '../../messages/texts/letter.ts';
import { consolePage } from './console-page.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import type { Html } from '../../site/views/page.ts';
import { announcedNote, findingCard, passedList, phaseTag, statedFacts, trail } from '../../registry/views/parts.ts';
import { compareView } from './compare.ts';
import { areaField, csrfField, selectField } from './fields.ts';
import { dataTable, when } from './table.ts';

export interface ServiceRow {
  readonly service: RegisteredService;
  readonly state: ServiceState;
  readonly organisation: string;
  /** What waits for the platform's people. */
  readonly waiting?: string;
}

/** For the platform's people: those that wait, then all, both in the order given. */
export const serviceQueueView = ({
  staff,
  test,
  rows,
}: {
  readonly staff: Staff;
  readonly test: boolean;
  readonly rows: readonly ServiceRow[];
}): Html => {
  const waiting = rows.filter((row) => row.waiting);
  return consolePage({
    staff,
    test,
    title: '服務審查',
    current: 'services',
    styles: ['portal.css'],
    body: html`
      <h2>等待審查（${waiting.length}）</h2>
      ${serviceTable(waiting, '等待審查的服務', '目前沒有等待審查的服務。')}
      <h2>全部服務（${rows.length}）</h2>
      ${serviceTable(rows, '全部服務', '還沒有登錄任何服務。')}
    `,
  });
};

const serviceTable = (rows: readonly ServiceRow[], label: string, empty: string): Html =>
  dataTable({
    label,
    columns: ['服務', '機關', '階段', '待辦', '登錄'],
    empty,
    rows: rows.map(({ service, state, organisation, waiting }) => [
      html`<a href="/operator/services/${service.id}">${service.name}</a><br /><code>${service.clientId}</code>`,
      organisation,
      phaseTag(state),
      waiting ?? '—',
      when(taipeiTime(service.createdAt)),
    ]),
  });

export interface ServiceReviewView {
  readonly staff: Staff;
  readonly test: boolean;
  readonly service: RegisteredService;
  readonly state: ServiceState;
  readonly organisation: Organisation;
  readonly version?: ServiceVersion;
  readonly review?: Review;
  readonly decisions: readonly RegistryDecision[];
  readonly problems: readonly Pick<Finding, 'field' | 'text'>[];
  readonly typed: Readonly<Record<string, string>>;
  readonly done?: string;
}

/**
 * For the platform's people: findings, questions with room for answers, and the decision for reviewers and operators;
 * suspending for operators. Auditors only read. Keys and testers are not on it.
 */
export const serviceReviewView = (view: ServiceReviewView): Html => {
  const { staff, test, service, state, organisation, version, review, decisions, problems, done } = view;
  const shown = review?.version ?? version;
  return consolePage({
    staff,
    test,
    title: service.name,
    current: 'services',
    styles: ['portal.css'],
    done,
    error: problems.length > 0,
    body: html`
      ${problems.length ? errorSummary('還不能存入', problems) : ''}
      <p>
        ${phaseTag(state)} <a href="/operator/organisations/${organisation.id}">${organisation.name}</a>
        <code>${service.clientId}</code> ${service.fromFile ? html`<span class="tag quiet">由設定檔登錄</span>` : ''}
        ${service.ownId ? html`<span class="tag quiet">由機關的系統登錄：${service.ownId}</span>` : ''}
      </p>
      ${announcedNote(state)}
      ${review && version && version.no !== review.version.no && isRunning(state) ? compareView(version, review.version) : ''}
      ${review ? reviewPart(view, review) : html`<p>這個服務目前沒有等待審查的事項。</p>`} ${stopPart(view)}
      ${
        shown
          ? html`<h2>申請內容（第 ${shown.no} 版，${taipeiTime(shown.submittedAt)} 送出）</h2>
              ${statedFacts(shown.definition)}`
          : ''
      }
      ${
        review && version && version.no !== review.version.no
          ? html`<details class="card">
              <summary>目前運作中的第 ${version.no} 版</summary>
              ${statedFacts(version.definition)}
            </details>`
          : ''
      }
      <h2>審查與操作紀錄</h2>
      ${trail(decisions)}
    `,
  });
};

/** Before its first review nothing runs that could be compared. */
const isRunning = ({ phase }: ServiceState): boolean => phase !== 'applied' && phase !== 'returned';

const mayDecide = ({ roles }: Staff): boolean => roles.includes('reviewer') || roles.includes('operator');

function reviewPart(
  { staff, service, state, typed, problems }: ServiceReviewView,
  { stage, findings, version }: Review,
): Html {
  const error = (field: string): string | undefined => problems.find((one) => one.field === field)?.text;
  const asked = questions(findings);
  const against = findings.filter(({ verdict }) => verdict === 'refused');
  const decides = mayDecide(staff);
  return html`
    <h2>${reviewName(stage, state, version)}</h2>
    <form method="post" action="/operator/services/${service.id}/decide" novalidate>
      ${csrfField(staff)} ${against.map((one) => findingCard(one))}
      ${asked.map((one) => {
        const field = `answer.${questionId(one)}`;
        return findingCard(
          one,
          decides
            ? areaField({
                name: field,
                label: '您的判斷與理由',
                value: typed[field] ?? '',
                error: error(field),
                rows: 2,
              })
            : '',
        );
      })}
      ${asked.length ? '' : html`<p>沒有需要判斷的問題。</p>`} ${passedList(findings)}
      ${
        decides
          ? html`${selectField({
                name: 'decision',
                label: '決定',
                value: typed['decision'],
                error: error('decision'),
                choices: [
                  { value: '', text: '請選擇' },
                  { value: 'approve', text: '同意' },
                  { value: 'return', text: '退回補正' },
                  { value: 'refuse', text: '不同意' },
                ],
              })}
              ${areaField({ name: 'reason', label: '決定的理由', hint: '會寄給申請機關，並記入紀錄。', value: typed['reason'] ?? '', error: error('reason') })}
              <button>存入決定</button>`
          : html`<p class="hint">您的帳號可以查看，不能決定。</p>`
      }
    </form>
  `;
}

function reviewName(stage: Review['stage'], { phase, version: runs }: ServiceState, version: ServiceVersion): string {
  if (phase === 'live-requested') return '正式上線的審查';
  if (version.no === runs) return phase === 'applied' ? '測試申請的審查' : '進入試辦前，登錄規則的問題';
  return stage === 'live' ? '異動的審查' : '登錄變更的審查';
}

function stopPart({ staff, service, state, typed, problems }: ServiceReviewView): Html {
  const suspended = state.phase === 'suspended';
  const runs = ['test', 'trial', 'live-requested', 'live'].includes(state.phase);
  const hold = suspended && state.suspendedBy === 'provider';
  if (!staff.roles.includes('operator') || !(suspended || runs)) return html``;
  const error = problems.find(({ field }) => field === 'stopReason')?.text;
  const verbs = [...(runs || hold ? ['suspend'] : []), ...(suspended ? ['restore'] : [])];
  const names: Readonly<Record<string, string>> = { suspend: hold ? '改由平臺暫停' : '立刻暫停', restore: '恢復' };
  return html`
    <h2>${suspended ? '恢復' : '暫停'}</h2>
    <details class="card" ${error ? html`open` : ''}>
      <summary>${suspended ? '恢復這個服務' : '立刻暫停這個服務'}</summary>
      <form method="post" action="/operator/services/${service.id}/stop" novalidate>
        ${csrfField(staff)}
        ${areaField({ name: 'stopReason', label: '理由', value: typed['stopReason'] ?? '', error, rows: 2 })}
        <p class="actions">
          ${verbs.map((verb) => html`<button name="verb" value="${verb}" class="${verb === 'suspend' ? 'danger' : ''}">${names[verb]}</button>`)}
        </p>
      </form>
    </details>
  `;
}
