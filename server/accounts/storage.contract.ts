/** What every party's storage must do with its staff's accounts; run on each engine of each. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { lifetimes } from '../lifetimes.ts';
import type { Account, AccountReads, AccountStep, Action, Invitation, Kinds } from './storage.ts';

const start = new Date('2026-11-23T01:00:00Z');
const later = (ms: number): Date => new Date(start.getTime() + ms);

interface Storage<Kind extends Kinds> extends AccountReads<Kind> {
  commit(
    plan: readonly AccountStep<Kind>[],
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: string }>;
  close(): Promise<void>;
}

export function accountsContract<Kind extends Kinds>(
  name: string,
  make: () => Storage<Kind> | Promise<Storage<Kind>>,
  of: {
    /** With what only this party's records hold. */
    readonly account: (plain: Account) => Kind['account'];
    readonly invitation: (plain: Invitation) => Kind['invitation'];
    /** All that were recorded. */
    readonly actions: (storage: Storage<Kind>) => Promise<readonly Action[]>;
  },
): void {
  const contract = (rule: string, body: (storage: Storage<Kind>) => Promise<void>) =>
    test(`${name}: ${rule}`, async () => {
      const storage = await make();
      await body(storage);
      await storage.close();
    });

  const account = (login: string): Kind['account'] =>
    of.account({
      id: randomUUID(),
      login,
      name: '方大同',
      password: 'scrypt$…',
      totp: new Uint8Array([1, 2, 3]),
      totpStep: 5,
      createdAt: start,
    });

  /** Engines give back bytes of kinds of their own. */
  const plain = (one: Kind['account'] | undefined): Kind['account'] | undefined =>
    one && { ...one, totp: new Uint8Array(one.totp) };

  contract('an account is found by id and by login, and a login is given once', async (storage) => {
    const one = account('fang');
    assert.deepEqual(await storage.commit([{ step: 'add-account', account: one }]), { ok: true });
    assert.deepEqual(plain(await storage.staffAccount(one.id)), one);
    assert.deepEqual(plain(await storage.staffByLogin('fang')), one);
    assert.deepEqual(await storage.commit([{ step: 'add-account', account: account('fang') }]), {
      ok: false,
      reason: 'login-taken',
    });
    assert.deepEqual((await storage.staffAccounts()).map(plain), [one]);
  });

  contract('a code’s step is used once, and none before it', async (storage) => {
    const one = account('fang');
    await storage.commit([{ step: 'add-account', account: one }]);
    const use = (totpStep: number): AccountStep<Kind> => ({ step: 'use-code', staffId: one.id, totpStep });
    const spent = { ok: false, reason: 'code-used' };
    assert.deepEqual(await storage.commit([use(5)]), spent);
    assert.deepEqual(await storage.commit([use(6)]), { ok: true });
    assert.deepEqual(await storage.commit([use(6)]), spent);
    assert.deepEqual(await storage.commit([use(5)]), spent);
    const all = await Promise.all(Array.from({ length: 50 }, () => storage.commit([use(7)])));
    assert.equal(all.filter(({ ok }) => ok).length, 1);
  });

  contract('closing or renewing an account closes its sessions, and nobody else’s', async (storage) => {
    const [one, two] = [account('one'), account('two')];
    for (const each of [one, two]) {
      await storage.commit([
        { step: 'add-account', account: each },
        { step: 'open-session', session: { hash: `s-${each.login}`, staffId: each.id, startedAt: start } },
      ]);
    }
    const renewed = { password: 'new', totp: new Uint8Array([9]), totpStep: 9 };
    await storage.commit([{ step: 'renew-account', id: two.id, ...renewed }]);
    assert.equal(await storage.staffSession('s-two'), undefined);
    assert.deepEqual(plain(await storage.staffAccount(two.id)), { ...two, ...renewed });
    assert.deepEqual(await storage.staffSession('s-one'), {
      hash: 's-one',
      staffId: one.id,
      startedAt: start,
      activeAt: start,
    });
    await storage.commit([{ step: 'close-account', id: one.id, at: later(1) }]);
    assert.equal(await storage.staffSession('s-one'), undefined);
    assert.deepEqual((await storage.staffAccount(one.id))?.closedAt, later(1));
    const gone = { ok: false, reason: 'account-unknown' };
    assert.deepEqual(await storage.commit([{ step: 'close-account', id: one.id, at: later(2) }]), gone);
    assert.deepEqual(await storage.commit([{ step: 'renew-account', id: one.id, ...renewed }]), gone);
  });

  contract('a session that is closed can’t be touched', async (storage) => {
    await storage.commit([{ step: 'open-session', session: { hash: 's', staffId: 'x', startedAt: start } }]);
    assert.deepEqual(await storage.commit([{ step: 'touch-session', hash: 's', at: later(5) }]), { ok: true });
    assert.deepEqual((await storage.staffSession('s'))?.activeAt, later(5));
    await storage.commit([{ step: 'close-session', hash: 's' }]);
    assert.deepEqual(await storage.commit([{ step: 'touch-session', hash: 's', at: later(6) }]), {
      ok: false,
      reason: 'session-over',
    });
  });

  contract('50 uses of one invitation at once: exactly one succeeds, within 72 hours only', async (storage) => {
    const invite = async (hash: string) =>
      storage.commit([
        {
          step: 'add-invitation',
          invitation: of.invitation({
            hash,
            name: '新人',
            totp: new Uint8Array([1]),
            createdAt: start,
            expiresAt: later(lifetimes.staffInvitation.ms),
          }),
        },
      ]);
    await invite('a');
    const use = (hash: string, ms: number) => storage.commit([{ step: 'use-invitation', hash, at: later(ms) }]);
    const all = await Promise.all(Array.from({ length: 50 }, () => use('a', lifetimes.staffInvitation.ms - 1)));
    assert.equal(all.filter(({ ok }) => ok).length, 1);
    await invite('b');
    assert.deepEqual((await storage.invitation('b'))?.expiresAt, later(lifetimes.staffInvitation.ms));
    assert.deepEqual(await use('b', lifetimes.staffInvitation.ms), { ok: false, reason: 'invitation-spent' });
  });

  contract('an action that belongs to a refused plan is not recorded', async (storage) => {
    const action = { at: start, staffId: 'a', staffName: 'x', verb: 'close', object: 'nobody' };
    assert.deepEqual(
      await storage.commit([
        { step: 'record-action', action },
        { step: 'close-account', id: 'nobody', at: start },
      ]),
      { ok: false, reason: 'account-unknown' },
    );
    assert.deepEqual(await of.actions(storage), []);
    await storage.commit([{ step: 'record-action', action }]);
    assert.deepEqual(
      (await of.actions(storage)).map(({ at, object }) => ({ at, object })),
      [{ at: start, object: 'nobody' }],
    );
  });
}
