/** Stands between the elements and the network: what a state's calls name is answered here, and nothing else is asked. */
import type { Answer, State } from './scenes/scene.ts';

const nothing: Answer = {
  status: 404,
  body: { error: { code: 'not-found', message: { 'zh-Hant': '找不到。', en: 'Not found.' } } },
};

async function answered(answer: Answer): Promise<Response> {
  if (answer === 'silent') return new Promise(() => undefined);
  if (answer === 'offline') throw new TypeError('offline');
  const { status = 200, body } = answer;
  return new Response(status === 204 ? null : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });
}

/** Nothing is ever told. */
class SilentEvents extends EventTarget {
  close(): void {}
}

export function answerCalls({ calls = {} }: State): void {
  Object.assign(window, { EventSource: SilentEvents });
  window.fetch = async (input, init) => {
    const asked = input instanceof Request ? input.url : String(input);
    const { pathname } = new URL(asked, document.baseURI);
    return answered(calls[`${init?.method ?? 'GET'} ${pathname}`] ?? nothing);
  };
}
