/** A county app inside the page: answers `fetch` from a table and keeps what was asked. Tests only. */
interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: unknown;
}

export type Answer =
  | { readonly status?: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  | 'offline';

export interface FakeCounty {
  readonly asked: Asked[];
  /** `GET /services/x` → answer, or what makes one from the request. A path without an entry answers 404. */
  answers: { [call: string]: Answer | ((asked: Asked) => Answer | Promise<Answer>) };
  restore(): void;
}

export function fakeCounty(answers: FakeCounty['answers'], api = '/api'): FakeCounty {
  const real = window.fetch;
  const county: FakeCounty = {
    asked: [],
    answers,
    restore: () => {
      window.fetch = real;
    },
  };
  window.fetch = async (input, init = {}) => {
    const { pathname } = new URL(String(input), document.baseURI);
    if (!pathname.startsWith(`${api}/`)) return real(input, init);
    const asked: Asked = {
      method: init.method ?? 'GET',
      path: pathname.slice(api.length),
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
    };
    county.asked.push(asked);
    const entry = county.answers[`${asked.method} ${asked.path}`] ?? {
      status: 404,
      body: { error: { code: 'not-found', message: { 'zh-Hant': '找不到', en: 'Not found' } } },
    };
    const answer = typeof entry === 'function' ? await entry(asked) : entry;
    if (init.signal?.aborted) throw init.signal.reason;
    if (answer === 'offline') throw new TypeError('Failed to fetch');
    const { status = 200, body, headers = {} } = answer;
    return new Response(status === 204 ? null : JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json', ...headers },
    });
  };
  return county;
}
