/** The platform that the kit plays: where residents arrive, and what a service provider's backend asks. */
import { randomUUID } from 'node:crypto';
import { verifySignedData } from '../../crypto/cms.ts';
import { decryptField } from '../../protocol/mydata-1/fields.ts';
import { header, listen, type Heard, type Listening, type Reply } from '../listen.ts';
import type { Client } from '../read-clients.ts';

interface Fetched {
  /** `performance.now()` */
  readonly at: number;
  readonly ticket: string;
  readonly txId?: string;
  readonly answered: number;
  /** Before the SP-API had answered. */
  readonly early: boolean;
}

/** One resident's way. */
export interface Arrival {
  readonly clientId: string;
  /** As it stood in the path, percent-encoding taken off. */
  readonly resources: string;
  readonly txId: string;
  readonly returnUrl?: string;
  readonly pid?: string;
  /** Model 2. */
  readonly signed: boolean;
}

/** What the kit has decided for one transaction. */
export interface Transaction {
  readonly arrival: Arrival;
  readonly ticket: string;
  /** Answers of `GET /service/data` in order; the last one stays. Before anything is decided: 403. */
  answers: readonly Reply[];
  /** Of `txid_status`. */
  status: string;
  /** The SP-API's answer is known: until then no data is given out. */
  accepted: boolean;
  readonly fetched: Fetched[];
  readonly statusAsked: number[];
  /** What `DELETE /service/data` said (ours, beyond the interface). */
  stored?: boolean;
}

export interface Exchange {
  readonly salt: string;
  /** Of the second call: fields that `data` held, and what did not hold. */
  readonly fields?: readonly string[];
  readonly problem?: 'not-readable' | 'salt' | 'signature';
}

export class PlatformSide {
  readonly transactions = new Map<string, Transaction>();
  readonly exchanges = new Map<string, Exchange>();
  readonly arrivals: Arrival[] = [];
  /** Fetches that named no ticket, or none of ours. */
  withoutTicket = 0;
  readonly #clients: readonly Client[];
  #listening?: Listening;

  constructor(clients: readonly Client[]) {
    this.#clients = clients;
  }

  /** → port. @throws CannotRun */
  async open(port: number): Promise<number> {
    this.#listening = await listen(port, 'listen', (heard) => this.#answer(heard));
    return this.#listening.port;
  }

  async close(): Promise<void> {
    await this.#listening?.close();
  }

  begin(arrival: Arrival): Transaction {
    const transaction: Transaction = {
      arrival,
      ticket: randomUUID(),
      answers: [{ status: 403 }],
      status: '429',
      accepted: false,
      fetched: [],
      statusAsked: [],
    };
    this.transactions.set(arrival.txId.toLowerCase(), transaction);
    return transaction;
  }

  #answer(heard: Heard): Reply {
    const { method, url } = heard;
    const { pathname } = url;
    if (pathname === '/service/data') return method === 'DELETE' ? this.#confirmed(heard) : this.#data(heard);
    if (pathname === '/service/txid_status') return this.#status(heard);
    if (pathname === '/service/type_valid') return this.#known(heard) ? json({ verification: 'CER' }) : { status: 403 };
    if (pathname === '/service/uid_valid') return header(heard, 'uid') ? json({ code: false }) : { status: 403 };
    if (method === 'POST' && pathname.startsWith('/service/spsignature/')) return this.#exchange(heard);
    const arrival = method === 'GET' ? readArrival(url) : undefined;
    if (!arrival) return { status: 404 };
    this.arrivals.push(arrival);
    return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: arrivedPage };
  }

  #known(heard: Heard): Transaction | undefined {
    return this.transactions.get((header(heard, 'tx_id') ?? '').toLowerCase());
  }

  #data(heard: Heard): Reply {
    const ticket = header(heard, 'permission_ticket');
    if (ticket === undefined) {
      this.withoutTicket += 1;
      return { status: 400 };
    }
    const found = [...this.transactions.values()].find((one) => one.ticket === ticket);
    if (!found) {
      this.withoutTicket += 1;
      return { status: 403 };
    }
    const told = found.fetched.filter(({ early }) => !early).length;
    const due = found.answers[Math.min(told, found.answers.length - 1)] ?? { status: 403 };
    // As the platform does: the data waits until the SP-API's answer is booked.
    const reply = found.accepted ? due : { status: 403 };
    const txId = header(heard, 'tx_id');
    const early = !found.accepted;
    found.fetched.push({ at: heard.at, ticket, ...(txId !== undefined && { txId }), answered: reply.status, early });
    if (reply.status === 200) found.status = '201';
    return reply;
  }

  #confirmed(heard: Heard): Reply {
    const ticket = header(heard, 'permission_ticket');
    const found = [...this.transactions.values()].find((one) => one.ticket === ticket);
    if (!found) return { status: 403 };
    found.stored = header(heard, 'stored') !== 'no';
    return { status: 204 };
  }

  #status(heard: Heard): Reply {
    const found = this.#known(heard);
    found?.statusAsked.push(heard.at);
    return found ? json({ code: found.status, text: '' }) : { status: 403 };
  }

  /** Model 2: the salt, then what was signed. */
  #exchange({ url, body }: Heard): Reply {
    const client = this.#clients.find(({ clientId }) => url.pathname.endsWith(`/${clientId}`));
    let sent: Readonly<Record<string, unknown>>;
    try {
      sent = JSON.parse(body) as Readonly<Record<string, unknown>>;
    } catch {
      return { status: 400 };
    }
    const { tx_id: txId, data, pkcs7 } = sent;
    if (!client) return { status: 403 };
    if (typeof txId !== 'string') return { status: 400 };
    if (data === undefined && pkcs7 === undefined) {
      const salt = randomUUID();
      this.exchanges.set(txId.toLowerCase(), { salt });
      return json({ tx_id: txId, salt });
    }
    const begun = this.exchanges.get(txId.toLowerCase());
    if (!begun || typeof data !== 'string' || typeof pkcs7 !== 'string') return { status: 400 };
    this.exchanges.set(txId.toLowerCase(), { ...begun, ...readSigned(client, begun.salt, data, pkcs7) });
    return { status: 200 };
  }
}

function readSigned(client: Client, salt: string, data: string, pkcs7: string): Partial<Exchange> {
  let fields: Readonly<Record<string, unknown>>;
  try {
    fields = JSON.parse(decryptField(client, data)) as Readonly<Record<string, unknown>>;
  } catch {
    return { problem: 'not-readable' };
  }
  const found = { fields: Object.keys(fields) };
  if (fields['salt'] !== salt) return { ...found, problem: 'salt' };
  try {
    verifySignedData(Buffer.from(pkcs7, 'base64'), Buffer.from(data, 'utf8'));
    return found;
  } catch {
    return { ...found, problem: 'signature' };
  }
}

/** `/service/[spsignature/]{client_id}/{resources}/{tx_id}`; Base64 may hold slashes of its own. */
export function readArrival(url: URL): Arrival | undefined {
  const [, service, ...rest] = url.pathname.split('/');
  const signed = rest[0] === 'spsignature';
  const [clientId, ...more] = signed ? rest.slice(1) : rest;
  const txId = more.pop();
  if (service !== 'service' || !clientId || !txId || !more.length) return undefined;
  const [returnUrl, pid] = [url.searchParams.get('returnUrl'), url.searchParams.get('pid')];
  return {
    clientId: decoded(clientId),
    resources: decoded(more.join('/')),
    txId: decoded(txId),
    ...(returnUrl !== null && { returnUrl }),
    ...(pid !== null && { pid }),
    signed,
  };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

const json = (value: object): Reply => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

const arrivedPage = `<!doctype html><html lang="zh-Hant"><meta charset="utf-8"><title>相容性檢測</title>
<p>相容性檢測工具已收到,請回到終端機。</p></html>`;
