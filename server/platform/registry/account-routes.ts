/** Registry accounts: made, renewed and revoked by the organisation's people at the portal, or by an operator. */
import type { Context, Hono } from 'hono';
import { HttpError } from '../../http/errors.ts';
import type { Platform } from '../platform.ts';
import {
  makeRegistryAccount,
  renewRegistryAccount,
  revokeRegistryAccount,
  type HandedOutAccount,
} from './registry-accounts.ts';
import { staffForm } from '../staff/form.ts';
import type { Staff } from '../staff/session.ts';
import type { Organisation, RegistryAccount } from '../storage.ts';
import { accountKeysView, registryAccountsView } from './views/registry-accounts.ts';
import { movedText } from './views/words.ts';
import { requireProvider, requireProviderForm, secretPage } from './portal-desk.ts';

const doneTexts: Readonly<Record<string, string>> = { revoked: '已停用，這個帳號立刻不能再使用。' };
const tooMany = '已經有太多帳號，請先停用不用的。';

/**
 * `/portal/registry…` for a joined organisation's people, `/operator/organisations/:id/registry-accounts…` for
 * operators. A new password is on the answer's page, which no cache keeps, and nowhere after. 404 for another
 * organisation's account.
 */
export function registryAccountRoutes(app: Hono, platform: Platform): void {
  const { storage, config } = platform;
  const test = config.environment === 'test';

  async function portalPage(
    c: Context,
    { staff, organisation }: { readonly staff: Staff; readonly organisation: Organisation },
    problem?: string,
  ): Promise<Response> {
    const accounts = await storage.registryAccounts(organisation.id);
    const done = problem ? undefined : doneTexts[c.req.query('done') ?? ''];
    return c.html(registryAccountsView({ staff, test, organisation, accounts, done, problem }), problem ? 422 : 200);
  }

  app.get('/portal/registry', async (c) => portalPage(c, await requireProvider(platform, c)));

  app.post('/portal/registry/accounts', async (c) => {
    const provider = await requireProviderForm(platform, c);
    const outcome = await makeRegistryAccount(platform, { ...provider.staff, side: 'provider' }, provider.organisation);
    if (outcome.kind === 'done') return portalSecret(c, provider.staff, outcome.keys);
    return portalPage(c, provider, outcome.kind === 'too-many' ? tooMany : movedText);
  });

  app.post('/portal/registry/accounts/:account/renew', async (c) => {
    const provider = await requireProviderForm(platform, c);
    const account = await accountOf(c, provider.organisation.id);
    const outcome = await renewRegistryAccount(platform, { ...provider.staff, side: 'provider' }, account);
    return outcome.kind === 'done' ? portalSecret(c, provider.staff, outcome.keys) : portalPage(c, provider, movedText);
  });

  app.post('/portal/registry/accounts/:account/revoke', async (c) => {
    const provider = await requireProviderForm(platform, c);
    const account = await accountOf(c, provider.organisation.id);
    const outcome = await revokeRegistryAccount(platform, { ...provider.staff, side: 'provider' }, account);
    return outcome.kind === 'done'
      ? c.redirect('/portal/registry?done=revoked', 303)
      : portalPage(c, provider, movedText);
  });

  const portalSecret = (c: Context, staff: Staff, keys: HandedOutAccount) =>
    secretPage(c, accountKeysView({ staff, test, keys, next: '/portal/registry', current: 'registry' }));

  const ofConsole = '/operator/organisations/:id/registry-accounts';
  const back = (c: Context): string => `/operator/organisations/${c.req.param('id') ?? ''}`;
  const consoleSecret = (c: Context, staff: Staff, keys: HandedOutAccount) =>
    Promise.resolve(secretPage(c, accountKeysView({ staff, test, keys, next: back(c), current: 'organisations' })));

  app.post(
    ofConsole,
    staffForm(platform, ['operator'], async (c, staff) => {
      const organisation = await storage.organisation(c.req.param('id') ?? '');
      if (organisation?.state !== 'joined') throw unknown();
      const outcome = await makeRegistryAccount(platform, { ...staff, side: 'operator' }, organisation);
      return outcome.kind === 'done' ? consoleSecret(c, staff, outcome.keys) : c.redirect(back(c), 303);
    }),
  );

  app.post(
    `${ofConsole}/:account/renew`,
    staffForm(platform, ['operator'], async (c, staff) => {
      const account = await accountOf(c, c.req.param('id') ?? '');
      const outcome = await renewRegistryAccount(platform, { ...staff, side: 'operator' }, account);
      return outcome.kind === 'done' ? consoleSecret(c, staff, outcome.keys) : c.redirect(back(c), 303);
    }),
  );

  app.post(
    `${ofConsole}/:account/revoke`,
    staffForm(platform, ['operator'], async (c, staff) => {
      const account = await accountOf(c, c.req.param('id') ?? '');
      await revokeRegistryAccount(platform, { ...staff, side: 'operator' }, account);
      return c.redirect(back(c), 303);
    }),
  );

  /** @throws 404 for another organisation's too */
  async function accountOf(c: Context, organisationId: string): Promise<RegistryAccount> {
    const account = await storage.registryAccount(c.req.param('account') ?? '');
    if (account?.organisationId === organisationId) return account;
    throw unknown();
  }
}

const unknown = (): HttpError =>
  new HttpError(404, 'registry-account-unknown', {
    'zh-Hant': '找不到這個機關或登錄帳號。請回上一頁重新選擇。',
    en: 'There is no such organisation or account.',
  });
