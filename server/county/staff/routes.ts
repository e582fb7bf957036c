/**
 * The staff's own pages, under `/staff`: signing in and out, choosing a counter; offices, people and records. Server-rendered,
 * without script.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { TooMany } from '../../limits/too-many.ts';
import { callerOf, rememberBrowser } from '../../limits/caller.ts';
import { readableForm } from '../../http/readable-form.ts';
import { isStaffPath } from '../addresses.ts';
import { mayAnywhere, officesFor } from '../access/may.ts';
import type { County } from '../county.ts';
import { noticesFor } from '../forms/notices.ts';
import { officeRoutes } from '../offices/routes.ts';
import { registrationRoutes } from '../registration/routes.ts';
import { recordRoutes } from '../records/routes.ts';
import { requireDeskAddress } from './desk.ts';
import { readForm } from './form.ts';
import { passwordRoutes } from './change-password.ts';
import { peopleRoutes } from './people-routes.ts';
import { currentStaff, giveSession, recordAction, requireStaff, requireStaffCsrf, takeSession } from './session.ts';
import { signIn } from './sign-in.ts';
import { deskView } from './views/desk.ts';
import { homeView } from './views/home.ts';
import { signInView } from './views/sign-in.ts';

const css = join(import.meta.dirname, '..', 'assets', 'staff.css');

export function staffRoutes(county: County): Hono {
  const { storage, clock, config } = county;
  const test = config.environment === 'test';
  const staff = new Hono();
  staff.use(bodyLimit({ maxSize: 64 * 1024 }), readableForm());

  staff.get('/assets/staff.css', async (c) =>
    c.body(await readFile(css, 'utf8'), 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'no-cache',
    }),
  );

  staff.get('/', async (c) => {
    const who = await requireStaff(county, c);
    const { addresses } = county;
    const space = mayAnywhere(who, 'administer') ? await county.space.levels() : [];
    return c.html(homeView({ test, staff: who, addresses, notices: await noticesFor(county, who), space }));
  });

  staff.get('/sign-in', async (c) => {
    const next = safeNext(county, c.req.query('next'));
    if (await currentStaff(county, c)) return c.redirect(next ?? '/staff', 303);
    return c.html(signInView({ test, next: next ?? '', problem: c.req.query('out') === '1' ? 'out' : undefined }));
  });

  staff.post('/sign-in', async (c) => {
    const { login = '', password = '', code = '', next } = await readForm(c);
    const again = { test, next: safeNext(county, next) ?? '', login: login.slice(0, 40) };
    try {
      const result = await signIn(county, {
        login: login.slice(0, 200),
        password: password.slice(0, 1000),
        code: code.slice(0, 20),
        caller: callerOf(county, c),
      });
      if (result.kind === 'wrong') return c.html(signInView({ ...again, problem: 'wrong' }), 422);
      await giveSession(county, c, result.secret);
      rememberBrowser(county, c, result.staffId);
      return c.redirect(safeNext(county, next) ?? '/staff', 303);
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      const { waitSeconds, headers } = error;
      return c.html(signInView({ ...again, problem: { waitSeconds } }), 429, headers);
    }
  });

  staff.post('/sign-out', async (c) => {
    const who = await requireStaff(county, c);
    requireStaffCsrf(who, (await readForm(c))['csrf']);
    await storage.commit([
      { step: 'close-session', hash: who.sessionHash },
      recordAction(who, { verb: 'sign-out', object: 'this device' }, clock.now()),
    ]);
    takeSession(county, c);
    return c.redirect('/staff/sign-in?out=1', 303);
  });

  staff.get('/desk', async (c) => {
    requireDeskAddress(county, c);
    const who = await requireStaff(county, c, 'take-cases');
    const next = safeNext(county, c.req.query('next')) ?? county.addresses.desk ?? '/staff';
    return c.html(deskView({ test, staff: who, offices: officesFor(who, 'take-cases'), next }));
  });

  staff.post('/desk', async (c) => {
    requireDeskAddress(county, c);
    const who = await requireStaff(county, c, 'take-cases');
    const form = await readForm(c);
    requireStaffCsrf(who, form['csrf']);
    const offices = officesFor(who, 'take-cases');
    const next = safeNext(county, form['next']) ?? county.addresses.desk ?? '/staff';
    const office = offices.find(({ id }) => id === form['office']);
    const number = /^\d{1,3}$/.exec((form['counter'] ?? '').normalize('NFKC').trim())?.[0];
    if (!office || !number || Number(number) === 0) {
      const problem = office
        ? { field: 'counter', text: '請輸入櫃檯號碼：1 到 999 的數字，例如 3。' }
        : { field: 'office-0', text: '請選擇單位。' };
      return c.html(deskView({ test, staff: who, offices, next, problem }), 422);
    }
    const counter = `${Number(number)} 號櫃檯`;
    await storage.commit([
      { step: 'choose-desk', hash: who.sessionHash, office: office.id, counter },
      recordAction(
        who,
        { verb: 'choose-desk', object: `${office.name['zh-Hant']} ${counter}`, office: office.id },
        clock.now(),
      ),
    ]);
    return c.redirect(next, 303);
  });

  officeRoutes(staff, county);
  registrationRoutes(staff, county);
  peopleRoutes(staff, county);
  passwordRoutes(staff, county);
  recordRoutes(staff, county);
  return staff;
}

/** Only pages of the staff: a sign-in page must not send people elsewhere. */
export function safeNext({ addresses }: Pick<County, 'addresses'>, next: string | undefined): string | undefined {
  if (!next || !URL.canParse(next, 'http://staff.invalid')) return undefined;
  const { origin, pathname, search } = new URL(next, 'http://staff.invalid');
  const ours = isStaffPath(addresses, pathname) && !pathname.startsWith('/staff/sign-');
  return origin === 'http://staff.invalid' && ours ? pathname + search : undefined;
}
