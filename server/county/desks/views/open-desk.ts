import { html } from 'hono/html';
import { lifetimes } from '#server/lifetimes.ts';
import { waitWords } from '#server/limits/too-many.ts';
import type { CountyStaff } from '../../staff/session.ts';
import { csrfField, said, staffPage, type Html } from '../../staff/views/page.ts';
import { deskName } from '../holders.ts';
import type { OfferedDesk, Offered } from '../open.ts';

const idle = waitWords(lifetimes.staffIdle.ms / 1000)['zh-Hant'];

/** Of a desk that a colleague has. */
export const howItEnds = `對方登出、換櫃檯或閒置 ${idle}後就可以開啟；急用時，請單位的管理人員在「櫃檯」頁結束使用。`;

/**
 * For a clerk without a desk, or who changes: free ones to choose from, offices that have one first; of those in use
 * who has them and how that ends. @param next where to go on, checked before
 */
export const openDeskView = ({
  test,
  staff,
  offered,
  next,
  problem,
}: {
  readonly test: boolean;
  readonly staff: CountyStaff;
  readonly offered: Offered;
  readonly next: string;
  readonly problem?: string | undefined;
}): Html => {
  const groups = offered
    .map(({ office, desks }) => ({
      name: office.name['zh-Hant'],
      free: desks.filter(isFree),
      held: desks.filter(isHeld),
    }))
    .toSorted((a, b) => Number(!a.free.length) - Number(!b.free.length));
  const held = groups.flatMap(({ name, held: theirs }) => theirs.map((desk) => ({ ...desk, name })));
  return staffPage({
    title: '開啟櫃檯',
    test,
    staff,
    body: html`
      ${said({ problem })} ${groups.some(({ free }) => free.length) ? form(staff, groups, next) : none(held.length > 0)}
      ${
        held.length
          ? html`<h2>同事使用中的櫃檯</h2>
              <ul>
                ${held.map((desk) => html`<li>${desk.name} ${deskName(desk)}（${desk.place}）：${desk.heldBy}</li>`)}
              </ul>
              <p class="hint">${howItEnds}</p>`
          : ''
      }
    `,
  });
};

const isHeld = ({ heldBy }: OfferedDesk): boolean => heldBy !== undefined;
const isFree = (desk: OfferedDesk): boolean => !isHeld(desk);

const none = (held: boolean): Html =>
  held
    ? html`<p>您單位的櫃檯現在都有人使用。</p>`
    : html`<p>您的單位還沒有登錄櫃檯。請單位的管理人員在「櫃檯」頁登錄。</p>`;

const form = (
  staff: CountyStaff,
  groups: readonly { readonly name: string; readonly free: readonly OfferedDesk[] }[],
  next: string,
): Html =>
  html`<form method="post" action="/staff/desk" class="card">
    ${csrfField(staff)}
    <input type="hidden" name="next" value="${next}" />
    <div class="field">
      <label for="desk">櫃檯</label>
      <p class="hint" id="desk-hint">
        受理的是櫃檯所在單位與其下各單位的服務。民眾的手機會顯示是這個櫃檯請他提供驗證密碼。
      </p>
      <select id="desk" name="desk" required aria-describedby="desk-hint">
        ${groups
          .filter(({ free }) => free.length)
          .map(
            ({ name, free }) =>
              html`<optgroup label="${name}">
                ${free.map(
                  (desk) =>
                    html`<option value="${desk.id}" ${desk.id === staff.desk?.id ? html`selected` : ''}>
                      ${name} ${deskName(desk)}（${desk.place}）
                    </option>`,
                )}
              </optgroup>`,
          )}
      </select>
    </div>
    <button>開始受理</button>
  </form>`;
