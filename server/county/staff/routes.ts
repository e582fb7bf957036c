/**
 * The staff's own pages, under `/staff`: signing in and out; desks, offices, people and records. Server-rendered,
 * without script.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { signIn } from '../../accounts/sign-in.ts';
import { giveSession, recordAction, requireStaffCsrf, takeSession } from '../../accounts/session.ts';
import { TooMany } from '../../limits/too-many.ts';
import { callerOf, rememberBrowser } from '../../limits/caller.ts';
import { readableForm } from '../../http/readable-form.ts';
import { mayAnywhere } from '../access/may.ts';
import type { County } from '../county.ts';
import { deskRoutes } from '../desks/routes.ts';
import { noticesFor } from '../forms/notices.ts';
import { officeRoutes } from '../offices/routes.ts';
import { registrationRoutes } from '../registration/routes.ts';
import { recordRoutes } from '../records/routes.ts';
import { readForm } from './form.ts';
import { passwordRoutes } from './change-password.ts';
import { peopleRoutes } from './people-routes.ts';
import { currentStaff, requireStaff } from './session.ts';
import { staffParty } from './party.ts';
import { safeNext } from './safe-next.ts';
import { homeView } from './views/home.ts';
import { signInView } from './views/sign-in.ts';

const css = join(import.meta.dirname, '..', 'assets', 'staff.css');

/**
 * Home and sign-out for whoever is signed in, signing in for everybody (422 for what is wrong, 429 for too many tries,
 * both as the page again); the rest asks for its verb. Bodies of 64 KiB at most.
 */
export function staffRoutes(county: County): Hono {
  const { storage, clock, config } = county;
  const party = staffParty(county);
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
      const result = await signIn(party, {
        login: login.slice(0, 200),
        password: password.slice(0, 1000),
        code: code.slice(0, 80),
        caller: callerOf(county, c),
      });
      if (result.kind === 'unreadable') return c.html(signInView({ ...again, problem: result.errors }), 422);
      if (result.kind === 'wrong') return c.html(signInView({ ...again, problem: 'wrong' }), 422);
      await giveSession(party, c, result.secret);
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

  deskRoutes(staff, county);
  officeRoutes(staff, county);
  registrationRoutes(staff, county);
  peopleRoutes(staff, county);
  passwordRoutes(staff, county);
  recordRoutes(staff, county);
  return staff;
}
