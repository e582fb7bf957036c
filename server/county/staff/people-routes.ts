/** The administrators' pages of people, and the page behind a one-time link. */
import type { Context, Hono } from 'hono';
import { acceptInvitation, openInvitation } from '../../accounts/invitations.ts';
import { giveSession, recordAction } from '../../accounts/session.ts';
import { HttpError } from '../../http/errors.ts';
import { officesFor } from '../access/may.ts';
import { isSecret } from '../../crypto/secret.ts';
import type { County } from '../county.ts';
import { needOffice } from '../offices/keep.ts';
import { topOf } from '../offices/tree.ts';
import { mayIn } from '../access/may.ts';
import { formFor, pageFor, readForm, wordsOf } from './form.ts';
import { inviteStaff, staffParty } from './party.ts';
import { closeAccount, needPerson, peopleFor } from './people.ts';
import { everyRole, type CountyStaff } from './session.ts';
import { joinView } from './views/join.ts';
import { peopleView } from './views/people.ts';
import type { Said } from './views/page.ts';

/**
 * `/staff/people` for administrators: inviting into an office of theirs, renewing and closing accounts that are theirs
 * as a whole. `/staff/join/:secret` for whoever has the link, signed in or not; 410 `invitation-spent` once it is used
 * or over.
 */
export function peopleRoutes(app: Hono, county: County): void {
  const { storage, clock } = county;
  const party = staffParty(county);
  const test = county.config.environment === 'test';

  const show = async (
    c: Context,
    staff: CountyStaff,
    more: Said & { readonly link?: { readonly name: string; readonly href: string } } = {},
  ) => {
    const whole = mayIn(staff, 'administer', topOf(staff.offices)?.id ?? '');
    return c.html(
      peopleView({
        test,
        staff,
        people: await peopleFor(county, staff),
        offices: officesFor(staff, 'administer'),
        former: whole ? await storage.formerRoles() : [],
        ...more,
      }),
      more.problem ? 422 : 200,
    );
  };

  app.get(
    '/people',
    pageFor(county, 'administer', (c, staff) =>
      show(c, staff, { done: c.req.query('done') === 'closed' ? '帳號已經停用。' : undefined }),
    ),
  );

  app.post(
    '/people/invite',
    formFor(county, 'administer', async (c, staff, form) => {
      const office = needOffice(staff, form['office']);
      const role = everyRole.find((one) => one === form['role']);
      const name = wordsOf(form, 'name', 40);
      if (!role || name === undefined) return show(c, staff, { problem: '請填寫姓名，最多 40 個字，並選擇職務。' });
      const { link, step } = inviteStaff(county, { name, roles: [{ office: office.id, role }] });
      const action = { verb: 'invite-staff', object: `${role} ${name}`, office: office.id };
      await storage.commit([step, recordAction(staff, action, clock.now())]);
      return show(c, staff, { link: { name, href: link } });
    }),
  );

  app.post(
    '/people/:person/renew',
    formFor(county, 'administer', async (c, staff) => {
      const { account, held } = await needPerson(county, staff, c.req.param('person') ?? '');
      const { link, step } = inviteStaff(county, { name: account.name, roles: [], accountId: account.id });
      const [first] = held;
      const action = { verb: 'renew-account', object: account.login, ...(first && { office: first.office }) };
      await storage.commit([step, recordAction(staff, action, clock.now())]);
      return show(c, staff, { link: { name: account.name, href: link } });
    }),
  );

  app.post(
    '/people/:person/close',
    formFor(county, 'administer', async (c, staff) => {
      const known = await needPerson(county, staff, c.req.param('person') ?? '');
      const problem = await closeAccount(county, staff, known);
      return problem ? show(c, staff, { problem }) : c.redirect('/staff/people?done=closed', 303);
    }),
  );

  const need = async (c: Context) => {
    const secret = c.req.param('secret') ?? '';
    const opened = isSecret(secret) ? await openInvitation(party, secret) : undefined;
    if (!opened) throw spent();
    return { ...opened, secret, offices: await storage.offices() };
  };
  app.get('/join/:secret', async (c) => c.html(joinView({ test, ...(await need(c)) })));
  app.post('/join/:secret', async (c) => {
    const opened = await need(c);
    const { login = '', password = '', repeated = '', code = '' } = await readForm(c);
    const result = await acceptInvitation(party, opened.secret, { login, password, repeated, code });
    if (result.kind === 'spent') throw spent();
    if (result.kind === 'mistakes')
      return c.html(joinView({ test, ...opened, typedLogin: login.slice(0, 60), mistakes: result.mistakes }), 422);
    await giveSession(party, c, result.secret);
    return c.redirect('/staff', 303);
  });
}

const spent = (): HttpError =>
  new HttpError(410, 'invitation-spent', {
    'zh-Hant': '這個連結已經用過，或超過 72 小時。請洽機關的管理人員產生新的連結。',
    en: 'This link is used or older than 72 hours. Please ask an administrator for a new one.',
  });
