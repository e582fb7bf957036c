import type { Allowed } from '../testing/route-matrix.ts';
import type { Caller } from './matrix.fixture.ts';

const resident = ['resident'] as const;
const residents = ['resident', 'other resident'] as const;
const people = ['reviewer', 'operator', 'auditor'] as const;
const provider = ['provider'] as const;
const providers = ['provider', 'other provider'] as const;
const staff = [...providers, ...people] as const;

const sides = ['system', 'other system'] as const;
const registry = ['registry'] as const;

/** Who is answered, by route; who is not named is refused. What a route has in its path belongs to one side. */
export const table: { readonly [route: string]: Allowed<Caller> } = {
  // For everybody.
  'GET /': 'everyone',
  'GET /health': 'everyone',
  'GET /openapi.json': 'everyone',
  'GET /assets/:file': 'everyone',
  'GET /find_all_resources': 'everyone',

  // The interface: by ticket, by the secret of a client, of a dataset, by bearer token.
  'GET /service/data': ['system'],
  // Of a fetch that was made under an id; here none was.
  'DELETE /service/data': [],
  'GET /service/txid_status': sides,
  // Of the ticket that came with it, which is the caller's own.
  'GET /service/type_valid': sides,
  'GET /service/uid_valid': sides,
  // To all but that dataset's own provider: `active: false` (matrix.test.ts).
  'POST /connect/introspect': 'everyone',
  'GET /connect/userinfo': ['dataset'],
  'POST /log/sp': ['system'],
  'POST /log/dp': ['dataset'],
  // The log is there to be checked by anybody.
  'GET /log/checkpoint': 'everyone',
  'GET /log/entries': 'everyone',
  'GET /log/proof/inclusion': 'everyone',
  'GET /log/proof/consistency': 'everyone',
  'GET /log/export': 'everyone',
  'GET /log/keys': 'everyone',
  'GET /log/receipt-keys': 'everyone',

  // The test environment's doors.
  'GET /sandbox/residents': 'everyone',
  'GET /sandbox/outbox': 'everyone',
  'GET /outbox': 'everyone',
  'GET /sandbox/records': 'everyone',
  'GET /sandbox/staff': 'everyone',
  'POST /sandbox/card/sign': 'everyone',

  // The page of a counter service, with its button; and what a desk sends.
  'GET /service/counter/:client_id': 'everyone',
  'POST /service/counter/:client_id': 'everyone',
  // Another's is told what the barcode is for; nothing is sent.
  'POST /service/counter/present': sides,
  // Of an attempt of its own.
  'POST /service/counter/resend': ['system'],
  'POST /service/counter/code': ['system'],
  // For everybody; here none are built.
  'GET /components/:file': [],
  'GET /components/chunks/:file': [],
  'GET /journey/:id/barcode': resident,
  'POST /journey/:id/barcode': resident,
  'POST /journey/:id/barcode/cancel': resident,
  'GET /journey/:id/barcode.json': resident,
  'POST /journey/:id/barcode.json': resident,
  'GET /journey/:id/barcode/events': resident,
  'GET /journey/:id/delegation': resident,
  'POST /journey/:id/delegation': resident,
  'POST /journey/:id/delegation/withdraw': resident,

  // A journey: whoever arrives begins one, and only that browser goes on with it.
  'GET /service/:client_id/:resources/:tx_id': 'everyone',
  'GET /service/:client_id/:resources/:rest{.+}': 'everyone',
  // Model 2: a salt for anybody, which is worth nothing without the client's key and the person's card.
  'POST /service/spsignature/:client_id': 'everyone',
  'GET /service/spsignature/:client_id/:resources/:tx_id': 'everyone',
  'GET /service/spsignature/:client_id/:resources/:rest{.+}': 'everyone',
  // Leads to the first screen, looks at nothing.
  'GET /journey/:id': 'everyone',
  'GET /journey/:id/:screen': resident,
  'GET /journey/:id/progress': resident,
  'GET /journey/:id/events': resident,
  'POST /journey/:id/facts': resident,
  'POST /journey/:id/terms': resident,
  'POST /journey/:id/identity': resident,
  'POST /journey/:id/passkey': resident,
  'POST /journey/:id/passkey/proof': resident,
  'POST /journey/:id/parameters': resident,
  'POST /journey/:id/later': resident,
  'POST /journey/:id/wait': resident,
  'POST /journey/:id/preview': resident,
  'POST /journey/:id/consent': resident,
  'POST /journey/:id/cancel': resident,
  'POST /journey/:id/stay': resident,
  // The link's key is the right to it.
  'GET /withdraw/:journey/:key': 'everyone',
  'POST /withdraw/:journey/:key': 'everyone',

  // A resident's own area.
  'GET /me/sign-in': 'everyone',
  'POST /me/sign-in': 'everyone',
  'GET /me': residents,
  'POST /me/sign-out': residents,
  'POST /me/stay': residents,
  'GET /me/passkey': residents,
  'POST /me/passkey': residents,
  'GET /me/records': residents,
  'GET /me/records.json': residents,
  'GET /me/records.csv': residents,
  'GET /me/records/:txId': resident,
  'GET /me/records/:txId/receipt': resident,
  'POST /me/records/:txId/withdraw': resident,
  // Leads to the barcode, looks at nothing.
  'GET /me/barcode/:id': residents,
  // Of the agent.
  'GET /me/delegation/:id': resident,
  'POST /me/delegation/:id/accept': resident,
  'POST /me/delegation/:id/decline': resident,
  'GET /me/download': residents,
  'POST /me/download': residents,
  'GET /me/download/:id': resident,
  'GET /me/download/:id/events': resident,
  'GET /me/download/:id/status': resident,
  'GET /me/download/:id/preview': resident,
  'POST /me/download/:id/answers': resident,
  'POST /me/download/:id/consent': resident,
  'POST /me/download/:id/save': resident,
  'POST /me/download/:id/discard': resident,

  // The console.
  'GET /operator/sign-in': 'everyone',
  'POST /operator/sign-in': 'everyone',
  // The link's secret is the right to it.
  'GET /operator/invitation/:secret': 'everyone',
  'POST /operator/invitation/:secret': 'everyone',
  'GET /operator': staff,
  'GET /operator/account': staff,
  'POST /operator/account/password': staff,
  'POST /operator/sign-out': staff,
  'POST /operator/sign-out-everywhere': staff,
  'GET /operator/datasets': staff,
  'GET /operator/datasets/:id': people,
  'POST /operator/datasets/:id/provider': ['operator'],
  'POST /operator/datasets/:id/provider/remove': ['operator'],
  'POST /operator/datasets/:id/heartbeat': ['operator'],
  'POST /operator/maintenances': ['operator'],
  'POST /operator/maintenances/:id/withdraw': ['operator'],
  'GET /operator/accounts': ['operator'],
  'POST /operator/accounts': ['operator'],
  'POST /operator/accounts/:id/renew': ['operator'],
  'POST /operator/accounts/:id/close': ['operator'],
  'GET /operator/transfers': ['operator', 'auditor'],
  'GET /operator/transfers/:tx': ['operator', 'auditor'],
  'POST /operator/transfers/export': ['operator', 'auditor'],
  'GET /operator/transfers/person': ['operator'],
  'POST /operator/transfers/person': ['operator'],
  'GET /operator/audits': staff,
  'POST /operator/audits': ['operator'],
  'GET /operator/audits/:id': ['provider', ...people],
  'POST /operator/audits/:id': ['provider', 'operator'],
  'GET /operator/audits/:id/report.pdf': ['provider', ...people],
  'GET /operator/actions': ['operator', 'auditor'],
  'POST /operator/actions/export': ['operator', 'auditor'],
  'GET /operator/organisations': people,
  'GET /operator/organisations/:id': people,
  'POST /operator/organisations/:id/decide': ['reviewer', 'operator'],
  'POST /operator/organisations/:id/registry-accounts': ['operator'],
  'POST /operator/organisations/:id/registry-accounts/:account/renew': ['operator'],
  'POST /operator/organisations/:id/registry-accounts/:account/revoke': ['operator'],
  'GET /operator/services': people,
  'GET /operator/services/:id': people,
  'POST /operator/services/:id/decide': ['reviewer', 'operator'],
  'POST /operator/services/:id/stop': ['operator'],

  // Service providers.
  'GET /join': 'everyone',
  'POST /join': 'everyone',
  'GET /portal': providers,
  'GET /portal/services/new': providers,
  'POST /portal/services/new': providers,
  'GET /portal/import': providers,
  'POST /portal/import': providers,
  'GET /portal/services/:id': provider,
  'GET /portal/services/:id/change': provider,
  'POST /portal/services/:id/change': provider,
  'POST /portal/services/:id/start-trial': provider,
  'GET /portal/services/:id/request-live': provider,
  'POST /portal/services/:id/request-live': provider,
  'POST /portal/services/:id/withdraw-live': provider,
  'POST /portal/services/:id/withdraw-announcement': provider,
  'POST /portal/services/:id/announce': provider,
  'POST /portal/services/:id/suspend': provider,
  'POST /portal/services/:id/restore': provider,
  'POST /portal/services/:id/testers': provider,
  'POST /portal/services/:id/prepare-key': provider,
  'POST /portal/services/:id/switch-key': provider,
  'POST /portal/services/:id/drop-key': provider,
  'GET /portal/registry': providers,
  'POST /portal/registry/accounts': providers,
  'POST /portal/registry/accounts/:account/renew': provider,
  'POST /portal/registry/accounts/:account/revoke': provider,

  // Organisations' own systems. A name is the organisation's own: another's is none, and would be a new one of one's own.
  'GET /registry/services': ['registry', 'other registry'],
  'GET /registry/services/:service': registry,
  'PUT /registry/services/:service': registry,
  'POST /registry/services/:service/keys/received': registry,
};
