import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secretHash } from '../../crypto/secret.ts';
import type { Platform } from '../platform.ts';
import type { Client } from '../registry/read-register.ts';
import { mayCall, ticketFor } from './ticket-for.ts';

const txId = '0f8b2c1e-5d0a-4c3b-9e51-8a7b6c5d4e3f';
const ticket = { clientId: 'CLI.a', txId };

const platform = (client: Partial<Client> | undefined, known = true): Platform =>
  ({
    storage: { ticket: async (hash: string) => (known && hash === secretHash('secret') ? ticket : undefined) },
    clients: {
      find: async (id: string) =>
        client && id === 'CLI.a' ? { clientId: id, suspended: false, addresses: [], ...client } : undefined,
    },
  }) as unknown as Platform;

const ask = async (
  client: Partial<Client> | undefined,
  asked: Partial<Parameters<typeof ticketFor>[1]> = {},
  known = true,
) => {
  const found = await ticketFor(platform(client, known), { ticket: 'secret', ...asked });
  return 'status' in found ? found.status : found.ticket === (ticket as unknown) && found.client.clientId;
};

const ended = { standing: { phase: 'ended' } } as Partial<Client>;
const live = { standing: { phase: 'live' } } as Partial<Client>;
const at = ['192.0.2.1', '192.0.2.2'];

test('a ticket is found by what was given out, of a client that may still be served', async () => {
  assert.equal(await ask({}), 'CLI.a');
  assert.equal(await ask(live), 'CLI.a');
  assert.equal(await ask({}, { ticket: 'Secret' }), 403);
  assert.equal(await ask({}, {}, false), 403);
  assert.equal(await ask(undefined), 403);
  assert.equal(await ask({ suspended: true }), 403);
  assert.equal(await ask(ended), 403);
});

test('from the addresses that were registered; from anywhere where none were', async () => {
  assert.equal(await ask({ addresses: at }, { address: '192.0.2.2' }), 'CLI.a');
  assert.equal(await ask({ addresses: at }, { address: '192.0.2.3' }), 401);
  assert.equal(await ask({ addresses: at }), 401);
  assert.equal(await ask({ addresses: at, suspended: true }, { address: '192.0.2.3' }), 403, 'nothing more is told');
  assert.equal(mayCall({ addresses: [] } as unknown as Client, undefined), true);
  assert.equal(mayCall({ addresses: at } as unknown as Client, undefined), false);
});

test('for the transaction that it was made for, where one is named', async () => {
  assert.equal(await ask({}, { txId }), 'CLI.a');
  assert.equal(await ask({}, { txId: txId.toUpperCase() }), 'CLI.a');
  assert.equal(await ask({}, { txId: txId.replace('0', '1') }), 403);
  assert.equal(await ask({}, { txId: '' }), 403);
});
