import type { Fetch } from '../context.ts';

export interface Page {
  readonly url: string;
  readonly text: string;
}

/** Cookies per origin, redirects followed by hand, forms read from the pages. */
export class Browser {
  readonly #fetch: Fetch;
  readonly #cookies = new Map<string, Map<string, string>>();

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  async visit(url: string, form?: Readonly<Record<string, string>>): Promise<Page> {
    let at = url;
    let response = await this.send(
      at,
      form && { method: 'POST', body: new URLSearchParams(form), headers: { origin: new URL(url).origin } },
    );
    for (let hops = 0; hops < 10 && response.status >= 300 && response.status < 400; hops += 1) {
      at = new URL(response.headers.get('location')!, at).href;
      response = await this.send(at);
    }
    return { url: at, text: await response.text() };
  }

  async json<T>(url: string, method = 'GET', body?: unknown): Promise<T> {
    const response = await this.send(url, {
      method,
      headers: { 'x-mydata-request': '1', origin: new URL(url).origin, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok)
      throw new Error(
        `${method} ${new URL(url).pathname}: ${response.status} ${(await response.text()).slice(0, 300)}`,
      );
    return (await response.json()) as T;
  }

  async send(url: string, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(url);
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar);
    const headers = new Headers(init.headers);
    if (jar.size) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await this.#fetch(url, { ...init, headers, redirect: 'manual', to: 'partner' });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  }
}

export function hiddenFields(page: string): Record<string, string> {
  const [, form = ''] = /<form[^>]*method="post"[^>]*>([\s\S]*?)<\/form>/.exec(page) ?? [];
  const inputs = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => tag);
  return Object.fromEntries(
    inputs.map((tag) => [/name="([^"]*)"/.exec(tag)?.[1] ?? '', /value="([^"]*)"/.exec(tag)?.[1] ?? '']),
  );
}
