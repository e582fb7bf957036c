/** `GET /journey/:id/events`: what the page that waits is told. No sleeps: each event is awaited. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { Browser, client, household, lowIncome, world, type Page, type World } from '../app.fixture.ts';

const minute = 60_000;

interface SentEvent {
  readonly event: string;
  readonly id: string;
  readonly data: {
    readonly screen: string;
    readonly datasets?: readonly { id: string; state: string; until?: string; text: string }[];
  };
}

/** Reads a stream event by event; comments are skipped. */
class Events {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #text = '';
  constructor(response: Response) {
    this.#reader = response.body!.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  }

  /** → undefined when the stream has ended */
  async next(): Promise<SentEvent | undefined> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end < 0) {
        const { value, done } = await this.#reader.read();
        if (done) return undefined;
        this.#text += new TextDecoder().decode(value);
        continue;
      }
      const lines = this.#text.slice(0, end).split('\n');
      this.#text = this.#text.slice(end + 2);
      const field = (name: string): string | undefined =>
        lines
          .find((line) => line.startsWith(`${name}:`))
          ?.slice(name.length + 1)
          .trim();
      const data = field('data');
      if (data !== undefined)
        return { event: field('event') ?? '', id: field('id') ?? '', data: JSON.parse(data) as SentEvent['data'] };
    }
  }

  close(): Promise<void> {
    return this.#reader.cancel();
  }
}

async function waiting(): Promise<{ made: World; browser: Browser; page: Page; cookie: string }> {
  const made = await world({ clients: [client] });
  made.dp[household] = { status: 204 };
  made.dp[lowIncome] = { status: 429, headers: { 'retry-after': '300' } };
  const browser = new Browser(made.app);
  const page = await browser.prove(made, await browser.toIdentity({ txId: randomUUID() }));
  assert.match(page.path, /\/fetching$/);
  return { made, browser, page, cookie: browser.cookies() };
}

const open = (made: World, { path }: Page, cookie: string, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(made.app.request(path.replace('fetching', 'events'), { headers: { cookie, ...headers } }));

test('the states of all datasets, then each change, then that the journey has moved', async () => {
  const { made, page, cookie } = await waiting();
  const response = await open(made, page, cookie);
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const events = new Events(response);
  const first = await events.next();
  assert.equal(first?.event, 'progress');
  assert.deepEqual(
    first.data.datasets?.map(({ id, state, until }) => [id, state, until]),
    [
      [household, 'no-record', undefined],
      [lowIncome, 'preparing', '2026-11-23T01:05:00.000Z'],
    ],
  );
  assert.equal(first.data.datasets?.[1]?.text, '準備中，約 09:05 備妥');
  made.clock.pass(5 * minute);
  made.dp[lowIncome] = { status: 204 };
  // The stream itself asks for what is due; here another look at the page does.
  await made.app.request(page.path.replace('fetching', 'progress'), { headers: { cookie } });
  let last = await events.next();
  while (last?.event === 'progress') last = await events.next();
  assert.equal(last?.event, 'moved');
  assert.equal(await events.next(), undefined, 'then it ends, and the page loads anew');
});

test('who comes back with Last-Event-ID is told only what is new', async () => {
  const { made, page, cookie } = await waiting();
  const one = new Events(await open(made, page, cookie));
  const first = await one.next();
  await one.close();
  const same = new Events(await open(made, page, cookie, { 'last-event-id': first?.id ?? '' }));
  made.clock.pass(5 * minute);
  made.dp[lowIncome] = { status: 500 };
  await made.app.request(page.path.replace('fetching', 'progress'), { headers: { cookie } });
  const next = await same.next();
  assert.notEqual(next?.id, first?.id);
  await same.close();
  const other = new Events(await open(made, page, cookie, { 'last-event-id': 'unknown' }));
  assert.ok(await other.next());
  await other.close();
});

test('waiting with the page open counts as activity', async () => {
  const { made, browser, page, cookie } = await waiting();
  for (let count = 0; count < 5; count += 1) {
    made.clock.pass(9 * minute);
    made.dp[lowIncome] = { status: 429, headers: { 'retry-after': '3600' } };
    const events = new Events(await open(made, page, cookie));
    assert.equal((await events.next())?.event, 'progress');
    await events.close();
    await made.app.sweep();
  }
  assert.match((await browser.open(page.path)).path, /\/fetching$/);
});

test('another browser is told nothing, and an ended journey only that it has moved', async () => {
  const { made, browser, page, cookie } = await waiting();
  assert.equal((await open(made, page, '')).status, 404);
  await browser.post(page, 'cancel');
  const events = new Events(await open(made, page, cookie));
  assert.deepEqual((await events.next())?.data, { screen: 'ended' });
  assert.equal(await events.next(), undefined);
});
