/** The service provider that the kit plays: its SP-API, and the page that residents come back to. */
import { decryptField } from '../../protocol/mydata-1/fields.ts';
import { listen, type Heard, type Listening, type Reply } from '../listen.ts';
import type { Client } from '../read-clients.ts';
import { pause } from '../wait-for.ts';

export interface Called {
  readonly at: number;
  readonly contentType: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** `performance.now()` when it was answered. */
  answeredAt?: number;
}

export class SpSide {
  /** By transaction, in order. */
  readonly calls = new Map<string, Called[]>();
  /** Calls that named no transaction. */
  readonly unreadable: string[] = [];
  /** Where browsers came back, those that a person uses included. */
  readonly returned: URL[] = [];
  /** What the SP-API answers, by transaction; 200 else. */
  readonly answers = new Map<string, Reply>();
  /** Milliseconds until it answers, by transaction. */
  readonly delays = new Map<string, number>();
  readonly #client: Client;
  #listening?: Listening;

  constructor(client: Client) {
    this.#client = client;
  }

  async open(port: number): Promise<void> {
    this.#listening = await listen(port, 'listen', (heard) => this.#answer(heard));
  }

  async close(): Promise<void> {
    await this.#listening?.close();
  }

  async #answer(heard: Heard): Promise<Reply> {
    const { pathname, search } = heard.url;
    if (heard.method === 'POST' && pathname === new URL(this.#client.spApiUrl).pathname) return this.#called(heard);
    if (pathname !== new URL(this.#client.returnUrl).pathname) return { status: 404 };
    this.returned.push(new URL(search, this.#client.returnUrl));
    return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: backPage };
  }

  async #called({ body, headers, at }: Heard): Promise<Reply> {
    let said: Readonly<Record<string, unknown>>;
    try {
      said = JSON.parse(body) as Readonly<Record<string, unknown>>;
    } catch {
      this.unreadable.push(body.slice(0, 100));
      return { status: 400 };
    }
    const txId = String(said['tx_id']).toLowerCase();
    const call: Called = { at, contentType: headers['content-type'] ?? '', body: said };
    this.calls.set(txId, [...(this.calls.get(txId) ?? []), call]);
    await pause(this.delays.get(txId) ?? 0);
    call.answeredAt = performance.now();
    return this.answers.get(txId) ?? { status: 200 };
  }

  /** The code and the transaction that an address of ours says. */
  read(back: URL): { readonly code: number; readonly txId?: string } {
    const code = Number(back.searchParams.get('code'));
    const sent = back.searchParams.get('tx_id');
    if (sent === null) return { code };
    try {
      return { code, txId: decryptField(this.#client, sent) };
    } catch {
      return { code };
    }
  }
}

const backPage = `<!doctype html><html lang="zh-Hant"><meta charset="utf-8"><title>相容性檢測</title><p>已回到檢測工具。</p></html>`;
