import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { sqlitePlatformStorage } from '../../adapters/sqlite/platform/storage.ts';
import { Browser, client, household, innerZip, lowIncome, world } from '../app.fixture.ts';

test('on SQLite too: of 50 fetches at once one gets the data, and nothing personal is left in the database', async () => {
  const storage = sqlitePlatformStorage(':memory:');
  const made = await world({ clients: [client], storage });
  made.dp[household] = { status: 200, body: innerZip({ person_id: 'A123456789', person_name: '林小美' }) };
  made.dp[lowIncome] = { status: 204 };
  const browser = new Browser(made.app);
  const txId = randomUUID();
  const back = await browser.post(await browser.toConsent(made, { txId }), 'consent', { decision: 'agree' });
  assert.match(back.location ?? '', /[?&]code=200&/);
  const headers = { permission_ticket: made.spCalls[0]?.permission_ticket ?? '', tx_id: txId };
  const answers = await Promise.all(Array.from({ length: 50 }, () => made.app.request('/service/data', { headers })));
  const count = (status: number): number => answers.filter((answer) => answer.status === status).length;
  assert.deepEqual([count(200), count(201)], [1, 49]);
  assert.deepEqual(await storage.packages(txId), []);
  const rows = [await storage.transactions(10), await storage.events(txId), await storage.consent(txId)];
  assert.doesNotMatch(JSON.stringify(rows), /A123456789|林小美|example\.test/);
  await storage.close();
});
