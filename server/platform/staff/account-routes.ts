/** The doors of the console: signing in and out, one-time links, and the accounts. */
import type { Context, Hono } from 'hono';
import { signIn } from '../../accounts/sign-in.ts';
import { acceptInvitation, openInvitation } from '../../accounts/invitations.ts';
import { inviteStaff } from './invite.ts';
import { giveSession, recordAction, takeSession } from '../../accounts/session.ts';
import { changePassword, readChange } from '../../accounts/change-password.ts';
import { Elsewhere, HttpError } from '../../http/errors.ts';
import { TooMany } from '../../limits/too-many.ts';
import { callerOf, rememberBrowser } from '../../limits/caller.ts';
import { isSecret } from '../../crypto/secret.ts';
import type { Platform } from '../platform.ts';
import { staffParty } from './party.ts';
import { wordsOf } from '../registry/read-form.ts';
import { staffForm, staffPage, type StaffForm } from './form.ts';
import { currentStaff, everyRole, type Role, type Staff } from './session.ts';
import { accountView, invitationView, signInView, type SignInProblem } from './views/account.ts';
import { accountsView, type AccountsView } from './views/accounts.ts';

/**
 * `/operator/sign-in` and `/operator/invitation/:secret` for anybody, one's own account for every role,
 * `/operator/accounts…` for operators. A link that is used or older than 72 hours is 410 `invitation-spent`; nobody
 * closes their own account.
 */
export function operatorAccountRoutes(app: Hono, platform: Platform): void {
  const { storage, clock, config } = platform;
  const party = staffParty(platform);
  const test = config.environment === 'test';

  app.get('/operator/sign-in', async (c) => {
    const next = safeNext(c.req.query('next'));
    if (await currentStaff(platform, c)) return c.redirect(next ?? '/operator', 303);
    return c.html(signInView({ test, next: next ?? '', out: c.req.query('out') === '1' }));
  });

  app.post('/operator/sign-in', async (c) => {
    const form = await readForm(c);
    const { login = '', password = '', code = '', next } = form;
    const again = (problem: SignInProblem, status: 422 | 429) =>
      c.html(signInView({ test, next: safeNext(next) ?? '', login, problem }), status);
    try {
      const result = await signIn(party, {
        login: login.slice(0, 200),
        password: password.slice(0, 1000),
        code: code.slice(0, 80),
        caller: callerOf(platform, c),
      });
      if (result.kind !== 'in') return again(result, 422);
      await giveSession(party, c, result.secret);
      rememberBrowser(platform, c, result.staffId);
      return c.redirect(safeNext(next) ?? '/operator', 303);
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      c.header('retry-after', String(error.waitSeconds));
      return again({ kind: 'busy', waitSeconds: error.waitSeconds }, 429);
    }
  });

  app.post(
    '/operator/sign-out',
    staffForm(platform, everyRole, async (c, staff) => {
      await storage.commit([
        { step: 'close-session', hash: staff.sessionHash },
        recordAction(staff, { verb: 'sign-out', object: 'this device' }, clock.now()),
      ]);
      takeSession(platform, c);
      return c.redirect('/operator/sign-in?out=1', 303);
    }),
  );

  app.post(
    '/operator/sign-out-everywhere',
    staffForm(platform, everyRole, async (c, staff) => {
      await storage.commit([
        { step: 'close-sessions', staffId: staff.id },
        recordAction(staff, { verb: 'sign-out', object: 'every device' }, clock.now()),
      ]);
      takeSession(platform, c);
      return c.redirect('/operator/sign-in?out=1', 303);
    }),
  );

  app.get(
    '/operator/account',
    staffPage(platform, everyRole, async (c, staff) => {
      const account = await storage.staffAccount(staff.id);
      if (!account) throw new Elsewhere('/operator/sign-in');
      return c.html(accountView({ staff, test, account, changed: c.req.query('done') === 'password' }));
    }),
  );

  app.post(
    '/operator/account/password',
    staffForm(platform, everyRole, async (c, staff, form) => {
      const account = await storage.staffAccount(staff.id);
      if (!account) throw new Elsewhere('/operator/sign-in');
      const result = await changePassword(party, account, readChange(form), callerOf(platform, c));
      if ('mistakes' in result) return c.html(accountView({ staff, test, account, mistakes: result.mistakes }), 422);
      await giveSession(party, c, result.secret);
      return c.redirect('/operator/account?done=password', 303);
    }),
  );

  const invitation = async (secret: string) => {
    const opened = isSecret(secret) ? await openInvitation(party, secret) : undefined;
    if (!opened) throw spent();
    return opened;
  };

  app.get('/operator/invitation/:secret', async (c) => {
    const secret = c.req.param('secret');
    const { account, ...opened } = await invitation(secret);
    return c.html(invitationView({ test, secret, ...opened, renewed: account }));
  });

  app.post('/operator/invitation/:secret', async (c) => {
    const secret = c.req.param('secret');
    const { login = '', password = '', repeated = '', code = '' } = await readForm(c);
    const { account, ...opened } = await invitation(secret);
    const result = await acceptInvitation(party, secret, { login, password, repeated, code });
    if (result.kind === 'spent') throw spent();
    if (result.kind === 'mistakes')
      return c.html(
        invitationView({
          test,
          secret,
          ...opened,
          renewed: account,
          typedLogin: login.slice(0, 60),
          mistakes: result.mistakes,
        }),
        422,
      );
    await giveSession(party, c, result.secret);
    return c.redirect('/operator', 303);
  });

  const showAccounts = async (
    c: Context,
    staff: Staff,
    more: Pick<AccountsView, 'link' | 'problem' | 'done'> = {},
    status: 200 | 422 = 200,
  ) => c.html(accountsView({ staff, test, accounts: await storage.staffAccounts(), ...more }), status);

  app.get(
    '/operator/accounts',
    staffPage(platform, ['operator'], (c, staff) =>
      showAccounts(c, staff, { done: c.req.query('done') === 'closed' ? '帳號已經停用。' : undefined }),
    ),
  );

  app.post(
    '/operator/accounts',
    staffForm(platform, ['operator'], async (c, staff, form) => {
      const name = wordsOf(form, 'name');
      const role = everyRole.find((one) => one === form['role']);
      const organisationId = (form['organisation'] ?? '').trim() || undefined;
      const problem = invitationProblem(name, role, organisationId);
      if (problem || !role) return showAccounts(c, staff, { problem }, 422);
      const { link, step } = inviteStaff(platform, { name, roles: [role], organisationId });
      await storage.commit([
        step,
        recordAction(staff, { verb: 'invite-staff', object: `${role} ${name}` }, clock.now()),
      ]);
      return showAccounts(c, staff, { link: { name, href: link } });
    }),
  );

  app.post(
    '/operator/accounts/:id/renew',
    staffForm(platform, ['operator'], async (c, staff) => {
      const account = await openAccount(c);
      const { id, login, name, roles, organisationId } = account;
      const { link, step } = inviteStaff(platform, { name, roles, organisationId, accountId: id });
      await storage.commit([step, recordAction(staff, { verb: 'renew-account', object: login }, clock.now())]);
      return showAccounts(c, staff, { link: { name, href: link } });
    }),
  );

  app.post(
    '/operator/accounts/:id/close',
    staffForm(platform, ['operator'], async (c, staff) => {
      const { id, login } = await openAccount(c);
      if (id === staff.id)
        return showAccounts(c, staff, { problem: '不能停用自己的帳號，請由另一位維運人員處理。' }, 422);
      const at = clock.now();
      const closed = await storage.commit([
        { step: 'close-account', id, at },
        recordAction(staff, { verb: 'close-account', object: login }, at),
      ]);
      if (!closed.ok) throw noAccount();
      return c.redirect('/operator/accounts?done=closed', 303);
    }),
  );

  const openAccount = async (c: Context) => {
    const account = await storage.staffAccount(c.req.param('id') ?? '');
    if (!account || account.closedAt) throw noAccount();
    return account;
  };
}

function invitationProblem(
  name: string,
  role: Role | undefined,
  organisationId: string | undefined,
): string | undefined {
  if (!name || name.length > 40) return '請填寫姓名，最多 40 個字。';
  if (!role) return '請選擇身分。';
  if (role === 'service-provider' && !organisationId) return '服務提供者的帳號需要機關代號。';
  if (role !== 'service-provider' && organisationId) return '只有服務提供者的帳號有機關代號，其他身分請留白。';
  return undefined;
}

/** Only pages of the console and the portal: a sign-in page must not send people elsewhere. */
export function safeNext(next: string | undefined): string | undefined {
  if (!next || !URL.canParse(next, 'http://console.invalid')) return undefined;
  const { origin, pathname, search } = new URL(next, 'http://console.invalid');
  const ours = /^\/(operator|portal)(\/|$)/.test(pathname) && !pathname.startsWith('/operator/sign-');
  return origin === 'http://console.invalid' && ours ? pathname + search : undefined;
}

async function readForm(c: Context): Promise<StaffForm> {
  const body: Readonly<Record<string, unknown>> = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

const spent = (): HttpError =>
  new HttpError(410, 'invitation-spent', {
    'zh-Hant': '這個連結已經用過，或超過 72 小時。請洽平臺的維運人員產生新的連結。',
    en: 'This link is used or older than 72 hours. Please ask an operator for a new one.',
  });

const noAccount = (): HttpError =>
  new HttpError(404, 'account-unknown', {
    'zh-Hant': '找不到這個帳號，或已經停用。',
    en: 'There is no such account, or it is closed.',
  });
