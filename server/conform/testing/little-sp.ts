/** A service provider of a hundred lines, right in all it does unless told otherwise: the kit must tell them apart. */
import { randomUUID, type X509Certificate } from 'node:crypto';
import { datasets } from '#schemas/datasets/catalogue.ts';
import type { JsonValue } from '#schemas/datasets/types.ts';
import { isAbout } from '../../packages/persons.ts';
import { decryptField, encryptField } from '../../protocol/mydata-1/fields.ts';
import { verifyInner } from '../../protocol/mydata-1/inner-zip.ts';
import { readOuter } from '../../protocol/mydata-1/outer-zip.ts';
import { payloadFile, payloadOf } from '../../protocol/mydata-1/payload-file.ts';
import { openPayload } from '../../protocol/mydata-1/payload.ts';
import { listen, type Heard, type Reply } from '../listen.ts';
import type { Client } from '../read-clients.ts';
import { pause } from '../wait-for.ts';
import { realFetch } from './serve-party.ts';

export type Fault =
  | 'tx-id-reused'
  | 'resources-plain'
  | 'resources-more'
  | 'pid-plain'
  | 'return-url-other'
  | 'client-id-other'
  | 'breaks-at-garbage'
  | 'takes-any-transaction'
  | 'takes-any-key'
  | 'needs-no-ticket'
  | 'fetches-first'
  | 'slow'
  | 'answers-201'
  | 'fetches-the-undeliverable'
  | 'refuses-all'
  | 'believes-all'
  | 'asks-no-person'
  | 'asks-no-authority'
  | 'alnum-unread'
  | 'no-ticket'
  | 'other-tx-id'
  | 'gives-up-at-403'
  | 'hurries'
  | 'loops-at-201'
  | 'breaks-at-unknown-code'
  | 'begins-again'
  | 'fetches-at-any-return'
  | 'plus-is-space'
  | 'asks-no-status';

export interface LittleSp {
  /** Where a resident begins. */
  readonly url: string;
  close(): Promise<void>;
}

export interface Setting {
  readonly platform: string;
  readonly person: string;
  readonly anchor: X509Certificate;
  readonly fault?: Fault | undefined;
}

interface Case {
  ticket?: string;
  key?: string;
  ended?: boolean;
}

/** @param registered with addresses of the port that comes back */
export async function littleSp(
  port: number,
  registered: Omit<Client, 'returnUrl' | 'spApiUrl'>,
  setting: Setting,
): Promise<LittleSp> {
  const base = `http://localhost:${port}`;
  const { platform, person, anchor, fault } = setting;
  const cases = new Map<string, Case>();
  const same = randomUUID();
  const is = (one: Fault): boolean => fault === one;

  const begin = (): Reply => {
    const txId = is('tx-id-reused') ? same : randomUUID();
    cases.set(txId, {});
    const ids = is('resources-more') ? [...registered.resources, 'API.notMine000'] : registered.resources;
    const resources = is('resources-plain') ? ids.join(':') : Buffer.from(ids.join(':')).toString('base64');
    const query = new URLSearchParams({
      returnUrl: is('return-url-other') ? `${base}/elsewhere` : `${base}/back`,
      pid: is('pid-plain') ? Buffer.from(person).toString('base64') : encryptField(registered, person),
    });
    const client = is('client-id-other') ? 'CLI.another000' : registered.clientId;
    return to(`${platform}/service/${client}/${encodeURIComponent(resources)}/${txId}?${query}`);
  };

  const called = async ({ body }: Heard): Promise<Reply> => {
    let said: Readonly<Record<string, unknown>>;
    try {
      said = JSON.parse(body) as Readonly<Record<string, unknown>>;
    } catch {
      return { status: is('breaks-at-garbage') ? 500 : 400 };
    }
    const id = String(said['tx_id']);
    if (is('takes-any-transaction') && !cases.has(id)) cases.set(id, {});
    const own = cases.get(id);
    if (!own) return { status: 404 };
    if (said['unable_to_deliver'] !== undefined) {
      own.ended = true;
      if (is('fetches-the-undeliverable')) void fetchData(id, String(said['permission_ticket']), 'f'.repeat(32));
      return { status: 200 };
    }
    const ticket = said['permission_ticket'];
    if (typeof ticket !== 'string' && !is('needs-no-ticket')) return { status: 400 };
    let key: string;
    try {
      key = decryptField(registered, String(said['secret_key']));
    } catch {
      if (!is('takes-any-key')) return { status: 400 };
      key = 'f'.repeat(32);
    }
    if (own.key !== undefined) return { status: 200 };
    Object.assign(own, { ticket, key });
    if (is('slow')) await pause(3_500);
    const going = fetchData(id, String(ticket), key);
    if (is('fetches-first')) await going;
    return { status: is('answers-201') ? 201 : 200 };
  };

  /** The kit may be gone before it is over. */
  const fetchData = (txId: string, ticket: string, key: string): Promise<void> =>
    goForData(txId, ticket, key).catch(() => undefined);

  const goForData = async (txId: string, ticket: string, key: string): Promise<void> => {
    // After the answer to the SP-API is out.
    await pause(is('fetches-first') ? 0 : 60);
    const headers = {
      ...(!is('no-ticket') && { permission_ticket: ticket }),
      tx_id: is('other-tx-id') ? randomUUID() : txId,
    };
    for (let tries = 0; tries < 20; tries += 1) {
      const response = await realFetch(`${platform}/service/data`, { to: 'partner', headers });
      if (response.status === 200) return confirm(ticket, await believed(await response.text(), key));
      if (response.status === 429) {
        await pause(is('hurries') ? 50 : Number(response.headers.get('retry-after')) * 1000);
        continue;
      }
      if (response.status === 403 && tries === 0 && !is('gives-up-at-403')) {
        await pause(100);
        continue;
      }
      if (response.status === 201 && is('loops-at-201')) {
        await pause(20);
        continue;
      }
      return;
    }
  };

  const confirm = async (ticket: string, stored: boolean): Promise<void> => {
    await realFetch(`${platform}/service/data`, {
      to: 'partner',
      method: 'DELETE',
      headers: { permission_ticket: ticket, stored: stored ? 'yes' : 'no' },
    });
  };

  const believed = async (jwe: string, key: string): Promise<boolean> => {
    if (is('refuses-all')) return false;
    if (is('believes-all')) return true;
    try {
      const { zip } = await openPayload(jwe, key);
      if (is('alnum-unread') && !/^[0-9a-f]{32}$/.test(key)) return false;
      return readOuter(zip).every(({ resourceId, zip: inner }) => !inner || holds(resourceId, inner));
    } catch {
      return false;
    }
  };

  const holds = (resourceId: string, inner: Uint8Array): boolean => {
    try {
      const { files } = verifyInner(inner, { anchors: [anchor], now: new Date() });
      const dataset = datasets.get(resourceId);
      const media = dataset?.shape.media ?? 'json';
      const file = payloadFile(files, resourceId, media);
      if (!dataset || !file) return true;
      const read = dataset.normalise(payloadOf(file, media) as JsonValue);
      return is('asks-no-person') || isAbout(dataset, read, person);
    } catch (error) {
      return is('asks-no-authority') && (error as { step?: string }).step === 'certificate';
    }
  };

  const back = async ({ url }: Heard): Promise<Reply> => {
    const code = Number(url.searchParams.get('code'));
    if (is('breaks-at-unknown-code') && ![200, 205, 400].includes(code)) return { status: 500 };
    const sent = (url.searchParams.get('tx_id') ?? '').replaceAll(' ', is('plus-is-space') ? '' : '+');
    let txId: string;
    try {
      txId = decryptField(registered, sent);
    } catch {
      return page('不是這裡的');
    }
    const own = cases.get(txId);
    if (is('fetches-at-any-return')) void fetchData(txId, randomUUID(), 'f'.repeat(32));
    if (!own) return page('不是這裡的');
    if (code !== 200 && is('begins-again')) return begin();
    if (code === 200 && own.key === undefined && !is('asks-no-status'))
      void realFetch(`${platform}/service/txid_status`, { to: 'partner', headers: { tx_id: txId } }).catch(
        () => undefined,
      );
    return page(`代碼 ${code}`);
  };

  const listening = await listen(port, 'port', (heard) => {
    const { pathname } = heard.url;
    if (pathname === '/begin') return begin();
    if (pathname === '/sp') return called(heard);
    if (pathname === '/back') return back(heard);
    return { status: 404 };
  });
  return { url: `${base}/begin`, close: () => listening.close() };
}

const to = (location: string): Reply => ({ status: 302, headers: { location } });
const page = (text: string): Reply => ({ status: 200, headers: { 'content-type': 'text/html' }, body: text });
