/** A county's own system at the registry, for tests: it registers, looks, and its residents arrive. */
import assert from 'node:assert/strict';
import type { Registration, Submission } from '#schemas/wire/registry-api.ts';
import { Browser, client, encrypt, entryUrl, type Page, type World } from '../app.fixture.ts';
import { signedIn, staffedWorld } from '../staff/staff.fixture.ts';
import { asked, sample } from './sample.fixture.ts';
import { seedRegistryAccounts, type SeededAccounts } from './seed.ts';
import { askedOfDefinition } from './submission.ts';

export const household = 'API.7QovE2Gev6';
export const lowIncome = 'API.AbAYGIjoYw';
export const wholeHousehold = 'API.UDauDOLyZg';

export const submission: Submission = {
  asked: {
    ...askedOfDefinition(sample),
    datasets: [asked(household, { fields: ['$.person_id', '$.person_name'] })],
  },
  returnUrl: client.return_url,
  spApiUrl: client.sp_api_url,
  addresses: [],
};

/** The same with other things asked. */
export const asking = (change: Partial<Submission['asked']>, more: Partial<Submission> = {}): Submission => ({
  ...submission,
  ...more,
  asked: { ...submission.asked, ...change },
});

export interface Answer {
  readonly status: number;
  readonly body: Registration & {
    readonly error?: { readonly code: string; readonly fields?: readonly { path: string }[] };
  };
  readonly headers: Headers;
}

export class County {
  readonly #world: World;
  readonly account: SeededAccounts[string];

  constructor(world: World, account: SeededAccounts[string]) {
    this.#world = world;
    this.account = account;
  }

  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const { account, password } = this.account;
    const response = await this.#world.app.request(`/registry/services${path}`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${account}:${password}`).toString('base64')}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: (text ? JSON.parse(text) : {}) as Answer['body'],
      headers: response.headers,
    };
  }

  put = (given: Submission, name = 'relief'): Promise<Answer> => this.call('PUT', `/${name}`, given);
  look = async (name = 'relief'): Promise<Registration> => (await this.call('GET', `/${name}`)).body;

  /** A resident comes from the county's page. → the first screen, or where they are sent back to */
  async arrive(resources: readonly string[], browser = new Browser(this.#world.app), name = 'relief') {
    const { clientId, keys } = await this.look(name);
    assert.ok(keys, 'the county has its keys');
    const sealed = { client_secret: keys.clientSecret, cbc_iv: keys.cbcIv } as typeof client;
    const start = { clientId, resources: resources.join(':'), pid: encrypt('A123456789', sealed) };
    const page = await browser.open(entryUrl(start));
    const code = page.location ? new URL(page.location).searchParams.get('code') : undefined;
    return { page, code: code ?? '', start, browser };
  }
}

export async function countyWorld(): Promise<{
  readonly world: World;
  readonly county: County;
  readonly other: County;
  readonly idOf: (name?: string) => Promise<string>;
}> {
  const world = await staffedWorld();
  const accounts = await seedRegistryAccounts(world, {});
  const of = (id: string): County => {
    const account = accounts[id];
    assert.ok(account);
    return new County(world, account);
  };
  const idOf = async (name = 'relief') => (await world.storage.ownService('ORG.chiayi', name))?.id ?? '';
  return { world, county: of('ORG.chiayi'), other: of('ORG.hualien'), idOf };
}

/** The console's decision, with an answer to each question. */
export async function decide(
  world: World,
  id: string,
  decision: 'approve' | 'return' | 'refuse',
  reason = '已看過，依據足夠',
): Promise<Page> {
  const reviewer = await signedIn(world, 'reviewer');
  const path = `/operator/services/${id}`;
  const page = await reviewer.open(path);
  const questions = [...page.text.matchAll(/name="(answer\.[^"]+)"/g)].map(([, name = '']) => name);
  const answers = Object.fromEntries(questions.map((name) => [name, '已查證，可以同意']));
  return reviewer.post(page, 'decide', { decision, reason, ...answers });
}
