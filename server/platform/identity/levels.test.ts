/** Level per dataset 身分驗證等級: every combination of the catalogue's levels, and a proof made elsewhere. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { newSecret } from '../../crypto/secret.ts';
import { inUse } from '#schemas/datasets/catalogue.ts';
import { accepts, identityMethods } from '#schemas/datasets/identity-methods.ts';
import { Browser, client, household, innerZip, lowIncome, residents, world } from '../app.fixture.ts';
import { offeredMethods, platformMethods, type PlatformMethod } from './methods/levels.ts';
import { personOf } from '../person.ts';
import { platformOf } from '../platform.ts';
import { openJourney } from '../entry/open-journey.ts';

const levelOf = (method: string): number => identityMethods.find((one) => one.method === method)?.level ?? Infinity;

test('every dataset in use: its own methods and every stronger one of a person are offered, no weaker one', () => {
  for (const dataset of inUse.values()) {
    const weakest = Math.max(0, ...dataset.identity.filter((method) => method !== 'business-certificate').map(levelOf));
    const expected = platformMethods.filter((method) => levelOf(method) <= weakest);
    assert.deepEqual(offeredMethods([dataset]), expected, dataset.id);
  }
});

test('every pair of datasets in use: offered is what both accept, and only that', () => {
  const all = [...inUse.values()];
  for (const one of all) {
    for (const other of all) {
      const expected = platformMethods.filter((method) => accepts(one, method) && accepts(other, method));
      assert.deepEqual(offeredMethods([one, other]), expected, `${one.id} ${other.id}`);
    }
  }
});

for (const method of platformMethods) {
  test(`proved elsewhere by ${method}: not asked again where it is enough, asked where it is not`, async () => {
    const made = await world();
    made.dp[household] = { status: 200, body: innerZip({ person_id: 'A123456789', person_name: '林小美' }) };
    made.dp[lowIncome] = { status: 204 };
    const platform = platformOf(made.options);
    const txId = randomUUID();
    const secret = newSecret();
    const opened = await openJourney(
      platform,
      {
        clientId: client.client_id,
        resources: Buffer.from([household, lowIncome].join(':')).toString('base64'),
        txId,
        returnUrl: client.return_url,
        browser: secret,
      },
      {
        person: personOf(residents[0]!),
        method,
        use: { step: 'keep-choice', personHash: 'nobody', resources: [], at: made.clock.now() },
      },
    );
    assert.ok(opened.kind === 'opened');
    const browser = new Browser(made.app);
    browser.keep('mydata_platform_browser', secret);
    const facts = await browser.open(`/journey/${opened.journeyId}/facts`);
    assert.match(facts.path, /\/facts$/, 'the platform still says who asks for what');
    const next = await browser.post(await browser.post(facts, 'facts'), 'terms', { agree: 'yes' });
    const enough = offeredMethods([inUse.get(household)!, inUse.get(lowIncome)!]).includes(method as PlatformMethod);
    assert.match(next.path, enough ? /\/preview$/ : /\/identity$/);
    const transaction = await made.storage.transaction(txId);
    assert.equal(transaction?.method, enough ? method : undefined);
    assert.equal(transaction?.personHash !== undefined, enough);
    if (!enough) assert.match((await browser.prove(made, next)).path, /\/preview$/);
  });
}
