/** A browser without scripts: cookies per origin, redirects followed by hand, forms posted as plain ones. */
import type { Outcome } from '../calls/call.ts';
import { tryAsking, type Question } from './ask.ts';
import { Ended, failed, type Tools } from './check.ts';

export interface Page {
  /** Where it ended. */
  readonly url: string;
  readonly status: number;
  readonly text: string;
  /** Addresses that redirects led to, in order. */
  readonly way: readonly string[];
}

export interface Visit {
  /** Sent as a form. */
  readonly form?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly method?: Question['method'];
  readonly headers?: Readonly<Record<string, string>>;
  /** Does not go where a redirect leads if this says so; `url` is that address then, with the status of the redirect. */
  readonly stopAt?: (url: string) => boolean;
}

const mostRedirects = 15;
const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

export class Browser {
  readonly #tools: Pick<Tools, 'fetch'>;
  readonly #cookies = new Map<string, Map<string, string>>();

  constructor(tools: Pick<Tools, 'fetch'>) {
    this.#tools = tools;
  }

  /** @throws Ended as failed where nobody answers, or redirects never end */
  async visit(url: string, { form, json, method, headers, stopAt }: Visit = {}): Promise<Page> {
    const way: string[] = [];
    const body = form ? new URLSearchParams(form).toString() : json === undefined ? undefined : JSON.stringify(json);
    const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
    let at = url;
    let answer = await this.#send(at, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(body !== undefined && { 'content-type': type }),
        ...((body !== undefined || method !== undefined) && { origin: new URL(url).origin }),
        ...headers,
      },
      body,
    });
    while (isRedirect(answer.status)) {
      const location = answer.headers.get('location');
      if (location === null || !URL.canParse(location, at)) break;
      at = new URL(location, at).href;
      way.push(at);
      if (stopAt?.(at)) return { url: at, status: answer.status, text: '', way };
      if (way.length > mostRedirects)
        throw new Ended(failed(`轉址沒有盡頭:${withoutQuery(url)}`, `redirects without end: ${withoutQuery(url)}`));
      answer = await this.#send(at, {});
    }
    return { url: at, status: answer.status, text: answer.bytes.toString('utf8'), way };
  }

  async #send(url: string, question: Question): Promise<Extract<Outcome, { kind: 'answer' }>> {
    const { origin } = new URL(url);
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const outcome = await tryAsking(this.#tools, url, {
      size: 8 * 1024 * 1024,
      ...question,
      headers: { accept: 'text/html,*/*', ...question.headers, ...(cookie && { cookie }) },
    });
    if (outcome.kind !== 'answer') {
      const where = withoutQuery(url);
      throw new Ended(failed(`瀏覽器連不上 ${where}`, `the browser got no answer of ${where} (${outcome.kind})`));
    }
    for (const set of outcome.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const at = pair.indexOf('=');
      if (at > 0) jar.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
    }
    return outcome;
  }
}

/** What stands in a query may be of a person. */
export const withoutQuery = (url: string): string => url.replace(/[?#].*$/s, '');
