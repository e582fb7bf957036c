/** Acting for another 代理: the person's page that names the agent, and the agent's own page that accepts. */
import type { Context, Hono } from 'hono';
import { HttpError } from '../../http/errors.ts';
import { namedIn } from './agent.ts';
import { standingOf } from './barcodes.ts';
import type { CounterChanges } from './counter-changes.ts';
import { acceptDelegation, delegationTo, endDelegation, nameAgent } from './delegation.ts';
import { ownBarcode, type OwnBarcode } from './own-barcode.ts';
import type { OwnSession } from '../me/session.ts';
import { openJson } from '../person.ts';
import type { Platform } from '../platform.ts';
import type { TicketSecret } from '../delivery/ticket-secret.ts';
import { requireCsrf } from '../journey/journey.ts';
import type { Client } from '../registry/read-register.ts';
import type { Delegation, Journey } from '../storage.ts';
import { delegationView, type DelegationViewOptions } from './views/delegation.ts';
import { agentView } from './views/agent.ts';
import { meDesk } from '../me/desk.ts';

/**
 * `/journey/:id/delegation…` for the person whose barcode it is, where the service has a legal basis for agents;
 * `/me/delegation/:id…` for who was named, signed in. Everybody else gets 404 `delegation-unknown`.
 */
export function delegationRoutes(app: Hono, platform: Platform, changes: CounterChanges): void {
  const { storage, clients, config } = platform;
  const test = config.environment === 'test';
  const me = meDesk(platform);

  /** The person's own page; not the agent's, and only where the law of the service lets another act. */
  const asOwner = async (c: Context): Promise<OwnBarcode> => {
    const own = await ownBarcode(platform, c);
    const standing = await standingOf(platform, own.journey.txId);
    if (own.holder === 'owner' && own.client.agentBasis && standing) return own;
    throw new HttpError(404, 'delegation-unknown', {
      'zh-Hant': '這項服務不能委託他人辦理，或已經結束。',
      en: 'Nobody else may act here, or it is over.',
    });
  };

  const show = async (
    c: Context,
    own: OwnBarcode,
    more: Pick<DelegationViewOptions, 'problem' | 'typed'> = {},
  ): Promise<Response> => {
    const delegation = await storage.delegationOf(own.journey.txId);
    const named = delegation && (await namedIn(platform, delegation));
    const standing = await standingOf(platform, own.journey.txId);
    const open = standing?.state === 'ready' || standing?.state === 'burnt' || standing?.state === 'preparing';
    const link = delegation && `${config.publicUrl}/me/delegation/${delegation.id}`;
    return c.html(delegationView({ own, test, delegation, named, link, open, ...more }), more.problem ? 422 : 200);
  };

  app.get('/journey/:id/delegation', async (c) => show(c, await asOwner(c)));

  app.post('/journey/:id/delegation', async (c) => {
    const own = await asOwner(c);
    const body = await c.req.parseBody();
    requireCsrf(own, body['csrf']);
    const text = (name: string): string => (typeof body[name] === 'string' ? body[name] : '');
    const typed = { name: text('name'), nationalId: text('nationalId') };
    const named = await nameAgent(platform, { txId: own.journey.txId, client: own.client }, typed);
    if (typeof named === 'string' || 'part' in named) return show(c, own, { problem: named, typed });
    return c.redirect(`/journey/${own.journey.id}/delegation`, 303);
  });

  app.post('/journey/:id/delegation/withdraw', async (c) => {
    const own = await asOwner(c);
    requireCsrf(own, (await c.req.parseBody())['csrf']);
    const delegation = await storage.delegationOf(own.journey.txId);
    if (delegation) await endDelegation(platform, changes, { client: own.client, delegation, to: 'withdrawn' });
    return c.redirect(`/journey/${own.journey.id}/delegation`, 303);
  });

  interface Found {
    readonly delegation: Delegation;
    readonly journey: Journey;
    readonly client: Client;
  }

  const asAgent = async (c: Context, own: OwnSession): Promise<Found> => {
    const delegation = await delegationTo(platform, own, c.req.param('id') ?? '');
    const journey = delegation && (await storage.journeyOf(delegation.txId));
    const client = delegation && (await clients.find(delegation.clientId));
    if (delegation && journey && client) return { delegation, journey, client };
    throw new HttpError(404, 'delegation-unknown', {
      'zh-Hant': '找不到這項委託。請確認網址完整，而且是用被委託的本人身分登入；或請委託人重新委託。',
      en: 'There is no such request for you. Please check the link, and that you signed in as the person named.',
    });
  };

  const showAgent = async (c: Context, own: OwnSession, found: Found, otherName = false): Promise<Response> => {
    const { delegation, journey } = found;
    const ticket = await storage.ticketOf(delegation.txId);
    const secret = await openJson<TicketSecret>(platform, ticket?.secret, 'ticket', delegation.txId);
    const view = agentView({
      ...found,
      own,
      test,
      owner: secret?.recipient.name,
      datasets: journey.resources.map((id) => platform.datasets.get(id)?.name['zh-Hant'] ?? id),
      otherName,
    });
    return c.html(view, otherName ? 422 : 200);
  };

  app.get(
    '/me/delegation/:id',
    me.page(async (c, own) => showAgent(c, own, await asAgent(c, own))),
  );
  app.post(
    '/me/delegation/:id/accept',
    me.form(async (c, own) => {
      const found = await asAgent(c, own);
      const accepted = await acceptDelegation(platform, changes, { own, ...found });
      if (accepted === 'other-name') return showAgent(c, own, found, true);
      return c.redirect(`/me/delegation/${found.delegation.id}`, 303);
    }),
  );
  app.post(
    '/me/delegation/:id/decline',
    me.form(async (c, own) => {
      const found = await asAgent(c, own);
      await endDelegation(platform, changes, { ...found, to: 'declined' });
      return c.redirect(`/me/delegation/${found.delegation.id}`, 303);
    }),
  );
}
