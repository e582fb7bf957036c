/** Desks: the administrators' page of them, and the clerks' page that opens one. Server-rendered, without script. */
import { withoutSpaces } from '#schemas/taiwan/plain-text.ts';
import type { Context, Hono } from 'hono';
import { officesFor } from '../access/may.ts';
import type { County } from '../county.ts';
import { needOffice } from '../offices/keep.ts';
import { requireDeskAddress } from '../staff/desk.ts';
import { formFor, pageFor, wordsOf, type StaffForm } from '../staff/form.ts';
import { safeNext } from '../staff/safe-next.ts';
import type { CountyStaff } from '../staff/session.ts';
import type { Said } from '../staff/views/page.ts';
import { closeDesk, desksFor, enrolDesk, freeDesk, needDesk, placeDesk } from './keep.ts';
import { desksOffered, openDesk } from './open.ts';
import type { Desk } from './storage.ts';
import { desksView } from './views/desks.ts';
import { howItEnds, openDeskView } from './views/open-desk.ts';

/**
 * `/staff/desk` for clerks, from registered addresses only (403 `desk-address`): 409 where a colleague has the desk.
 * `/staff/desks` for administrators, desks of their offices; of others 404.
 */
export function deskRoutes(app: Hono, county: County): void {
  const test = county.config.environment === 'test';

  const whereTo = (next: string | undefined): string => safeNext(county, next) ?? county.addresses.desk ?? '/staff';

  const offer = async (
    c: Context,
    staff: CountyStaff,
    next: string | undefined,
    problem?: { readonly text: string; readonly status: 409 | 422 },
  ) =>
    c.html(
      openDeskView({
        test,
        staff,
        offered: await desksOffered(county, staff),
        next: whereTo(next),
        problem: problem?.text,
      }),
      problem?.status ?? 200,
    );

  app.use('/desk', async (c, next) => {
    requireDeskAddress(county, c);
    await next();
  });
  app.get(
    '/desk',
    pageFor(county, 'take-cases', (c, staff) => offer(c, staff, c.req.query('next'))),
  );
  app.post(
    '/desk',
    formFor(county, 'take-cases', async (c, staff, form) => {
      const opened = await openDesk(county, staff, form['desk'] ?? '');
      if (opened === 'opened') return c.redirect(whereTo(form['next']), 303);
      return offer(
        c,
        staff,
        form['next'],
        opened === 'unknown'
          ? { text: '請選擇櫃檯。', status: 422 }
          : {
              text: `這個櫃檯由${opened.heldBy}使用中，沒有開啟。${howItEnds}`,
              status: 409,
            },
      );
    }),
  );

  const show = async (c: Context, staff: CountyStaff, more: Said = {}) =>
    c.html(
      desksView({
        test,
        staff,
        desks: await desksFor(county, staff),
        offices: officesFor(staff, 'administer'),
        ...more,
      }),
      more.problem ? 422 : 200,
    );
  const back = (c: Context, done: string) => c.redirect(`/staff/desks?done=${done}`, 303);

  app.get(
    '/desks',
    pageFor(county, 'administer', (c, staff) => show(c, staff, { done: doneTexts[c.req.query('done') ?? ''] })),
  );
  app.post(
    '/desks',
    formFor(county, 'administer', async (c, staff, form) => {
      const office = needOffice(staff, form['office']);
      const number = numberIn(form);
      const place = wordsOf(form, 'place');
      const problem =
        number === undefined
          ? '請輸入櫃檯號碼：1 到 999 的數字。'
          : place === undefined
            ? placeMissing
            : await enrolDesk(county, staff, { office, number, place });
      return problem ? show(c, staff, { problem }) : back(c, 'enrolled');
    }),
  );

  /** What is done to one desk. */
  const act = (
    path: string,
    done: string,
    verb: (staff: CountyStaff, desk: Desk, form: StaffForm) => Promise<string | undefined>,
  ) =>
    app.post(
      `/desks/:desk/${path}`,
      formFor(county, 'administer', async (c, staff, form) => {
        const problem = await verb(staff, await needDesk(county, staff, c.req.param('desk')), form);
        return problem ? show(c, staff, { problem }) : back(c, done);
      }),
    );
  act('place', 'placed', async (staff, desk, form) => {
    const place = wordsOf(form, 'place');
    return place === undefined ? placeMissing : placeDesk(county, staff, desk, place);
  });
  act('free', 'freed', (staff, desk) => freeDesk(county, staff, desk));
  act('close', 'closed', (staff, desk) => closeDesk(county, staff, desk));
}

function numberIn(form: StaffForm): number | undefined {
  const typed = /^\d{1,3}$/.exec(withoutSpaces(form['number'] ?? '').replace(/^第|號$/gu, ''))?.[0];
  return typed === undefined || Number(typed) === 0 ? undefined : Number(typed);
}

const placeMissing = '請填寫櫃檯的位置，最多 60 個字，例如：一樓服務臺。';

const doneTexts: Readonly<Record<string, string>> = {
  enrolled: '櫃檯已經登錄，單位的櫃檯人員可以開啟它。',
  placed: '櫃檯的位置已經更改。',
  freed: '櫃檯的使用已經結束，其他人可以開啟它。',
  closed: '櫃檯已經停用。',
};
