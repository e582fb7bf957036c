/** A world with counter services, a resident who has got as far as a barcode, and a desk that speaks the interface. */
import {
  aboutWhoAsks,
  Browser,
  client,
  household,
  innerZip,
  lowIncome,
  vehicle,
  world,
  type Page,
  type World,
} from '../app.fixture.ts';
import type { PlatformStorage } from '../storage.ts';

export const counterClient = {
  ...client,
  client_id: 'CLI.counter001',
  name: '嘉義縣急難救助',
  return_url: 'http://localhost:8702/mydata/return/counter',
  sp_api_url: 'http://localhost:8702/mydata/sp-api/counter',
  resources: [household, lowIncome, vehicle],
  modes: ['online', 'counter'],
  counter: { atLeast: [{ n: 1, of: [lowIncome, vehicle] }], bring: ['國民身分證正本'] },
  acts_for_another: '行政程序法第 24 條',
};
export const otherClient = {
  ...counterClient,
  client_id: 'CLI.counter002',
  client_secret: 'abcdef0123456789',
  name: '澎湖縣急難救助',
  acts_for_another: undefined,
};

export const minutes = (count: number): number => count * 60_000;

export async function counterWorld(storage?: PlatformStorage): Promise<World> {
  const clients = [client, counterClient, JSON.parse(JSON.stringify(otherClient)) as object];
  const made = await world({ clients, ...(storage && { storage }) });
  made.dp[household] = aboutWhoAsks(made, (person_id) => ({ person_id }));
  made.dp[lowIncome] = { status: 200, body: innerZip({ cname: '林小美' }) };
  made.dp[vehicle] = aboutWhoAsks(made, (ownerId) => ({ plateNo: 'ABC-1234', ownerId }));
  return made;
}

export interface Shown {
  readonly browser: Browser;
  readonly journeyId: string;
  readonly page: Page;
}

/** From the button to the barcode page. */
export async function toBarcode(
  made: World,
  {
    who = 'lin',
    clientId = counterClient.client_id,
    browser = new Browser(made.app),
  }: { readonly who?: string; readonly clientId?: string; readonly browser?: Browser } = {},
): Promise<Shown> {
  const consent = await toCounterConsent(made, browser, who, clientId);
  const page = await browser.post(consent, 'consent', { decision: 'agree' });
  return { browser, page, journeyId: /\/journey\/([\w-]{22})\//.exec(page.path)?.[1] ?? '' };
}

export async function toCounterConsent(
  made: World,
  browser: Browser,
  who = 'lin',
  clientId = counterClient.client_id,
): Promise<Page> {
  const service = await browser.open(`/service/counter/${clientId}`);
  const terms = await browser.post(service, clientId, { dataset: lowIncome });
  const identity = await browser.post(terms, 'terms', { agree: 'yes' });
  const preview = await browser.prove(made, identity, who);
  return browser.post(preview, 'preview');
}

export const serialOf = async ({ browser, journeyId }: Shown): Promise<string> => {
  const { response, text } = await browser.open(`/journey/${journeyId}/barcode.json`);
  if (response.status !== 200) throw new Error(`${response.status} ${text}`);
  return (JSON.parse(text) as { serial: string }).serial;
};

export const renewed = ({ browser, journeyId }: Shown): Promise<Page> =>
  browser.open(`/journey/${journeyId}/barcode.json`, { method: 'POST', headers: { 'x-mydata-request': '1' } });

/** The code that the outbox last held. */
export async function sentCode(made: World): Promise<string | undefined> {
  const outbox = (await (await made.app.request('/sandbox/outbox')).json()) as readonly {
    kind: string;
    text?: string;
  }[];
  const texts = outbox.filter(({ kind }) => kind === 'verification-code').map(({ text }) => text ?? '');
  return /(\d{8})/.exec(texts[0] ?? '')?.[1];
}

export interface Answer {
  readonly status: number;
  readonly body: {
    readonly attempt: string;
    readonly sent: boolean;
    readonly expires_in: number;
    readonly resend_after: number;
    readonly tx_id: string;
    readonly permission_ticket: string;
    readonly secret_key: string;
    readonly agent?: { readonly name: string; readonly uid: string; readonly acts_for: string };
    readonly error?: {
      readonly code: string;
      readonly why?: string;
      readonly client_id?: string;
      readonly service?: string;
    };
  };
  readonly retryAfter: string | null;
  readonly headers: readonly string[];
}

export class DeskCaller {
  readonly #app: World['app'];
  readonly #authorization: string;
  readonly #desk: object;
  constructor(
    app: World['app'],
    id = 'desk-3',
    { client_id, client_secret } = counterClient as typeof client,
    clerk = `陳專員 ${id}`,
  ) {
    this.#app = app;
    this.#authorization = `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}`;
    this.#desk = { id, agency: '嘉義縣社會局', counter: '3 號櫃檯', clerk };
  }

  async send(what: string, body: unknown): Promise<Answer> {
    const response = await this.#app.request(`/service/counter/${what}`, {
      method: 'POST',
      headers: { authorization: this.#authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return {
      status: response.status,
      body: (await response.json()) as Answer['body'],
      retryAfter: response.headers.get('retry-after'),
      headers: [...response.headers.keys()].sort(),
    };
  }

  present = (serial: string): Promise<Answer> => this.send('present', { serial, desk: this.#desk });
  resend = (attempt: string): Promise<Answer> => this.send('resend', { attempt });
  code = (attempt: string, code: string): Promise<Answer> => this.send('code', { attempt, code });
}
