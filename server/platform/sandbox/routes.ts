/** The test environment's doors: invented residents with all they hold, sent notices, records, and the simulated card. */
import type { Hono } from 'hono';
import { personHash } from '../hashes.ts';
import { outbox } from '../messages/outbox.ts';
import { isLocal } from '../messages/queue.ts';
import { platformMethods } from '../identity/methods/levels.ts';
import { relyingParty } from '../identity/methods/passkey.ts';
import type { Platform } from '../platform.ts';
import { compactRocDate } from '#schemas/taiwan/roc-date.ts';
import { signWithCard } from '../identity/sandbox-card.ts';
import { outboxView } from '../messages/views/outbox.ts';
import type { SandboxResident } from '../../sandbox/resident.ts';

/** Only called in the test environment; elsewhere these addresses do not exist. */
export function sandboxRoutes(app: Hono, platform: Platform): void {
  const { storage, config, keys } = platform;

  app.get('/sandbox/residents', async (c) => c.json(await Promise.all(config.residents.map(residentView))));

  app.get('/sandbox/outbox', async (c) => c.json(await outbox(platform)));
  app.get('/outbox', async (c) => c.html(outboxView(await outbox(platform), isLocal(platform.transports))));

  app.get('/sandbox/records', async (c) =>
    c.json(
      await Promise.all(
        (await storage.transactions(100)).map(async ({ personHash: _hash, ...transaction }) => ({
          ...transaction,
          consent: await consentOf(transaction.txId),
          events: (await storage.events(transaction.txId)).map(({ txId: _txId, ...event }) => event),
        })),
      ),
    ),
  );

  app.post('/sandbox/card/sign', async (c) => {
    const result = await signWithCard(platform, await c.req.json().catch(() => undefined));
    return 'status' in result
      ? c.json({ error: { code: result.code, message: result.text } }, result.status)
      : c.json(result);
  });

  async function consentOf(txId: string): Promise<object | undefined> {
    const consent = await storage.consent(txId);
    return consent && { given: consent.given, at: consent.at, wordsHash: consent.wordsHash, words: consent.words };
  }

  async function residentView({
    slug,
    name,
    note,
    nationalId,
    birthDate,
    card,
    nhi,
    householdNumber,
  }: SandboxResident): Promise<object> {
    const held = keys.residents.get(slug);
    const passkeys = await storage.passkeysOf(personHash(keys.hashKey, nationalId));
    const passkey = held && {
      credentialId: held.passkey.credentialId,
      privateKeyPkcs8: held.passkey.privateKeyPkcs8,
      userHandle: held.passkey.userHandle,
      rpId: relyingParty(platform).id,
      signCount: passkeys.find(({ credentialId }) => credentialId === held.passkey.credentialId)?.signCount ?? 0,
    };
    return {
      slug,
      name,
      note,
      nationalId,
      birthDate,
      rocBirthday: compactRocDate(birthDate),
      methods: platformMethods,
      card: { ...card, certificatePem: held?.certificatePem, privateKeyPem: held?.privateKeyPem },
      nhi,
      householdNumber,
      passkey,
    };
  }
}
