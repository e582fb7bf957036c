/** Yearly internal audits: what is due, what came, and one audit with its report. */
import { html } from 'hono/html';
import { formatRocDate } from '#schemas/taiwan/roc-date.ts';
import { taipeiTime } from '../../messages/texts/letter.ts';
import { auditState, type Audited, type AuditState } from '../audits.ts';
import { toTaipei } from '../taipei-input.ts';
import type { Staff } from '../session.ts';
import type { Audit } from '../../storage.ts';
import { consolePage } from './console-page.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import type { Html } from '../../site/views/page.ts';
import { areaField, csrfField, selectField, textField } from './fields.ts';
import { dataTable } from './table.ts';

const states: { readonly [name in AuditState]: readonly [string, string] } = {
  'handed-in': ['已提交', 'ok'],
  due: ['待提交', ''],
  overdue: ['逾期', 'bad'],
};

const kindNames = { sp: '服務提供者', dp: '資料提供者' } as const;

/** The last day on which it is in time. */
const lastDay = (dueAt: Date): string => formatRocDate(toTaipei(new Date(dueAt.getTime() - 1)).slice(0, 10)) ?? '';

const stateTag = (audit: Audit, now: Date): Html => {
  const [text, tone] = states[auditState(audit, now)];
  return html`<span class="tag ${tone}">${text}</span>`;
};

/**
 * For every role: the audits given, which are a service provider's own or all. Years in the ROC calendar; the day is
 * the last one in time.
 */
export const auditsView = ({
  staff,
  test,
  now,
  audits,
  asking,
  done,
}: {
  readonly staff: Staff;
  readonly test: boolean;
  readonly now: Date;
  readonly audits: readonly Audit[];
  /** For operators: whom they may ask, for which years. */
  readonly asking?: { readonly audited: readonly Audited[]; readonly years: readonly number[] };
  readonly done?: string;
}): Html =>
  consolePage({
    staff,
    test,
    title: '年度稽核',
    current: 'audits',
    done,
    body: html`
      <p>服務提供者與資料提供者每年辦理一次內部稽核（手冊附件一六-(二)），報告在次年 3 月 31 日前提交，保存 2 年。</p>
      ${dataTable({
        label: '年度稽核',
        columns: ['狀態', '年度', '機關', '身分', '期限', '提交'],
        empty: '目前沒有要提交的稽核報告。',
        rows: audits.map((audit) => [
          stateTag(audit, now),
          `${audit.year - 1911} 年`,
          html`<a href="/operator/audits/${audit.id}">${audit.organisationName}<span class="hidden">的稽核</span></a>`,
          kindNames[audit.kind],
          lastDay(audit.dueAt),
          audit.submittedAt ? taipeiTime(audit.submittedAt) : '—',
        ]),
      })}
      ${
        asking
          ? html`<h2>通知提前提交</h2>
              <p>每年 1 月 1 日起，前一年度的稽核會自動列入待提交。需要提前時，在這裡列入。</p>
              <form method="post" action="/operator/audits">
                ${csrfField(staff)}
                ${selectField({
                  name: 'who',
                  label: '機關',
                  choices: asking.audited.map(({ id, kind, name }) => ({
                    value: `${kind} ${id}`,
                    text: `${name}（${kindNames[kind]}）`,
                  })),
                })}
                ${selectField({
                  name: 'year',
                  label: '年度',
                  choices: asking.years.map((year) => ({ value: String(year), text: `${year - 1911} 年` })),
                })}
                <button>列入待提交</button>
              </form>`
          : ''
      }
    `,
  });

/**
 * For who may see this audit. The form is there until it is handed in, and then the summary, the file's name and its
 * SHA-256.
 */
export const auditView = ({
  staff,
  test,
  now,
  audit,
  mayHandIn,
  summary,
  mistakes = [],
}: {
  readonly staff: Staff;
  readonly test: boolean;
  readonly now: Date;
  readonly audit: Audit;
  readonly mayHandIn: boolean;
  readonly summary?: string;
  readonly mistakes?: readonly { readonly field: string; readonly text: string }[];
}): Html => {
  const errorOf = (field: string) => mistakes.find((one) => one.field === field)?.text;
  return consolePage({
    staff,
    test,
    title: `${audit.organisationName} ${audit.year - 1911} 年度稽核`,
    current: 'audits',
    error: mistakes.length > 0,
    body: html`
      ${mistakes.length ? errorSummary('沒有提交', mistakes) : ''}
      <dl class="values">
        <div>
          <dt>狀態</dt>
          <dd>${stateTag(audit, now)}</dd>
        </div>
        <div>
          <dt>身分</dt>
          <dd>${kindNames[audit.kind]}</dd>
        </div>
        <div>
          <dt>期限</dt>
          <dd>${lastDay(audit.dueAt)}</dd>
        </div>
        ${
          audit.submittedAt
            ? html`<div>
                  <dt>提交</dt>
                  <dd>${taipeiTime(audit.submittedAt)}</dd>
                </div>
                <div>
                  <dt>摘要</dt>
                  <dd class="as-typed">${audit.summary}</dd>
                </div>
                <div>
                  <dt>報告</dt>
                  <dd>
                    ${
                      audit.fileName
                        ? html`<a href="/operator/audits/${audit.id}/report.pdf">${audit.fileName}</a><br />SHA-256
                            <code>${audit.fileDigest}</code>`
                        : '只有摘要'
                    }
                  </dd>
                </div>`
            : ''
        }
      </dl>
      ${
        mayHandIn && !audit.submittedAt
          ? html`<h2>提交報告</h2>
              <form method="post" action="/operator/audits/${audit.id}" enctype="multipart/form-data">
                ${csrfField(staff)}
                ${areaField({
                  name: 'summary',
                  label: '稽核結果摘要',
                  hint: '查了什麼、發現什麼、怎麼改善。請不要寫民眾的個人資料。',
                  rows: 6,
                  maxLength: 4000,
                  value: summary,
                  error: errorOf('summary'),
                })}
                ${textField({
                  name: 'file',
                  label: '報告檔案',
                  hint: 'PDF，最大 5 MB。',
                  type: 'file',
                  accept: 'application/pdf',
                  required: false,
                  error: errorOf('file'),
                })}
                <p>提交後不能再修改。</p>
                <button>提交</button>
              </form>`
          : ''
      }
      <p class="back"><a href="/operator/audits">回到年度稽核</a></p>
    `,
  });
};
