/** A browser without a screen: cookies per origin, redirects followed by hand, forms read from the pages. */
export class ScriptedBrowser {
  readonly #cookies = new Map<string, Map<string, string>>();

  async send(url: string, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(url);
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar);
    const headers = new Headers(init.headers);
    if (jar.size) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  /** Follows redirects; → the last address and its text. */
  async visit(
    url: string,
    form?: Readonly<Record<string, string>>,
  ): Promise<{ url: string; text: string; status: number }> {
    let response = await this.send(
      url,
      form && { method: 'POST', body: new URLSearchParams(form), headers: { origin: new URL(url).origin } },
    );
    let at = url;
    for (let hops = 0; hops < 10 && response.status >= 300 && response.status < 400; hops += 1) {
      at = new URL(response.headers.get('location')!, at).href;
      await response.arrayBuffer();
      response = await this.send(at);
    }
    return { url: at, text: await response.text(), status: response.status };
  }

  async json<T>(url: string, method = 'GET', body?: unknown): Promise<T> {
    const response = await this.send(url, {
      method,
      headers: {
        'x-mydata-request': '1',
        origin: new URL(url).origin,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${new URL(url).pathname}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  }
}

/** The hidden fields of the first form on a page. */
export function hiddenFields(page: string): Record<string, string> {
  const [, form = ''] = /<form[^>]*>([\s\S]*?)<\/form>/.exec(page) ?? [];
  const inputs = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => tag);
  return Object.fromEntries(
    inputs.map((tag) => [/name="([^"]*)"/.exec(tag)?.[1] ?? '', /value="([^"]*)"/.exec(tag)?.[1] ?? '']),
  );
}
