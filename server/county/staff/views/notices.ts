/** 待辦通知 on the staff's own page: whose turn it is, with the way there. Opening the form marks it as read. */
import { html } from 'hono/html';
import type { Notice } from '#schemas/wire/builder-api.ts';
import type { StaffAddresses } from '../../addresses.ts';
import type { Html } from './page.ts';

const words: { readonly [What in Notice['what']]: string } = {
  approve: '待您核定',
  publish: '待您發布',
  mend: '退回給您修改',
  published: '您改的表單已發布',
};

/** The view of the builder in which it is done. */
const views: { readonly [What in Notice['what']]: string } = {
  approve: 'review',
  publish: 'publish',
  mend: 'edit',
  published: 'versions',
};

const when = (iso: string): string =>
  new Intl.DateTimeFormat('zh-TW-u-ca-roc', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Taipei' }).format(
    new Date(iso),
  );

const entry = ({ id, what, form, name, at, by, notes, version, read }: Notice, builder: string): Html => html`
  <li>
    <a href="${builder}/${form}?view=${views[what]}&amp;notice=${encodeURIComponent(id)}"
      >${words[what]}：${name['zh-Hant'] || form}${version === undefined ? '' : `（第 ${version} 版）`}</a
    >
    ${read ? '' : html`<strong class="new">新</strong>`}
    <p>${by}，${when(at)}${notes === undefined ? '' : html`：<q>${notes}</q>`}</p>
  </li>
`;

/** Nothing where this installation has no builder. */
export const noticeList = (notices: readonly Notice[], { builder }: StaffAddresses): Html | '' =>
  notices.length && builder !== undefined
    ? html`<section aria-labelledby="notices">
        <h2 id="notices">待辦通知（${notices.length}）</h2>
        <ul class="notices">
          ${notices.map((one) => entry(one, builder))}
        </ul>
      </section>`
    : '';
