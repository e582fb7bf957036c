/** The witness of one party: its key among the party's keys, its memory among the marks. */
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { openKeyFolder } from '../files/key-folder.ts';
import { writeWhole } from '../files/write-whole.ts';
import { call } from '../calls/call.ts';
import type { Clock, Fetch } from '../context.ts';
import { rawPublicKey } from '../crypto/signed-note.ts';
import { lifetimes } from '../lifetimes.ts';
import { readIfThere } from '../start/folders/manifest.ts';
import type { Place } from '../start/folders/place.ts';
import { witnessApp } from './app.ts';
import { witness, type WitnessStore } from './witness.ts';

export interface WitnessNeeds {
  readonly place: Pick<Place, 'keys' | 'marks'>;
  /** The party's own address. */
  readonly url: string;
  readonly platformUrl: string;
  readonly clock: Clock;
  readonly fetch: Fetch;
}

/** The party's app with the doors of its witness beside its own. */
export async function withWitness(app: Pick<Hono, 'fetch'>, needs: WitnessNeeds): Promise<Hono['fetch']> {
  const { place, url, platformUrl, clock } = needs;
  const text = await (
    await openKeyFolder(place.keys)
  ).readOrMake('witness.key', async () =>
    generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  );
  const privateKey = createPrivateKey({ key: Buffer.from(text.trim(), 'base64'), format: 'der', type: 'pkcs8' });
  const doors = witnessApp(
    witness({
      name: `${new URL(url).host}/witness`,
      key: { privateKey, raw: rawPublicKey(privateKey) },
      store: storeIn(place.marks),
      clock,
      log: `${new URL(platformUrl).host}/log`,
      logKeys: keysOf(needs),
    }),
  );
  // Of Hono itself: what is asked here is ours.
  const { fetch: witnessed } = doors;
  const { fetch: others } = app;
  return (request, ...more) =>
    (new URL(request.url).pathname.startsWith('/witness/') ? witnessed : others)(request, ...more);
}

function storeIn(folder: string): WitnessStore {
  const file = join(folder, 'witness.txt');
  return { read: () => readIfThere(file), keep: (note) => writeWhole(file, note) };
}

/**
 * As the platform publishes them: what a witness stands for is that the log goes on from what it was, whoever signs it. Asked
 * anew where they do not serve, once a minute at most.
 */
function keysOf({ platformUrl, clock, fetch }: WitnessNeeds): (fresh: boolean) => Promise<readonly string[]> {
  let known: readonly string[] = [];
  let asked = Number.NEGATIVE_INFINITY;
  return async (fresh) => {
    const now = clock.now().getTime();
    if ((fresh || !known.length) && now - asked >= lifetimes.witnessKeys.ms) {
      asked = now;
      const url = `${platformUrl.replace(/\/+$/, '')}/log/keys`;
      const outcome = await call(fetch, url, { to: 'partner', timeout: lifetimes.witnessAnswer.ms, size: 64 * 1024 });
      if (outcome.kind === 'answer' && outcome.status === 200)
        known = outcome.bytes
          .toString('utf8')
          .split('\n')
          .filter((line) => line && !line.startsWith('#'));
    }
    return known;
  };
}
