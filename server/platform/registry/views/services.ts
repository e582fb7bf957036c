/** A service provider's own services. */
import { html } from 'hono/html';
import type { RegisteredService } from '../../storage.ts';
import type { Organisation } from '../../storage.ts';
import type { Staff } from '../../staff/session.ts';
import { consolePage } from '../../staff/views/console-page.ts';
import type { Html } from '../../site/views/page.ts';
import { announcedNote, phaseTag } from './parts.ts';

/**
 * The first page after sign-in for people of a joined organisation: its own services only, those of files too.
 * @param services in the order given, `state` as of now
 */
export const portalView = ({
  staff,
  test,
  organisation,
  services,
  done,
}: {
  readonly staff: Staff;
  readonly test: boolean;
  readonly organisation: Organisation;
  readonly services: readonly RegisteredService[];
  readonly done?: string;
}): Html =>
  consolePage({
    staff,
    test,
    title: '我的服務',
    current: 'portal',
    styles: ['portal.css'],
    done,
    body: html`
      <p class="lead">${organisation.name}</p>
      <p class="actions">
        <a class="button" href="/portal/services/new">申請新服務</a>
        <a href="/portal/import">從已發布的表單匯入</a>
      </p>
      ${
        services.length
          ? html`<ul class="cards-two">
              ${services.map(
                ({ id, name, clientId, state, fromFile }) =>
                  html`<li class="card">
                    <h2><a href="/portal/services/${id}">${name}</a></h2>
                    <p>${phaseTag(state)} <code>${clientId}</code> ${fromFile ? '由設定檔登錄' : ''}</p>
                    ${announcedNote(state)}
                  </li>`,
              )}
            </ul>`
          : html`<p>還沒有任何服務。送出申請後會馬上拿到測試金鑰，可以用虛構的人物開始測試。</p>`
      }
      <h2>上線的三個階段</h2>
      <ol>
        <li><strong>測試</strong>：送出申請就拿到測試金鑰，用虛構資料確認介接。</li>
        <li><strong>試辦</strong>：用真實資料，只有登記過的內部人員可以使用。不必另外申請。</li>
        <li><strong>正式上線</strong>：送出第二次申請，平臺審查通過後開放給民眾。</li>
      </ol>
    `,
  });
