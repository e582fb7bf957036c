import { dateInTaiwan } from '#schemas/taiwan/calendar.ts';
import { html } from 'hono/html';
import { formatRocDate } from '#schemas/taiwan/roc-date.ts';
import type { CountyStaff } from '../../staff/session.ts';
import { csrfField, input, said, select, staffPage, type Html, type Said } from '../../staff/views/page.ts';
import type { Decision } from '../decide.ts';
import { stateNames, type ServiceLine } from './registrations.ts';

export interface VersionLine {
  readonly version: number;
  readonly publishedAt: string;
}

const answers: readonly (readonly [Decision, string])[] = [
  ['registered', '同意（已登錄）'],
  ['returned', '退回，需補件'],
  ['refused', '不同意'],
  ['suspended', '停用'],
  ['ended', '終止'],
];

const day = (at: string): string => {
  const local = dateInTaiwan(new Date(at));
  return formatRocDate(local) ?? local;
};

/**
 * One service's registration, for its office's administrators: where it stands, in the platform's words, what it asks
 * beyond what is registered, the applications to download, and by letter the form for the answer. Keys that are kept
 * are never shown; `client_id` is.
 */
export const registrationView = ({
  test,
  staff,
  service: { id, name, view, newest, live, problem },
  versions,
  clientId,
  entered,
  ...more
}: {
  readonly test: boolean;
  readonly staff: CountyStaff;
  readonly service: ServiceLine;
  /** That wait for an answer, newest first. */
  readonly versions: readonly VersionLine[];
  readonly clientId?: string | undefined;
  /** The decision is entered by hand. */
  readonly entered: boolean;
} & Said): Html =>
  staffPage({
    title: `${name}的登錄`,
    test,
    staff,
    body: html`
      ${said(more)}
      <p class="lead">
        <strong>${stateNames[view.state]}</strong>${view.since ? `，${day(view.since)}起` : ''}。民眾看到的是第 ${live}
        版${newest === live ? '' : `，第 ${newest} 版登錄後上線`}。
      </p>
      ${
        problem
          ? html`<p>平臺沒有收下（${problem}），會自動再送。</p>`
          : view.note
            ? html`<p>${view.note['zh-Hant']}</p>`
            : ''
      }
      ${(view.words ?? []).map((words) => html`<blockquote>${words}</blockquote>`)}
      ${
        view.gaps?.length
          ? html`<h2>比已登錄的多要求</h2>
              <ul>
                ${view.gaps.map((text) => html`<li>${text['zh-Hant']}</li>`)}
              </ul>`
          : ''
      }
      <h2>申請表</h2>
      <p>內容由發布的版本產生：機關、服務、資料集與欄位、取代的證明與依據、位址、聯絡方式。沒有填的地方印出後手寫。</p>
      <ul>
        ${versions.map(
          ({ version, publishedAt }) =>
            html`<li>
              第 ${version} 版（${day(publishedAt)}發布）：
              <a href="/staff/registrations/${id}/${version}/application.odt" download>ODT</a>、
              <a href="/staff/registrations/${id}/${version}/application.pdf" download>PDF</a>
            </li>`,
        )}
      </ul>
      ${entered ? answerForm(staff, id, versions, clientId) : ''}
    `,
  });

const answerForm = (
  staff: CountyStaff,
  id: string,
  versions: readonly VersionLine[],
  clientId: string | undefined,
): Html =>
  html`<h2>填入平臺的答覆</h2>
    <form method="post" action="/staff/registrations/${id}/decision">
      ${csrfField(staff)}
      ${select({
        id: 'version',
        label: '答覆的是哪一版的申請',
        options: versions.map(({ version, publishedAt }) => [
          String(version),
          `第 ${version} 版（${day(publishedAt)}發布）`,
        ]),
      })}
      ${select({ id: 'decision', label: '答覆', options: answers })}
      <div class="field">
        <label for="words">審查意見或理由</label>
        <p class="hint" id="words-hint">同意時可以不填；其他請照公文抄錄，設計人員會看到。</p>
        <textarea id="words" name="words" rows="3" maxlength="2000" aria-describedby="words-hint"></textarea>
      </div>
      <fieldset>
        <legend>平臺給的金鑰</legend>
        <p class="hint">
          ${clientId ? `現在的服務代碼是 ${clientId}。沒有換新就不必填。` : '第一次登錄要填。存入後加密保存，不會再顯示。'}
        </p>
        ${key('clientId', '服務代碼（client_id）', 40, 'text')}
        ${key('clientSecret', '金鑰（client_secret，16 個字）', 16, 'password')}
        ${key('cbcIv', '初始向量（cbc_iv，16 個字）', 16, 'password')}
      </fieldset>
      <button>存入答覆</button>
    </form>`;

const key = (id: string, label: string, maxLength: number, type: 'text' | 'password'): Html =>
  input({ id, label, maxLength, type, autocomplete: 'off', optional: true });
