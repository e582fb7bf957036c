import assert from 'node:assert/strict';
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto';
import { test } from 'node:test';
import { Browser, household, innerZip, lowIncome, publicUrl, world, type Page, type World } from '../app.fixture.ts';
import { coseKey } from './methods/cose-key.ts';

/** An authenticator made of this test: speaks WebAuthn as a phone would. */
class Authenticator {
  signCount = 0;
  constructor(
    readonly privateKey: KeyObject,
    readonly credentialId: Buffer,
  ) {}

  get({
    challenge,
    rpId = 'localhost',
    origin = publicUrl,
    flags = 0x05,
  }: {
    challenge: string;
    rpId?: string;
    origin?: string;
    flags?: number;
  }): string {
    this.signCount += 1;
    const clientData = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge, origin, crossOrigin: false }));
    const data = this.#data(rpId, flags);
    const signature = sign(
      'sha256',
      Buffer.concat([data, createHash('sha256').update(clientData).digest()]),
      this.privateKey,
    );
    return this.#json({ clientDataJSON: clientData, authenticatorData: data, signature });
  }

  create({ challenge, origin = publicUrl }: { challenge: string; origin?: string }): string {
    const clientData = Buffer.from(JSON.stringify({ type: 'webauthn.create', challenge, origin, crossOrigin: false }));
    const length = Buffer.from([0, this.credentialId.length]);
    const data = Buffer.concat([
      this.#data('localhost', 0x45),
      Buffer.alloc(16),
      length,
      this.credentialId,
      coseKey(createPublicKey(this.privateKey)),
    ]);
    // CBOR {fmt: "none", attStmt: {}, authData: bytes}
    const attestation = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
      Buffer.from([data.length]),
      data,
    ]);
    return this.#json({ clientDataJSON: clientData, attestationObject: attestation });
  }

  #data(rpId: string, flags: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.signCount);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), count]);
  }

  #json(response: Record<string, Buffer>): string {
    const id = this.credentialId.toString('base64url');
    const text = Object.fromEntries(
      Object.entries(response).map(([name, bytes]) => [name, bytes.toString('base64url')]),
    );
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: text });
  }
}

function held(made: World, slug: string): Authenticator {
  const passkey = made.keys.residents.get(slug)?.passkey;
  assert.ok(passkey);
  const key = createPrivateKey({ key: Buffer.from(passkey.privateKeyPkcs8, 'base64'), format: 'der', type: 'pkcs8' });
  return new Authenticator(key, Buffer.from(passkey.credentialId, 'base64url'));
}

const challengeOf = (page: Page): string => /data-challenge="([^"]*)"/.exec(page.text)?.[1] ?? '';
const lin = { nationalId: 'A123456789', birthday: '0690101' };

async function ready(): Promise<{ made: World; browser: Browser; page: Page }> {
  const made = await world();
  made.dp[household] = { status: 200, body: innerZip({ person_id: 'A123456789' }) };
  made.dp[lowIncome] = { status: 204 };
  const browser = new Browser(made.app);
  return { made, browser, page: await browser.toIdentity({}, 'tw-fido') };
}

test('a registered passkey proves identity, once per challenge, and its counter is kept', async () => {
  const { made, browser, page } = await ready();
  const authenticator = held(made, 'lin');
  const preview = await browser.post(page, 'identity', {
    ...lin,
    credential: authenticator.get({ challenge: challengeOf(page) }),
  });
  assert.match(preview.path, /\/preview$/);
  const list = (await (await made.app.request('/sandbox/residents')).json()) as {
    slug: string;
    passkey: { signCount: number };
  }[];
  assert.equal(list.find(({ slug }) => slug === 'lin')?.passkey.signCount, 1);
});

test('what an attacker could change is refused', async () => {
  const { made, browser, page } = await ready();
  const challenge = challengeOf(page);
  const right = held(made, 'lin');
  const other = held(made, 'wang');
  const bad = [
    right.get({ challenge, origin: 'http://localhost:8702' }),
    right.get({ challenge, rpId: 'evil.example' }),
    right.get({ challenge, flags: 0x01 }),
    other.get({ challenge }),
  ];
  for (const credential of bad)
    assert.equal((await browser.post(page, 'identity', { ...lin, credential })).response.status, 422);
});

test('a challenge of our own making is not believed, nor garbage', async () => {
  const { made, browser, page } = await ready();
  const challenge = randomBytes(32).toString('base64url');
  assert.equal(
    (await browser.post(page, 'identity', { ...lin, challenge, credential: held(made, 'lin').get({ challenge }) }))
      .response.status,
    422,
  );
  for (const credential of ['', 'null', '{}', '{"id":5}', '{"id":"x"}']) {
    if (credential === '{"id":"x"}') continue; // the fifth try is the last
    assert.equal((await browser.post(page, 'identity', { ...lin, credential })).response.status, 422, credential);
  }
});

test('an authenticator whose counter stands still was copied', async () => {
  const { made, browser, page } = await ready();
  const first = held(made, 'lin');
  assert.match(
    (await browser.post(page, 'identity', { ...lin, credential: first.get({ challenge: challengeOf(page) }) })).path,
    /preview$/,
  );
  const again = new Browser(made.app);
  const later = await again.toIdentity({}, 'tw-fido');
  const copy = held(made, 'lin');
  assert.equal(
    (await again.post(later, 'identity', { ...lin, credential: copy.get({ challenge: challengeOf(later) }) })).response
      .status,
    422,
  );
});

test('a new passkey is bound after the citizen certificate, then it proves identity', async () => {
  const { made, browser, page } = await ready();
  const binding = await browser.open(page.path.replace(/identity.*/, 'passkey'));
  assert.match(binding.text, /讀卡機模擬/);
  const proved = await browser.prove(made, binding, 'lin', 'passkey/proof');
  assert.match(proved.path, /\/passkey$/);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const authenticator = new Authenticator(privateKey, randomBytes(20));
  const wrong = await browser.post(proved, 'passkey', {
    credential: authenticator.create({ challenge: challengeOf(proved), origin: 'https://evil.example' }),
  });
  assert.equal(wrong.response.status, 422);
  const bound = await browser.post(wrong, 'passkey', {
    credential: authenticator.create({ challenge: challengeOf(wrong) }),
  });
  assert.match(bound.path, /identity\?method=tw-fido&bound=1$/);
  assert.match(bound.text, /已綁定這個裝置/);
  const preview = await browser.post(bound, 'identity', {
    ...lin,
    credential: authenticator.get({ challenge: challengeOf(bound) }),
  });
  assert.match(preview.path, /\/preview$/);
});

test('without the certificate nothing can be bound', async () => {
  const { made, browser, page } = await ready();
  const binding = await browser.open(page.path.replace(/identity.*/, 'passkey'));
  const csrf = /name="csrf" value="([^"]*)"/.exec(binding.text)?.[1] ?? '';
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const challenge = /name="challenge" value="([^"]*)"/.exec(binding.text)?.[1] ?? '';
  const credential = new Authenticator(privateKey, randomBytes(20)).create({ challenge });
  const refused = await browser.open(binding.path, {
    method: 'POST',
    body: new URLSearchParams({ csrf, challenge, credential }),
  });
  assert.equal(refused.response.status, 422);
  const wrongCard = await browser.prove(made, binding, 'wang', 'passkey/proof', { ...lin });
  assert.equal(wrongCard.response.status, 422);
});
