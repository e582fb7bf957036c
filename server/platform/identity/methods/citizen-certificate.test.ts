/** A card that was good once: its own holder is told why it is refused, anybody else is not. */
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { serialOf } from '#server/crypto/crl.ts';
import { Browser, household, world, type World } from '../../app.fixture.ts';

const lifetime = 11 * 366 * 24 * 3_600_000;

/** → a platform whose authority has taken the card of `slug` back. */
async function revoking(slug: string): Promise<World> {
  const made = await world();
  const { certificatePem } = made.keys.residents.get(slug)!;
  const list = {
    ...made.keys.citizenCrls[0]!,
    revoked: new Set([serialOf(new X509Certificate(certificatePem).serialNumber)]),
  };
  Object.assign(made.keys, { citizenCrls: [list] });
  return made;
}

test('a revoked card is refused with the reason, and the journey stays where it is', async () => {
  const made = await revoking('lin');
  const browser = new Browser(made.app);
  const page = await browser.prove(made, await browser.toIdentity());
  assert.equal(page.response.status, 422);
  assert.match(page.text, /您的自然人憑證已經廢止/);
  assert.match(page.text, /戶政事務所/);
  const again = await browser.prove(made, page);
  assert.equal(again.response.status, 422);
});

test('whoever does not know the rest is told nothing of the card', async () => {
  const made = await revoking('lin');
  const browser = new Browser(made.app);
  const page = await browser.toIdentity();
  const changes: readonly Record<string, string>[] = [
    { birthday: '0990101' },
    { signature: 'AAAA' },
    { nationalId: 'B123456780' },
  ];
  for (const change of changes) {
    const answer = await browser.prove(made, page, 'lin', 'identity', change);
    assert.match(answer.text, /身分驗證沒有成功/);
    assert.doesNotMatch(answer.text, /廢止/);
  }
});

test('another card is not touched by the list', async () => {
  const made = await revoking('wang');
  made.dp[household] = { status: 204 };
  const browser = new Browser(made.app);
  const page = await browser.prove(made, await browser.toIdentity({ resources: household }));
  assert.doesNotMatch(page.text, /廢止|沒有成功/);
});

test('a card past its time is said to be, without a list', async () => {
  const made = await world();
  const later = made.clock.now().getTime() + lifetime;
  Object.assign(made.options, { clock: { now: () => new Date(later) } });
  const late = new Browser(made.restart());
  const answer = await late.prove(made, await late.toIdentity());
  assert.match(answer.text, /您的自然人憑證已經過期/);
});
