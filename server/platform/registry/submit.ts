/**
 * An organisation's system submits what a service asks. One content has one effect: submitted again it changes nothing.
 * The same or less runs at once; more waits for the platform's people; what a rule refuses comes back with its findings.
 * The newest submission takes the place of one that waits, and submitting what runs takes it back.
 */
import { covers } from '#schemas/services/asked-differences.ts';
import type { JweMode } from '../../protocol/mydata-1/jwe-modes.ts';
import { newId } from '../hashes.ts';
import type { Platform } from '../platform.ts';
import type { Organisation, RegisteredService, RegistryAccount, ServiceVersion, Step } from '../storage.ts';
import { newClientId, newClientSecrets, sealSecrets } from './client-keys.ts';
import type { ServiceDefinition } from './definition.ts';
import { afterCommit, decided } from './outcome.ts';
import { chosenJwe } from './read-form.ts';
import {
  advance,
  earliestEffect,
  firstState,
  stageOf,
  stateAt,
  type ServiceEvent,
  type ServiceState,
} from './phases.ts';
import { outcomeOfNewest } from './registration.ts';
import { rulesFor } from './rules-for.ts';
import { judge, questions, refusals } from './rules/index.ts';
import type { Finding } from './rules/rule.ts';

export type Submitted =
  | { readonly kind: 'done'; readonly created: boolean }
  /** For good: nothing may be submitted any more. */
  | { readonly kind: 'refused' }
  /** An end or a pause is announced. */
  | { readonly kind: 'busy' }
  /** Somebody else changes it all the time. */
  | { readonly kind: 'moved' };

export interface Submitting {
  readonly account: Pick<RegistryAccount, 'id'>;
  readonly organisation: Organisation;
  /** The organisation's own name of the service. */
  readonly ownId: string;
  readonly definition: ServiceDefinition;
}

/** Two systems of one organisation may submit at once; each then looks again. */
const tries = 4;

/**
 * Version, state and decisions go into one plan; a new service gets its keys in it, which wait to be received. Tried
 * four times where somebody else writes the same service, then `moved`. What a rule refuses is `done` too: the version
 * is kept as returned.
 */
export async function submit(platform: Platform, given: Submitting): Promise<Submitted> {
  for (let turn = 0; turn < tries; turn++) {
    const service = await platform.storage.ownService(given.organisation.id, given.ownId);
    const result = await (service ? change(platform, given, service) : register(platform, given));
    if (result.kind !== 'moved') return result;
  }
  return { kind: 'moved' };
}

const system = ({ account }: Submitting) => ({ id: account.id, name: `登錄帳號 ${account.id}` });
const rules = { id: 'registry-rules', name: '登錄規則' };

const reasonOf = (findings: readonly Finding[]): string =>
  refusals(findings)
    .map(({ text, clause }) => `${text}（${clause}）`)
    .join('\n');

async function register(platform: Platform, given: Submitting): Promise<Submitted> {
  const { storage, clock, keys, config } = platform;
  const { organisation, ownId } = given;
  const definition = withJwe(given.definition);
  const at = clock.now();
  const findings = judge(
    definition,
    await rulesFor(platform, { organisation, stage: 'test', service: { ownId }, definitions: [definition] }),
  );
  const against = refusals(findings).length > 0;
  const [id, clientId, keyId] = [newId(), newClientId(), newId()];
  const sealed = sealSecrets(keys, { id: keyId, clientId }, newClientSecrets());
  const asks = questions(findings).length > 0;
  const record = { subject: 'service', subjectId: id, version: 1, at } as const;
  const result = await storage.commit([
    {
      step: 'add-service',
      service: {
        id,
        organisationId: organisation.id,
        clientId,
        name: nameOf(given),
        // In the test environment questions are noted: nobody's data is at stake.
        state: against ? { phase: 'returned', version: 1 } : firstState(asks && config.environment === 'live'),
        createdAt: at,
        fromFile: false,
        ownId,
      },
    },
    { step: 'add-version', version: { serviceId: id, no: 1, definition, findings, submittedAt: at } },
    {
      step: 'add-client-key',
      key: { id: keyId, clientId, sealed, createdAt: at, role: 'current', waitsSince: at },
    },
    ...decided(system(given), { ...record, side: 'provider', what: 'submit', reason: '由機關的系統登錄' }),
    ...(against ? decided(rules, { ...record, side: 'system', what: 'return', reason: reasonOf(findings) }) : []),
  ]);
  return kindOf(afterCommit(result, {}), true);
}

async function change(platform: Platform, given: Submitting, service: RegisteredService): Promise<Submitted> {
  const { storage, clock } = platform;
  const at = clock.now();
  const [versions, decisions] = await Promise.all([
    storage.serviceVersions(service.id),
    storage.registryDecisions(service.id),
  ]);
  const state = stateAt(service.state, at);
  const newest = outcomeOfNewest(state, versions, decisions);
  const runs = isOpen(state) ? versions.find(({ no }) => no === state.version) : undefined;
  const definition = withJwe(given.definition, runs?.definition.jwe);
  const known = { kind: 'done', created: false } as const;
  if (newest && newest.outcome !== 'withdrawn' && same(newest.version.definition, definition)) return known;
  if (state.phase === 'refused') return { kind: 'refused' };
  if (runs && same(runs.definition, definition))
    return newest && newest.version.no !== runs.no && newest.outcome !== 'withdrawn'
      ? withdraw(platform, given, service, newest.version.no)
      : known;

  const no = (versions.at(-1)?.no ?? 0) + 1;
  const { organisation } = given;
  const context = await rulesFor(platform, {
    organisation,
    stage: stageOf(state),
    service,
    definitions: [definition, runs?.definition],
  });
  const findings = judge(definition, context);
  const byPeople = decisions.findLast(({ what }) => what === 'return')?.side === 'operator';
  const decision = runs
    ? decideAgainst({ runs, definition, findings, context, state })
    : { verdict: refusals(findings).length ? ('returned' as const) : ('again' as const) };
  const moved = moveBy(decision.verdict, { state, no, at, asks: questions(findings).length > 0, byPeople, platform });
  if (!moved.ok) return moved.reason === 'announced-already' ? { kind: 'busy' } : { kind: 'refused' };
  const version: ServiceVersion = { serviceId: service.id, no, definition, findings, submittedAt: at };
  const record = { subject: 'service', subjectId: service.id, version: no, at } as const;
  const what = decision.verdict === 'covered' ? 'submit-covered' : 'submit';
  const steps: Step[] = [
    { step: 'add-version', version },
    {
      step: 'move-service',
      id: service.id,
      revision: service.revision,
      state: moved.state,
      ...(moved.state.version === no && { name: nameOf(given) }),
    },
    ...decided(system(given), { ...record, side: 'provider', what, reason: wordsOf[decision.verdict] }),
    ...(decision.verdict === 'returned'
      ? decided(rules, { ...record, side: 'system', what: 'return', reason: reasonOf(findings) })
      : []),
  ];
  return kindOf(afterCommit(await storage.commit(steps), {}), false);
}

type Verdict = 'covered' | 'more' | 'returned' | 'again';

const wordsOf: { readonly [verdict in Verdict]: string } = {
  covered: '要求的相同或更少，自動生效',
  more: '要求的更多，送請審查',
  returned: '登錄規則不同意，退回',
  again: '補正後再次登錄',
};

function decideAgainst({
  runs,
  definition,
  findings,
  context,
  state,
}: {
  readonly runs: ServiceVersion;
  readonly definition: ServiceDefinition;
  readonly findings: readonly Finding[];
  readonly context: Parameters<typeof judge>[1];
  readonly state: ServiceState;
}): { readonly verdict: Verdict } {
  const live = stageOf(state) === 'live';
  // Whom the data goes to is looked at where it is real.
  const covered = covers(runs.definition, definition) && (!live || sameAddresses(runs.definition, definition));
  // What stands against the version that runs must not keep it from asking less.
  const before = new Set(judge(runs.definition, context).map(({ rule, text }) => `${rule} ${text}`));
  const fresh = findings.filter(({ rule, text }) => !before.has(`${rule} ${text}`));
  if (refusals(covered ? fresh : findings).length) return { verdict: 'returned' };
  return { verdict: covered && !(live && questions(fresh).length) ? 'covered' : 'more' };
}

function moveBy(
  verdict: Verdict,
  {
    state,
    no,
    at,
    asks,
    byPeople,
    platform,
  }: {
    readonly state: ServiceState;
    readonly no: number;
    readonly at: Date;
    readonly asks: boolean;
    readonly byPeople: boolean;
    readonly platform: Platform;
  },
): ReturnType<typeof advance> {
  const more: ServiceEvent = { event: 'submit-more', version: no, effectiveAt: earliestEffect(at) };
  switch (verdict) {
    case 'covered':
      return advance(state, { event: 'submit-covered', version: no }, at);
    case 'more':
      return advance(state, more, at);
    case 'returned': {
      // What waited before is not what is wanted now.
      if (isOpen(state)) return advance(state, { event: 'withdraw-submission' }, at);
      const applied = advance(state, more, at);
      return applied.ok ? advance(applied.state, { event: 'return' }, at) : applied;
    }
    case 'again': {
      if (state.phase === 'applied') return advance(state, more, at);
      // What the rules returned is tested as soon as they have nothing against it; what people returned they see again.
      const looked = asks && (byPeople || platform.config.environment === 'live');
      return advance(state, { event: 'apply-again', version: no, questions: looked }, at);
    }
  }
}

async function withdraw(
  { storage, clock }: Platform,
  given: Submitting,
  service: RegisteredService,
  version: number,
): Promise<Submitted> {
  const at = clock.now();
  const moved = advance(service.state, { event: 'withdraw-submission' }, at);
  if (!moved.ok) return { kind: 'busy' };
  const result = await storage.commit([
    { step: 'move-service', id: service.id, revision: service.revision, state: moved.state },
    ...decided(system(given), {
      subject: 'service',
      subjectId: service.id,
      version,
      at,
      side: 'provider',
      what: 'withdraw-submission',
      reason: '機關撤回，照目前登錄的內容繼續',
    }),
  ]);
  return kindOf(afterCommit(result, {}), false);
}

/** Something of it runs, or did until it was suspended. */
const isOpen = ({ phase }: ServiceState): boolean =>
  phase === 'test' || phase === 'trial' || phase === 'live-requested' || phase === 'live' || phase === 'suspended';

const nameOf = ({ definition, ownId }: Submitting): string => definition.name || ownId;

/** Keys may have come in another order from a file of before. */
const inOrder = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(inOrder)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, one]) => one !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, one]) => [key, inOrder(one)]),
        )
      : value;

/** A system that does not say how packages are sealed leaves it as it is. */
function withJwe({ jwe, ...definition }: ServiceDefinition, before?: JweMode): ServiceDefinition {
  return { ...definition, ...chosenJwe(jwe ?? before) };
}

const same = (a: ServiceDefinition, b: ServiceDefinition): boolean =>
  JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));

const sameAddresses = (a: ServiceDefinition, b: ServiceDefinition): boolean =>
  a.returnUrl === b.returnUrl &&
  a.spApiUrl === b.spApiUrl &&
  a.addresses.join() === b.addresses.join() &&
  a.jwe === b.jwe;

const kindOf = (outcome: { readonly kind: string }, created: boolean): Submitted =>
  outcome.kind === 'done' ? { kind: 'done', created } : { kind: 'moved' };
