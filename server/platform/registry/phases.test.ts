import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  advance,
  firstState,
  phases,
  stateAt,
  underReview,
  type Phase,
  type ServiceEvent,
  type ServiceState,
} from './phases.ts';

const now = new Date('2026-11-23T01:00:00Z');
const day = 24 * 60 * 60 * 1000;
const inDays = (days: number, ms = 0): Date => new Date(now.getTime() + days * day + ms);

const stateOf = (phase: Phase): ServiceState =>
  phase === 'suspended' ? { phase, version: 1, resumes: 'live', suspendedBy: 'provider' } : { phase, version: 1 };

const to = (state: ServiceState, event: ServiceEvent, at = now): string => {
  const result = advance(state, event, at);
  return result.ok ? result.state.phase : result.reason;
};

/** Event → phase → where it leads; every pair that is not here is refused with `not-now`. */
const allowed: Record<string, Partial<Record<Phase, Phase>>> = {
  'apply-again': { returned: 'test', ended: 'applied' },
  approve: { applied: 'test', 'live-requested': 'live' },
  return: { applied: 'returned', 'live-requested': 'trial' },
  refuse: { applied: 'refused', 'live-requested': 'trial' },
  'start-trial': { test: 'trial' },
  'request-live': { trial: 'live-requested' },
  'withdraw-live': { 'live-requested': 'trial' },
  'propose-version': { test: 'test', trial: 'trial' },
  'announce-change': { live: 'live' },
  'announce-pause': { live: 'live' },
  'announce-end': {
    test: 'test',
    trial: 'trial',
    'live-requested': 'live-requested',
    live: 'live',
    suspended: 'suspended',
  },
  'withdraw-announcement': {},
  suspend: {
    test: 'suspended',
    trial: 'suspended',
    'live-requested': 'suspended',
    live: 'suspended',
    suspended: 'suspended',
  },
  restore: { suspended: 'live' },
};

const eventOf = (name: string): ServiceEvent =>
  ({
    event: name,
    version: 2,
    questions: false,
    effectiveAt: inDays(30),
    by: 'operator',
  }) as unknown as ServiceEvent;

test('limits: environments: test, then trial, then live by a second application', () => {
  let state = firstState(false);
  for (const [event, phase] of [
    ['start-trial', 'trial'],
    ['request-live', 'live-requested'],
    ['approve', 'live'],
  ] as const) {
    const result = advance(state, { event }, now);
    assert.ok(result.ok);
    state = result.state;
    assert.equal(state.phase, phase);
  }
  assert.equal(to(stateOf('test'), { event: 'request-live' }), 'not-now');
  assert.equal(to(stateOf('trial'), { event: 'approve' }), 'not-now');
  assert.equal(firstState(true).phase, 'applied');
});

test('the whole matrix: every event in every phase', () => {
  for (const [name, rows] of Object.entries(allowed))
    for (const phase of phases) {
      assert.equal(to(stateOf(phase), eventOf(name)), rows[phase] ?? 'not-now', `${name} in ${phase}`);
    }
});

for (const event of ['announce-change', 'announce-pause', 'announce-end'] as const)
  test(`limits: ${event.slice(9)} announced 30 days before: 29 days 23:59 refused, 30 days accepted`, () => {
    const announce = (effectiveAt: Date) => to(stateOf('live'), { event, version: 2, effectiveAt });
    assert.equal(announce(inDays(30, -60_000)), 'too-soon');
    assert.equal(announce(inDays(30, -1)), 'too-soon');
    assert.equal(announce(inDays(30)), 'live');
    assert.equal(announce(inDays(300)), 'live');
  });

test('what was announced happens at its time and not before', () => {
  const announced = (what: 'change' | 'pause' | 'end', agreed = true): ServiceState => ({
    phase: 'live',
    version: 1,
    announced: { what, effectiveAt: inDays(30), ...(what === 'change' && { version: 2, agreed }) },
  });
  assert.equal(stateAt(announced('end'), inDays(30, -1)).phase, 'live');
  assert.deepEqual(stateAt(announced('end'), inDays(30)), { phase: 'ended', version: 1 });
  assert.equal(stateAt(announced('pause'), inDays(30)).phase, 'suspended');
  assert.equal(stateAt(announced('change'), inDays(30, -1)).version, 1);
  assert.deepEqual(stateAt(announced('change'), inDays(30)), { phase: 'live', version: 2 });
  // Nobody agreed: the old version goes on, and an agreement after the day takes effect at once.
  const late = stateAt(announced('change', false), inDays(31));
  assert.equal(late.version, 1);
  const agreed = advance(late, { event: 'approve' }, inDays(31));
  assert.deepEqual(agreed, { ok: true, state: { phase: 'live', version: 2 } });
});

test('an operator’s suspension is lifted by an operator only', () => {
  const suspended = advance(stateOf('live'), { event: 'suspend', by: 'operator' }, now);
  assert.ok(suspended.ok);
  assert.equal(to(suspended.state, { event: 'restore', by: 'provider' }), 'not-yours');
  assert.equal(to(suspended.state, { event: 'restore', by: 'operator' }), 'live');
  const own = advance(stateOf('trial'), { event: 'suspend', by: 'provider' }, now);
  assert.ok(own.ok);
  assert.equal(to(own.state, { event: 'restore', by: 'provider' }), 'trial');
  const held = advance(own.state, { event: 'suspend', by: 'operator' }, now);
  assert.ok(held.ok);
  assert.equal(to(held.state, { event: 'restore', by: 'provider' }), 'not-yours');
});

test('a change has its own review', () => {
  const announced = advance(stateOf('live'), { event: 'announce-change', version: 2, effectiveAt: inDays(30) }, now);
  assert.ok(announced.ok);
  assert.deepEqual(underReview(announced.state), { version: 2, stage: 'live' });
  assert.deepEqual(advance(announced.state, { event: 'refuse' }, now), { ok: true, state: stateOf('live') });
  assert.equal(
    to(announced.state, { event: 'announce-change', version: 3, effectiveAt: inDays(40) }),
    'announced-already',
  );
  assert.equal(to(announced.state, { event: 'announce-end', effectiveAt: inDays(40) }), 'live');
  const proposed = advance(stateOf('trial'), { event: 'propose-version', version: 2, questions: true }, now);
  assert.ok(proposed.ok);
  assert.equal(proposed.state.version, 1);
  assert.equal(to(proposed.state, { event: 'request-live' }), 'review-open');
  const taken = advance(proposed.state, { event: 'approve' }, now);
  assert.deepEqual(taken, { ok: true, state: { phase: 'trial', version: 2 } });
});

const anyEvent = fc
  .record({
    event: fc.constantFrom(...Object.keys(allowed)),
    version: fc.integer({ min: 2, max: 9 }),
    questions: fc.boolean(),
    effectiveAt: fc.integer({ min: 0, max: 90 }).map((days) => inDays(days)),
    by: fc.constantFrom('provider', 'operator'),
  })
  .map((event) => event as unknown as ServiceEvent);

test('property: nothing is live without an operator’s approval, and nothing ends without 30 days', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyEvent, fc.integer({ min: 0, max: 40 })), { maxLength: 30 }), (events) => {
      let state = firstState(true);
      let at = now;
      let approvedLive = false;
      let endAnnounced: Date | undefined;
      for (const [event, days] of events) {
        at = new Date(at.getTime() + days * day);
        const before = stateAt(state, at);
        if (before.phase === 'ended' && state.phase !== 'ended')
          assert.ok(endAnnounced && at.getTime() - endAnnounced.getTime() >= 30 * day);
        const result = advance(state, event, at);
        if (!result.ok) continue;
        if (before.phase === 'live-requested' && event.event === 'approve') approvedLive = true;
        if (event.event === 'announce-end') endAnnounced = at;
        ({ state } = result);
        if (state.phase === 'live') assert.ok(approvedLive);
        if (event.event === 'apply-again') approvedLive = false;
        assert.ok(phases.includes(state.phase));
        assert.equal(state.phase === 'suspended', state.resumes !== undefined);
        assert.deepEqual(stateAt(stateAt(state, at), at), stateAt(state, at));
      }
    }),
  );
});

test('a submission that asks the same or less runs at once, and takes the place of what waited', () => {
  const covered = (state: ServiceState) => advance(state, { event: 'submit-covered', version: 5 }, now);
  for (const phase of ['test', 'trial', 'live-requested', 'live'] as const)
    assert.deepEqual(covered({ phase, version: 1, proposed: 4 }), { ok: true, state: { phase, version: 5 } }, phase);
  const change = { what: 'change', effectiveAt: inDays(40), version: 4, agreed: true } as const;
  assert.deepEqual(covered({ phase: 'live', version: 1, announced: change }), {
    ok: true,
    state: { phase: 'live', version: 5 },
  });
  const end = { what: 'end', effectiveAt: inDays(40) } as const;
  assert.deepEqual(covered({ phase: 'live', version: 1, announced: end }), {
    ok: true,
    state: { phase: 'live', version: 5, announced: end },
  });
  const held = { phase: 'suspended', version: 1, resumes: 'live', suspendedBy: 'operator' } as const;
  assert.deepEqual(covered(held), { ok: true, state: { ...held, version: 5 } });
  for (const phase of ['applied', 'returned', 'refused', 'ended'] as const)
    assert.deepEqual(covered({ phase, version: 1 }), { ok: false, reason: 'not-now' }, phase);
});

test('a submission that asks more waits; the newest takes the place of one that waits', () => {
  const more = (state: ServiceState, version = 5, effectiveAt = inDays(31)) =>
    advance(state, { event: 'submit-more', version, effectiveAt }, now);
  for (const phase of ['test', 'trial', 'live-requested'] as const) {
    assert.deepEqual(more({ phase, version: 1 }), { ok: true, state: { phase, version: 1, proposed: 5 } }, phase);
    assert.deepEqual(more({ phase, version: 1, proposed: 4 }), { ok: true, state: { phase, version: 1, proposed: 5 } });
  }
  const live = more({ phase: 'live', version: 1 });
  const announced = { what: 'change', effectiveAt: inDays(31), version: 5, agreed: false };
  assert.deepEqual(live, { ok: true, state: { phase: 'live', version: 1, announced } });
  assert.ok(live.ok);
  assert.deepEqual(underReview(live.state), { version: 5, stage: 'live' });
  const again = more(live.state, 6);
  assert.ok(again.ok);
  assert.deepEqual(again.state.announced?.version, 6);
  assert.deepEqual(more({ phase: 'live', version: 1 }, 5, inDays(29)), { ok: false, reason: 'too-soon' });
  for (const what of ['end', 'pause'] as const)
    assert.deepEqual(more({ phase: 'live', version: 1, announced: { what, effectiveAt: inDays(40) } }), {
      ok: false,
      reason: 'announced-already',
    });
  for (const phase of ['applied', 'returned', 'ended'] as const)
    assert.deepEqual(more({ phase, version: 1 }), { ok: true, state: { phase: 'applied', version: 5 } }, phase);
  assert.deepEqual(more({ phase: 'refused', version: 1 }), { ok: false, reason: 'not-now' });
  const held = { phase: 'suspended', version: 1, resumes: 'trial', suspendedBy: 'operator' } as const;
  const waits = more(held);
  assert.deepEqual(waits, { ok: true, state: { ...held, proposed: 5 } });
  assert.ok(waits.ok);
  assert.deepEqual(underReview(waits.state), { version: 5, stage: 'live' });
  assert.deepEqual(advance(waits.state, { event: 'approve' }, now), { ok: true, state: { ...held, version: 5 } });
});

test('what waits is withdrawn, and nothing else is', () => {
  const withdrawn = (state: ServiceState) => advance(state, { event: 'withdraw-submission' }, now);
  assert.deepEqual(withdrawn({ phase: 'test', version: 2, proposed: 3 }), {
    ok: true,
    state: { phase: 'test', version: 2 },
  });
  const end = { what: 'end', effectiveAt: inDays(40) } as const;
  assert.deepEqual(withdrawn({ phase: 'live', version: 2, announced: end }), {
    ok: true,
    state: { phase: 'live', version: 2, announced: end },
  });
  assert.deepEqual(withdrawn({ phase: 'returned', version: 2 }), { ok: false, reason: 'not-now' });
});

test('open questions of a tested version stand against its trial until they are answered', () => {
  const asked = advance({ phase: 'test', version: 2 }, { event: 'ask-review' }, now);
  assert.ok(asked.ok);
  assert.deepEqual(underReview(asked.state), { version: 2, stage: 'test' });
  assert.deepEqual(advance(asked.state, { event: 'start-trial' }, now), { ok: false, reason: 'review-open' });
  assert.deepEqual(advance(asked.state, { event: 'approve' }, now), { ok: true, state: { phase: 'test', version: 2 } });
  assert.deepEqual(advance({ phase: 'trial', version: 2 }, { event: 'ask-review' }, now), {
    ok: false,
    reason: 'not-now',
  });
});
