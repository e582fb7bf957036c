/** Where a registration stands, as the organisation's system is told: read off versions, decisions and the phase. */
import type { Registration, RegistrationState, RegistryFinding } from '#schemas/wire/registry-api.ts';
import type { Platform } from '../platform.ts';
import type { RegisteredService, RegistryDecision, ServiceVersion } from '../storage.ts';
import { openSecrets } from './client-keys.ts';
import { openQuestions } from './open-questions.ts';
import { stateAt, underReview, type ServiceState } from './phases.ts';
import type { Finding } from './rules/rule.ts';
import { standingPhase } from './service-register.ts';
import { askedOfDefinition } from './submission.ts';

type Needs = Pick<Platform, 'storage' | 'clock' | 'keys'>;

/** @param withKeys the list hands out none */
export async function registrationOf(
  { storage, clock, keys }: Needs,
  service: RegisteredService,
  withKeys: boolean,
): Promise<Registration> {
  const [versions, decisions, clientKeys] = await Promise.all([
    storage.serviceVersions(service.id),
    storage.registryDecisions(service.id),
    withKeys ? storage.clientKeys(service.clientId) : [],
  ]);
  const state = stateAt(service.state, clock.now());
  const phase = standingPhase(state);
  const version = (no: number): ServiceVersion | undefined => versions.find((one) => one.no === no);
  const runs = phase === 'closed' || phase === 'ended' ? undefined : version(state.version);
  const last = newestWord(state, versions, decisions);
  const pending = last && last.version.no !== runs?.no ? last : undefined;
  const waiting = clientKeys.find(({ waitsSince, role }) => waitsSince && role !== 'former');
  const told = decisionOf(state, pending, versions, decisions);
  return {
    service: service.ownId ?? '',
    clientId: service.clientId,
    state: wordOf(state, pending?.outcome),
    phase,
    ...(runs && { covers: askedOfDefinition(runs.definition) }),
    noted: runs ? openQuestions(runs.findings, runs.no, versions, decisions).flatMap(wordsOfFinding) : [],
    ...(pending && {
      pending: {
        asked: askedOfDefinition(pending.version.definition),
        submittedAt: pending.version.submittedAt.toISOString(),
        findings: pending.version.findings.flatMap(wordsOfFinding),
        ...(pending.outcome === 'agreed' &&
          state.announced && { effectiveAt: state.announced.effectiveAt.toISOString() }),
      },
    }),
    ...(told && { decision: told }),
    ...(waiting && { keys: secretsOf(keys, waiting) }),
  };
}

const secretsOf = (...given: Parameters<typeof openSecrets>): NonNullable<Registration['keys']> => {
  const { clientSecret, cbcIv } = openSecrets(...given);
  return { clientSecret, cbcIv };
};

/** What became of the newest version that was submitted. */
type Word = 'runs' | 'in-review' | 'agreed' | 'returned' | 'withdrawn';

export interface Newest {
  readonly version: ServiceVersion;
  readonly outcome: Word;
}

/** → undefined before there is any, and when it was withdrawn */
function newestWord(
  state: ServiceState,
  versions: readonly ServiceVersion[],
  decisions: readonly RegistryDecision[],
): Newest | undefined {
  const newest = outcomeOfNewest(state, versions, decisions);
  return newest?.outcome === 'withdrawn' ? undefined : newest;
}

/**
 * What became of the version with the highest number.
 * @param state as of now @param versions oldest first @param decisions oldest first
 * @returns undefined before there is any version
 */
export function outcomeOfNewest(
  state: ServiceState,
  versions: readonly ServiceVersion[],
  decisions: readonly RegistryDecision[],
): Newest | undefined {
  const version = versions.at(-1);
  if (!version) return undefined;
  const { announced } = state;
  // A version that waits may be older than one that came back: the newest is meant.
  if (underReview(state)?.version === version.no && (version.no !== state.version || state.phase === 'applied'))
    return { version, outcome: 'in-review' };
  if (announced?.what === 'change' && announced.version === version.no && announced.agreed)
    return { version, outcome: 'agreed' };
  const word = decisions.findLast((one) => one.version === version.no && closing.has(one.what))?.what;
  if (word === 'withdraw-submission') return { version, outcome: 'withdrawn' };
  if (state.phase === 'returned' || state.phase === 'refused') return { version, outcome: 'returned' };
  if (version.no === state.version) return { version, outcome: 'runs' };
  // Neither runs nor waits: it came back, or an announcement of it was taken back.
  return { version, outcome: word === 'return' || word === 'refuse' ? 'returned' : 'withdrawn' };
}

const closing = new Set(['approve', 'return', 'refuse', 'withdraw-submission', 'submit-covered']);

function wordOf({ phase }: ServiceState, newest: Word | undefined): RegistrationState {
  if (phase === 'ended' || phase === 'suspended' || phase === 'refused') return phase;
  return newest === 'in-review' || newest === 'returned' ? newest : 'registered';
}

function decisionOf(
  state: ServiceState,
  pending: Newest | undefined,
  versions: readonly ServiceVersion[],
  decisions: readonly RegistryDecision[],
): Registration['decision'] {
  const stop = state.phase === 'suspended' ? 'suspend' : state.phase === 'ended' ? 'announce-end' : undefined;
  if (stop) {
    const found = decisions.findLast(({ what }) => what === stop || (stop === 'suspend' && what === 'announce-pause'));
    if (!found) return undefined;
    return { at: found.at.toISOString(), what: stop === 'suspend' ? 'suspended' : 'ended', reason: found.reason };
  }
  const no = pending?.version.no ?? versions.at(-1)?.no;
  const words = { approve: 'approved', return: 'returned', refuse: 'refused' } as const;
  const found = decisions.findLast(({ version, what }) => version === no && what in words);
  if (!found || pending?.outcome === 'in-review') return undefined;
  return { at: found.at.toISOString(), what: words[found.what as keyof typeof words], reason: found.reason };
}

const wordsOfFinding = ({ rule, verdict, clause, field, text }: Finding): readonly RegistryFinding[] =>
  verdict === 'pass' ? [] : [{ rule, verdict, clause, field, text }];
