/** A browser at one network address: cookies by origin, redirects by hand, forms read from the pages. Tells the tally each refusal for a limit. */
import type { Parties } from './parties.ts';
import type { Tally } from './tally.ts';

export interface Seen {
  readonly url: string;
  readonly status: number;
  readonly text: string;
}

export interface World {
  readonly parties: Parties;
  readonly tally: Tally;
}

const limits: ReadonlySet<number> = new Set([423, 429, 503]);

export class Visitor {
  readonly #world: World;
  readonly #cookies = new Map<string, Map<string, string>>();
  readonly actor: string;
  readonly address: string;
  readonly #honest: boolean;

  constructor(world: World, actor: string, address: string, honest = true) {
    this.#world = world;
    this.actor = actor;
    this.address = address;
    this.#honest = honest;
  }

  async send(url: string, init: RequestInit = {}): Promise<Response> {
    const { origin, pathname } = new URL(url);
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar);
    const headers = new Headers(init.headers);
    if (jar.size) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await this.#world.parties.send(this.address, url, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value) jar.set(name, value);
      else jar.delete(name);
    }
    const { tally } = this.#world;
    const counts = tally.of(this.actor);
    counts.requests += 1;
    if (limits.has(response.status)) {
      counts.limited += 1;
      if (this.#honest) tally.lost(this.actor, routeOf(init.method, pathname), `${response.status} to ${this.address}`);
    }
    return response;
  }

  async open(url: string, form?: Readonly<Record<string, string>>): Promise<Seen> {
    const accept = { accept: 'text/html' };
    const headers = { ...accept, origin: new URL(url).origin, 'content-type': 'application/x-www-form-urlencoded' };
    let at = url;
    let response = await this.send(
      at,
      form ? { method: 'POST', body: new URLSearchParams(form).toString(), headers } : { headers: accept },
    );
    for (let hops = 0; hops < 10 && response.status >= 300 && response.status < 400; hops += 1) {
      at = new URL(response.headers.get('location')!, at).href;
      response = await this.send(at, { headers: accept });
    }
    return { url: at, status: response.status, text: await response.text() };
  }

  /** The page's form that goes to `action`, with its hidden fields and what is given. */
  submit(page: Seen, action: string, fields: Readonly<Record<string, string>> = {}): Promise<Seen> {
    const form = formOf(page, action);
    if (!form) throw new Error(`no form ${action} at ${new URL(page.url).pathname} (${page.status})`);
    return this.open(form.to, { ...form.hidden, ...fields });
  }

  json(method: string, url: string, body?: unknown): Promise<Response> {
    return this.send(url, {
      method,
      headers: { 'x-mydata-request': '1', origin: new URL(url).origin, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }
}

/** Without what is one person's in it. */
const routeOf = (method = 'GET', path: string): string =>
  `${method} ${path.replaceAll(/\/(?:[\w-]{22}|[0-9a-f]{8}-[0-9a-f-]{27})(?=\/|$)/g, '/…')}`;

interface Form {
  readonly to: string;
  readonly hidden: Readonly<Record<string, string>>;
}

export function formOf({ url, text }: Seen, action: string): Form | undefined {
  for (const [tag, inside = ''] of text.matchAll(/<form[^>]*>([\s\S]*?)<\/form>/g)) {
    const to = new URL(/^<form[^>]*action="([^"]*)"/.exec(tag)?.[1] ?? url, url).href;
    if (!new URL(to).pathname.endsWith(`/${action}`)) continue;
    const inputs = [...inside.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => input);
    const hidden = inputs.map((input) => [
      /name="([^"]*)"/.exec(input)?.[1] ?? '',
      /value="([^"]*)"/.exec(input)?.[1] ?? '',
    ]);
    return { to, hidden: Object.fromEntries(hidden) as Form['hidden'] };
  }
  return undefined;
}
