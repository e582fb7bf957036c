/** docs/outside-clients.md names every form of a journey and every field in it: what a script posts is what the pages ask. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../../package-root.ts';
import { Browser, client, entryUrl, household, innerZip, lowIncome, world, type Page } from '../app.fixture.ts';
import { counterClient, counterWorld, toBarcode } from '../counter/counter.fixture.ts';
import { Resident } from '../me/me.fixture.ts';
import { withdrawalAddress } from '../consent/withdrawal.ts';

const income = 'API.syWqjr4flJ';

interface Form {
  /** The page it stands on, ids aside. */
  readonly page: string;
  readonly action: string;
  readonly fields: readonly string[];
}

const plainPath = (path: string): string =>
  path
    .replace(/\?.*$/, '')
    .replace(/\/journey\/[^/]+/, '/journey/{id}')
    .replace(/\/service\/counter\/[^/]+/, '/service/counter/{client_id}')
    .replace(/\/withdraw\/.+/, '/withdraw/{journey}/{key}')
    .replace(/\/me\/delegation\/[^/]+/, '/me/delegation/{id}');

/** A parameter's field is called after its dataset. */
const plainField = (name: string): string => name.replace(/^p-.+$/, 'p-{dataset}-{parameter}');

function formsOf({ path, text }: Page): readonly Form[] {
  return [...text.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', inside = '']) => {
    assert.match(head, /method="post"/, `a form of ${path} is not posted`);
    return {
      page: plainPath(path),
      action: plainPath(/action="([^"]*)"/.exec(head)?.[1] ?? path),
      fields: [...new Set([...inside.matchAll(/\sname="([^"]*)"/g)].map(([, name = '']) => plainField(name)))],
    };
  });
}

/** Every way to prove who one is, then to the consent. */
async function online(): Promise<readonly Page[]> {
  const made = await world({ clients: [{ ...client, resources: [lowIncome] }] });
  made.dp[lowIncome] = { status: 204 };
  const browser = new Browser(made.app);
  const facts = await browser.open(entryUrl({ resources: lowIncome }));
  const terms = await browser.post(facts, 'facts');
  const { path } = await browser.post(terms, 'terms', { agree: 'yes' });
  const ways: Page[] = [];
  for (const way of ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document'])
    ways.push(await browser.open(`${path}?method=${way}`));
  const bind = await browser.open(path.replace(/identity$/, 'passkey'));
  const bound = await browser.prove(made, bind, 'lin', 'passkey/proof');
  const preview = await browser.prove(made, await browser.open(`${path}?method=citizen-certificate`));
  const consent = await browser.post(preview, 'preview');
  return [facts, terms, ...ways, bind, bound, preview, consent];
}

/** A dataset that asks something, and takes its time; agreed to before it is there, and taken back. */
async function slow(): Promise<readonly Page[]> {
  const made = await world({ clients: [{ ...client, resources: [household, income] }] });
  made.dp[household] = { status: 200, body: innerZip({ person_id: 'A123456789' }) };
  made.dp[income] = { status: 429, headers: { 'retry-after': '60' } };
  const browser = new Browser(made.app);
  const identity = await browser.toIdentity({ resources: `${household}:${income}` });
  const parameters = await browser.prove(made, identity);
  const fetching = await browser.post(parameters, 'parameters', { 'p-API-syWqjr4flJ-year': '114' });
  const later = await browser.post(fetching, 'later');
  await browser.post(later, 'consent', { decision: 'agree' });
  const id = /\/journey\/([^/]+)/.exec(later.path)![1]!;
  const { publicUrl } = made.options.config;
  const address = withdrawalAddress({ keys: made.keys, config: { publicUrl } as never }, id);
  return [parameters, fetching, later, await browser.open(address.slice(publicUrl.length))];
}

async function counter(): Promise<readonly Page[]> {
  const made = await counterWorld();
  const service = await new Browser(made.app).open(`/service/counter/${counterClient.client_id}`);
  const { browser, page, journeyId } = await toBarcode(made);
  const delegation = await browser.open(`/journey/${journeyId}/delegation`);
  const named = await browser.post(delegation, 'delegation', { name: '王大明', nationalId: 'B123456780' });
  const agent = new Resident(made);
  await agent.signIn('wang');
  const offered = await agent.open(/\/me\/delegation\/[\w-]{22}/.exec(named.text)![0]);
  return [service, page, delegation, { ...named, path: delegation.path }, offered];
}

test('every form that a page of a journey has, and every field of it, stands in the table', async () => {
  const text = await readFile(join(packageRoot, 'docs/outside-clients.md'), 'utf8');
  const [, after = ''] = text.split('### Every form and its fields\n');
  const rows = after
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const forms = (await Promise.all([online(), slow(), counter()])).flat().flatMap(formsOf);
  const seen = new Set<string>();
  for (const { page, action, fields } of forms) {
    const row = rows.find(
      (one) => one.includes(`\`POST ${action}\``) && fields.every((name) => one.includes(`\`${name}\``)),
    );
    assert.ok(row, `${page}: POST ${action} with ${fields.join(', ')}`);
    seen.add(row);
  }
  assert.deepEqual(
    rows.filter((row) => !seen.has(row)),
    [],
    'no page has these forms',
  );
});
