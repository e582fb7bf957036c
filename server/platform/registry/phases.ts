/**
 * The life of a service as a pure state machine: test → trial → live (手冊 貳-一-(五)), change, pause and end announced 30
 * days before (附件一 四-(二), 五-(三)), suspension at once, restoring. Time passes by `at`: what fell due has happened, whether
 * or not anybody looked.
 */
import { lifetimes } from '../../lifetimes.ts';

export const phases = [
  /** An operator must answer questions before it may be tested. */
  'applied',
  'returned',
  'refused',
  'test',
  'trial',
  'live-requested',
  'live',
  'suspended',
  'ended',
] as const;

export type Phase = (typeof phases)[number];

export interface Announced {
  readonly what: 'change' | 'pause' | 'end';
  readonly effectiveAt: Date;
  /** Of a change: the new version, and whether an operator has agreed to it. */
  readonly version?: number;
  readonly agreed?: boolean;
}

export interface ServiceState {
  readonly phase: Phase;
  /** The version that runs (or, before its first review is over, would run). */
  readonly version: number;
  /** Of a suspended service: where it goes back to, and who may take it back. */
  readonly resumes?: 'test' | 'trial' | 'live-requested' | 'live';
  readonly suspendedBy?: Side;
  readonly announced?: Announced;
  /** A new version of a service that is not live yet, which waits for an operator; also that of the second application. */
  readonly proposed?: number;
}

type Side = 'provider' | 'operator';

export type ServiceEvent =
  /** After `returned`, and after `ended` (附件一 四-(三)): the application once more, with or without questions. */
  | { readonly event: 'apply-again'; readonly version: number; readonly questions: boolean }
  | { readonly event: 'approve' | 'return' | 'refuse' }
  /** The trial needs no application of its own (手冊 貳-一-(五)-2). */
  | { readonly event: 'start-trial' | 'withdraw-live' }
  /** The second application, with the form filled in anew where anything changed. */
  | { readonly event: 'request-live'; readonly version?: number }
  | { readonly event: 'propose-version'; readonly version: number; readonly questions: boolean }
  | { readonly event: 'announce-change'; readonly version: number; readonly effectiveAt: Date }
  | { readonly event: 'announce-pause' | 'announce-end'; readonly effectiveAt: Date }
  | { readonly event: 'withdraw-announcement' }
  | { readonly event: 'suspend' | 'restore'; readonly by: Side }
  /** By the organisation's system: asks the same or less, so it runs at once, whatever waited before it. */
  | { readonly event: 'submit-covered'; readonly version: number }
  /** By the organisation's system: waits for an operator in the place of what waited; of a live service with its day. */
  | { readonly event: 'submit-more'; readonly version: number; readonly effectiveAt: Date }
  /** What waited is not wanted any more. */
  | { readonly event: 'withdraw-submission' }
  /** Open questions about the version that is tested, before its trial. */
  | { readonly event: 'ask-review' };

export type PhaseRefusal = 'not-now' | 'too-soon' | 'announced-already' | 'review-open' | 'not-yours';

export type Advanced =
  { readonly ok: true; readonly state: ServiceState } | { readonly ok: false; readonly reason: PhaseRefusal };

/** Without questions a service is tested at once; with questions an operator answers them first (手冊 貳-一-(五)). */
export const firstState = (questions: boolean): ServiceState => ({ phase: questions ? 'applied' : 'test', version: 1 });

/** What the state has become by `now`. */
export function stateAt(state: ServiceState, now: Date): ServiceState {
  const { announced } = state;
  if (!announced || announced.effectiveAt > now || state.phase === 'ended') return state;
  const { announced: _, ...rest } = state;
  switch (announced.what) {
    case 'end':
      return { phase: 'ended', version: state.version };
    case 'pause':
      return state.phase === 'suspended'
        ? rest
        : { ...rest, phase: 'suspended', resumes: running(state.phase), suspendedBy: 'provider' };
    case 'change':
      // Without an operator's word the day passes, and the old version goes on.
      return announced.agreed ? { ...rest, version: announced.version ?? state.version } : state;
  }
}

const running = (phase: Phase): ServiceState['resumes'] =>
  phase === 'test' || phase === 'trial' || phase === 'live-requested' || phase === 'live' ? phase : undefined;

const yes = (state: ServiceState): Advanced => ({ ok: true, state });
const no = (reason: PhaseRefusal): Advanced => ({ ok: false, reason });

/** 30 days from `now`, to the ms: the soonest that a change, a pause or an end may begin (附件一 四-(二), 五-(三)). */
export const earliestEffect = (now: Date): Date => new Date(now.getTime() + lifetimes.announcedBefore.ms);

/**
 * The state after `event`; what fell due by `now` has happened before it. Refused with `not-now` (not in this phase),
 * `too-soon` (less than 30 days ahead), `announced-already`, `review-open` or `not-yours` (the platform suspended it).
 * Writes nothing.
 */
export function advance(before: ServiceState, event: ServiceEvent, now: Date): Advanced {
  const state = stateAt(before, now);
  const { phase, announced, proposed } = state;
  switch (event.event) {
    case 'apply-again':
      if (phase !== 'returned' && phase !== 'ended') return no('not-now');
      // Whoever ended once is looked at again, whatever the machine found.
      return yes({ phase: event.questions || phase === 'ended' ? 'applied' : 'test', version: event.version });
    case 'approve':
    case 'return':
    case 'refuse':
      return decide(state, event.event, now);
    case 'start-trial':
      return phase !== 'test' ? no('not-now') : proposed ? no('review-open') : yes({ ...state, phase: 'trial' });
    case 'request-live':
      if (phase !== 'trial') return no('not-now');
      if (proposed) return no('review-open');
      return yes({ ...state, phase: 'live-requested', ...(event.version && { proposed: event.version }) });
    case 'withdraw-live': {
      const { proposed: _, ...kept } = state;
      return phase === 'live-requested' ? yes({ ...kept, phase: 'trial' }) : no('not-now');
    }
    case 'propose-version':
      if (phase !== 'test' && phase !== 'trial') return no('not-now');
      if (proposed) return no('review-open');
      return yes(event.questions ? { ...state, proposed: event.version } : { ...state, version: event.version });
    case 'announce-change':
    case 'announce-pause':
    case 'announce-end':
      return announce(state, event, now);
    case 'withdraw-announcement': {
      if (!announced || phase === 'ended') return no('not-now');
      const { announced: _, ...rest } = state;
      return yes(rest);
    }
    case 'submit-covered':
      return running(phase) || phase === 'suspended'
        ? yes({ ...withoutWaiting(state), version: event.version })
        : no('not-now');
    case 'submit-more':
      return submitMore(state, event, now);
    case 'withdraw-submission':
      return running(phase) || phase === 'suspended' ? yes(withoutWaiting(state)) : no('not-now');
    case 'ask-review':
      return phase !== 'test'
        ? no('not-now')
        : proposed
          ? no('review-open')
          : yes({ ...state, proposed: state.version });
    case 'suspend': {
      const resumes = running(phase);
      if (resumes) return yes({ ...state, phase: 'suspended', resumes, suspendedBy: event.by });
      // The platform's hand is the stronger: a service that paused itself can be held.
      return phase === 'suspended' && state.suspendedBy === 'provider' && event.by === 'operator'
        ? yes({ ...state, suspendedBy: 'operator' })
        : no('not-now');
    }
    case 'restore': {
      const { resumes, suspendedBy, ...rest } = state;
      if (phase !== 'suspended' || !resumes) return no('not-now');
      return suspendedBy === 'operator' && event.by !== 'operator' ? no('not-yours') : yes({ ...rest, phase: resumes });
    }
  }
}

function decide(state: ServiceState, decision: 'approve' | 'return' | 'refuse', now: Date): Advanced {
  const { phase, announced, proposed, ...rest } = state;
  if (phase === 'applied') {
    const to = { approve: 'test', return: 'returned', refuse: 'refused' } as const;
    return yes({ ...rest, phase: to[decision] });
  }
  if (phase === 'live-requested') {
    const kept = { ...rest, ...(announced && { announced }) };
    return yes(
      decision === 'approve'
        ? { ...kept, phase: 'live', version: proposed ?? state.version }
        : { ...kept, phase: 'trial' },
    );
  }
  if (proposed)
    return yes({
      ...rest,
      phase,
      ...(announced && { announced }),
      ...(decision === 'approve' && { version: proposed }),
    });
  if (announced?.what === 'change' && !announced.agreed)
    return yes(
      decision === 'approve'
        ? stateAt({ ...state, announced: { ...announced, agreed: true } }, now)
        : { ...rest, phase },
    );
  return no('not-now');
}

/** Without a version that waits for an operator or for its day; an announced pause or end stays. */
function withoutWaiting({ proposed: _, announced, ...rest }: ServiceState): ServiceState {
  return announced && announced.what !== 'change' ? { ...rest, announced } : rest;
}

function submitMore(
  state: ServiceState,
  { version, effectiveAt }: Extract<ServiceEvent, { readonly event: 'submit-more' }>,
  now: Date,
): Advanced {
  const { phase, announced } = state;
  if (phase === 'applied' || phase === 'returned' || phase === 'ended') return yes({ phase: 'applied', version });
  if (phase === 'refused') return no('not-now');
  if ((phase === 'suspended' ? state.resumes : phase) !== 'live') return yes({ ...state, proposed: version });
  if (announced && announced.what !== 'change') return no('announced-already');
  if (effectiveAt < earliestEffect(now)) return no('too-soon');
  return yes({ ...withoutWaiting(state), announced: { what: 'change', effectiveAt, version, agreed: false } });
}

type Announcement = Extract<ServiceEvent, { readonly event: `announce-${string}` }>;

function announce(state: ServiceState, event: Announcement, now: Date): Advanced {
  const { phase, announced } = state;
  const mayEnd = event.event === 'announce-end' && (running(phase) !== undefined || phase === 'suspended');
  if (phase !== 'live' && !mayEnd) return no('not-now');
  // An end may take the place of a change or a pause; nothing takes the place of an end.
  if (announced && !(event.event === 'announce-end' && announced.what !== 'end')) return no('announced-already');
  if (event.effectiveAt < earliestEffect(now)) return no('too-soon');
  const { effectiveAt } = event;
  switch (event.event) {
    case 'announce-change':
      return yes({ ...state, announced: { what: 'change', effectiveAt, version: event.version, agreed: false } });
    case 'announce-pause':
      return yes({ ...state, announced: { what: 'pause', effectiveAt } });
    case 'announce-end':
      return yes({ ...state, announced: { what: 'end', effectiveAt } });
  }
}

/** By which rules a version of it is judged now: real people's data asks more. */
export const stageOf = ({ phase, resumes }: ServiceState): 'test' | 'live' =>
  ['trial', 'live-requested', 'live'].includes((phase === 'suspended' ? resumes : phase) ?? '') ? 'live' : 'test';

/** What is in front of an operator now: which version, and by which rules (`live` asks more). */
export function underReview(
  state: ServiceState,
): { readonly version: number; readonly stage: 'test' | 'live' } | undefined {
  if (state.phase === 'applied') return { version: state.version, stage: 'test' };
  if (state.phase === 'live-requested') return { version: state.proposed ?? state.version, stage: 'live' };
  if (state.proposed) return { version: state.proposed, stage: stageOf(state) };
  if (state.announced?.what === 'change' && !state.announced.agreed && state.announced.version)
    return { version: state.announced.version, stage: 'live' };
  return undefined;
}
