/** What runs and what was submitted, side by side: only what differs, what asks more first. */
import { html } from 'hono/html';
import { askedDifferences, type AskedDifference } from '#schemas/services/asked-differences.ts';
import type { ServiceDefinition } from '../../registry/definition.ts';
import type { ServiceVersion } from '../../storage.ts';
import { jweWords } from '../../site/views/jwe-words.ts';
import type { Html } from '../../site/views/page.ts';
import { dataTable } from './table.ts';

/**
 * For the platform's people, beside a review. Another address, source IP or way of sealing packages always counts as
 * asking more.
 * @param before the version that runs @param after the one under review
 */
export function compareView(before: ServiceVersion, after: ServiceVersion): Html {
  const rows = differencesOf(before.definition, after.definition);
  const more = rows.filter((row) => row.more).length;
  return html`
    <section aria-labelledby="compare">
      <h2 id="compare">與目前登錄的內容比較</h2>
      <p>
        ${
          rows.length
            ? html`和第 ${before.no} 版不同的有 ${rows.length} 項，其中
                <strong>${more} 項要求得更多</strong>。沒有列出的都相同。`
            : '和目前登錄的內容相同。'
        }
      </p>
      ${
        rows.length
          ? dataTable({
              label: `目前登錄的第 ${before.no} 版與這次送出的第 ${after.no} 版`,
              columns: ['項目', '目前登錄', '這次送出'],
              empty: '',
              rows: rows.map((row) => [
                html`<strong>${row.label['zh-Hant']}</strong><br />
                  <span class="tag ${row.more ? 'bad' : 'quiet'}">${row.more ? '要求更多' : '沒有更多'}</span>`,
                marked(row.before, row.after, 'del'),
                marked(row.after, row.before, 'ins'),
              ]),
            })
          : ''
      }
    </section>
  `;
}

type Row = Pick<AskedDifference, 'label' | 'before' | 'after' | 'more'>;

const differencesOf = (before: ServiceDefinition, after: ServiceDefinition): readonly Row[] => {
  const rows: readonly Row[] = [...askedDifferences(before, after), ...addressDifferences(before, after)];
  return [...rows.filter(({ more }) => more), ...rows.filter(({ more }) => !more)];
};

const addresses = [
  ['返回網址', (d: ServiceDefinition) => d.returnUrl],
  ['SP-API 網址', (d: ServiceDefinition) => d.spApiUrl],
  ['取資料的來源 IP', (d: ServiceDefinition) => d.addresses.join('、') || '不限定'],
  ['資料包的加密方式', (d: ServiceDefinition) => jweWords(d.jwe)],
] as const;

/** Another place for the data to go is for a person to look at. */
const addressDifferences = (before: ServiceDefinition, after: ServiceDefinition): readonly Row[] =>
  addresses.flatMap(([name, read]) => {
    const [a, b] = [read(before), read(after)];
    return a === b ? [] : [{ label: { 'zh-Hant': name, en: name }, before: a, after: b, more: true }];
  });

/** Of a list (「甲、乙」) the entries that the other has not, of a text its lines; said to screen readers by the elements. */
function marked(text: string, other: string, element: 'ins' | 'del'): Html {
  if (!text) return html`<span class="hint">（無）</span>`;
  const cut = text.includes('\n') || other.includes('\n') ? '\n' : '、';
  const others = new Set(other.split(cut));
  const parts = text.split(cut);
  const marks = (part: string): Html => (element === 'ins' ? html`<ins>${part}</ins>` : html`<del>${part}</del>`);
  if (!parts.some((part) => others.has(part))) return marks(text);
  const mark = (part: string): Html | string => (others.has(part) ? part : marks(part));
  return html`${parts.map((part, index) => html`${index ? (cut === '\n' ? html`<br />` : cut) : ''}${mark(part)}`)}`;
}
