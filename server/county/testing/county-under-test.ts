/** The county app joined to a platform made of the interface profile alone: no port, frozen clock, every answer settable. */
import { randomUUID } from 'node:crypto';
import { memoryCountyStorage } from '../../adapters/memory/county.ts';
import { memoryEpochStore } from '../../files/epoch-store.ts';
import type { Log } from '../../context.ts';
import { EpochKeys } from '../../crypto/epochs.ts';
import { lifetimes } from '../../lifetimes.ts';
import { decryptField, encryptField } from '../../protocol/mydata-1/fields.ts';
import { packInner } from '../../protocol/mydata-1/inner-zip.ts';
import { packOuter, type OuterEntry } from '../../protocol/mydata-1/outer-zip.ts';
import { newSecretKey, sealPayload } from '../../protocol/mydata-1/payload.ts';
import { decodeResources } from '../../protocol/mydata-1/resources.ts';
import { testNow, type TestPki } from '../../testing/test-pki.ts';
import demoSite from '#demo/county/public/site.json' with { type: 'json' };
import type { DraftView } from '#schemas/wire/county-api.ts';
import { createApp, type CountyApp } from '../app.ts';
import { clientsOf, registrationsFor, wantedClients } from '../client-registration.ts';
import type { CountyDependencies, CountyKeys } from '../config.ts';
import type { CountyStorage } from '../storage.ts';
import { testLoaded } from './test-service.ts';

export const countyUrl = 'http://localhost:8702';
export const platformUrl = 'http://localhost:8701';

interface LogLine {
  readonly level: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** What the browser was sent to the platform with. */
export interface Sent {
  readonly txId: string;
  readonly resources: readonly string[];
  readonly nationalId: string;
  readonly returnUrl: string;
}

export interface World extends CountyApp {
  readonly storage: CountyStorage;
  readonly lines: LogLine[];
  readonly waited: number[];
  readonly keys: CountyKeys;
  readonly client: { readonly clientId: string; readonly clientSecret: string; readonly cbcIv: string };
  /** Answers of `GET /service/data`, one after the other; when there is none left the platform is not to be reached. */
  answers: (() => Response | Promise<Response>)[];
  asked: Request[];
  /** Headers of what the platform was told about packages; heard at once. */
  receipts: Readonly<Record<string, string>>[];
  now: Date;
  browser(): Browser;
  /** @param secretKey any that the interface allows */
  deliver(
    txId: string,
    entries: readonly OuterEntry[],
    change?: Readonly<Record<string, unknown>>,
    secretKey?: string,
  ): Promise<Response>;
  /** The SP-API's call, whatever is in it. */
  tell(txId: string, said: Readonly<Record<string, unknown>>): Promise<Response>;
  signed(payload: unknown, pki?: TestPki): Uint8Array;
}

export async function openWorld(pki: TestPki, change: Partial<CountyDependencies> = {}): Promise<World> {
  const lines: LogLine[] = [];
  const write = (level: string) => (fields: LogLine['fields'], message: string) =>
    void lines.push({ level, fields, message });
  const log: Log = { info: write('info'), warn: write('warn'), error: write('error') };
  const services = change.config?.services ?? [testLoaded];
  const keys: CountyKeys = {
    master: new Uint8Array(32).fill(7),
    epochs: new EpochKeys(memoryEpochStore(), lifetimes.keyEpoch.ms),
    anchors: [pki.ca.certificate],
    clients: clientsOf(registrationsFor(wantedClients(services), [], countyUrl)),
    ...change.keys,
  };
  const client = keys.clients[0]!;
  const storage = change.storage ?? memoryCountyStorage();
  const waited: number[] = [];
  const asked: Request[] = [];
  const receipts: World['receipts'] = [];
  const time = { now: testNow };
  const answers: World['answers'] = [];
  const county = await createApp({
    storage,
    clock: { now: () => time.now },
    log,
    // Waiting is what makes the time go by.
    wait:
      'wait' in change
        ? change.wait
        : async (ms) => {
            waited.push(ms);
            time.now = new Date(time.now.getTime() + ms);
          },
    fetch:
      change.fetch ??
      (async (url, init) => {
        if (init.method === 'DELETE') {
          receipts.push(Object.fromEntries(new Headers(init.headers)));
          return new Response(null, { status: 204 });
        }
        asked.push(new Request(url, init));
        const answer = answers.shift();
        if (!answer) throw new TypeError('unreachable');
        return answer();
      }),
    keys,
    ...(change.space && { space: change.space }),
    ...(change.registrar && { registrar: change.registrar }),
    config: {
      publicUrl: countyUrl,
      platformUrl,
      environment: 'test',
      numberPrefix: 'CY',
      addresses: demoSite.addresses,
      services,
      ...change.config,
    },
  });
  const world: World = {
    ...county,
    storage,
    lines,
    waited,
    keys,
    client,
    answers,
    asked,
    receipts,
    get now() {
      return time.now;
    },
    set now(now) {
      time.now = now;
    },
    browser: () => new Browser(world),
    async deliver(txId, entries, extra = {}, secretKey = newSecretKey()) {
      const jwe = await sealPayload({ clientId: client.clientId, zip: packOuter(entries), secretKey });
      answers.push(() => new Response(jwe, { headers: { 'content-type': 'application/jwe' } }));
      return world.tell(txId, {
        permission_ticket: randomUUID(),
        secret_key: encryptField(client, secretKey),
        ...extra,
      });
    },
    tell: async (txId, said) =>
      county.app.request('/mydata/sp-api/test-relief', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ tx_id: txId, ...said }),
      }),
    signed: (payload, by = pki) =>
      packInner([{ name: 'data.json', bytes: Buffer.from(JSON.stringify(payload)) }], {
        privateKey: by.agency.privateKey,
        certificateDer: by.agency.certificate.raw,
      }),
  };
  return world;
}

/** A browser with its cookies, on the county's pages. */
export class Browser {
  readonly #world: World;
  readonly #cookies = new Map<string, string>();

  constructor(world: World) {
    this.#world = world;
  }

  /** @param env what the server knows of the connection */
  async request(path: string, init: RequestInit = {}, env: object = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('sec-fetch-site', 'same-origin');
    if (!headers.has('x-mydata-request')) headers.set('x-mydata-request', '1');
    if (this.#cookies.size) headers.set('cookie', [...this.#cookies].map((pair) => pair.join('=')).join('; '));
    const response = await this.#world.app.request(path, { ...init, headers }, env);
    for (const set of response.headers.getSetCookie()) {
      const [name, value] = set.split(';')[0]!.split('=');
      if (value) this.#cookies.set(name!, value);
      else this.#cookies.delete(name!);
    }
    return response;
  }

  send(method: string, path: string, body?: unknown): Promise<Response> {
    return this.request(path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  async draft(): Promise<DraftView> {
    return (await (await this.request('/api/services/test-relief/draft')).json()) as DraftView;
  }

  async leave(nationalId: string, chosen: readonly string[]): Promise<Sent> {
    const response = await this.send('POST', '/api/services/test-relief/journeys', { nationalId, chosen });
    const { location } = (await response.json()) as { location: string };
    const url = new URL(location);
    const [, , , resources, txId] = url.pathname.split('/').map(decodeURIComponent);
    return {
      txId: txId!,
      resources: decodeResources(resources!),
      nationalId: decryptField(this.#world.client, url.searchParams.get('pid')!),
      returnUrl: url.searchParams.get('returnUrl')!,
    };
  }

  async comeBack(txId: string, code: number): Promise<Response> {
    const query = new URLSearchParams({ code: String(code), tx_id: encryptField(this.#world.client, txId) });
    return this.request(`/mydata/return/test-relief?${query}`);
  }
}
