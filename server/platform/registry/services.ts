/** What a service provider does with its own services: apply, change, go on, announce, stop. */
import type { ClientSecrets } from '../../protocol/mydata-1/fields.ts';
import { newId } from '../hashes.ts';
import type { Platform } from '../platform.ts';
import type { Staff } from '../staff/session.ts';
import type { Organisation, RegisteredService, ServiceVersion, Step } from '../storage.ts';
import { newClientId, newClientSecrets, sealSecrets } from './client-keys.ts';
import type { ServiceDefinition } from './definition.ts';
import { openQuestions } from './open-questions.ts';
import { afterCommit, decided, reasonMissing, type Outcome } from './outcome.ts';
import { advance, firstState, stateAt, type ServiceEvent } from './phases.ts';
import { rulesFor } from './rules-for.ts';
import { judge, questions, refusals } from './rules/index.ts';
import { says, type Finding } from './rules/rule.ts';

export interface HandedOut extends ClientSecrets {
  readonly clientId: string;
}

/** The first application. Test keys are handed out at once, and never shown again. */
export async function applyForService(
  platform: Platform,
  staff: Staff,
  {
    id,
    organisation,
    definition,
  }: {
    /** From the form, so that one form sent twice is one service. */
    readonly id: string;
    readonly organisation: Organisation;
    readonly definition: ServiceDefinition;
  },
): Promise<Outcome<{ readonly id: string; readonly keys: HandedOut }>> {
  const { storage, clock, keys } = platform;
  const findings = judge(
    definition,
    await rulesFor(platform, { organisation, stage: 'test', definitions: [definition] }),
  );
  if (refusals(findings).length) return { kind: 'refused', findings };
  const at = clock.now();
  const clientId = newClientId();
  const secrets = newClientSecrets();
  const keyId = newId();
  const result = await storage.commit([
    {
      step: 'add-service',
      service: {
        id,
        organisationId: organisation.id,
        clientId,
        name: definition.name.trim(),
        state: firstState(questions(findings).length > 0),
        createdAt: at,
        fromFile: false,
      },
    },
    { step: 'add-version', version: { serviceId: id, no: 1, definition, findings, submittedAt: at } },
    {
      step: 'add-client-key',
      key: {
        id: keyId,
        clientId,
        sealed: sealSecrets(keys, { id: keyId, clientId }, secrets),
        createdAt: at,
        role: 'current',
      },
    },
    ...decided(staff, {
      subject: 'service',
      subjectId: id,
      version: 1,
      at,
      side: 'provider',
      what: 'apply',
      reason: '申請測試',
    }),
  ]);
  return afterCommit(result, { id, keys: { clientId, ...secrets } });
}

export interface Change {
  readonly service: RegisteredService;
  readonly organisation: Organisation;
  readonly definition: ServiceDefinition;
  /** Of a service that is live: from when. */
  readonly effectiveAt?: Date;
}

/** A new version: with its own findings, and where there are questions or people already rely on it, its own review. */
export async function changeService(
  platform: Platform,
  staff: Staff,
  { service, organisation, definition, effectiveAt }: Change,
): Promise<Outcome> {
  const { storage, clock } = platform;
  const at = clock.now();
  const state = stateAt(service.state, at);
  const stage = state.phase === 'live' || state.phase === 'trial' ? 'live' : 'test';
  const findings = judge(definition, await rulesFor(platform, { organisation, stage, definitions: [definition] }));
  if (refusals(findings).length) return { kind: 'refused', findings };
  const no = ((await storage.serviceVersions(service.id)).at(-1)?.no ?? 0) + 1;
  const asks = questions(findings).length > 0;
  const event: ServiceEvent =
    state.phase === 'live'
      ? { event: 'announce-change', version: no, effectiveAt: effectiveAt ?? at }
      : state.phase === 'returned' || state.phase === 'ended'
        ? { event: 'apply-again', version: no, questions: asks }
        : { event: 'propose-version', version: no, questions: asks };
  const moved = advance(service.state, event, at);
  if (!moved.ok) return { kind: 'not-possible', reason: moved.reason };
  const version: ServiceVersion = { serviceId: service.id, no, definition, findings, submittedAt: at };
  const result = await storage.commit([
    { step: 'add-version', version },
    {
      step: 'move-service',
      id: service.id,
      revision: service.revision,
      state: moved.state,
      ...(moved.state.version === no && { name: definition.name.trim() }),
    },
    ...decided(staff, {
      subject: 'service',
      subjectId: service.id,
      version: no,
      at,
      side: 'provider',
      what: event.event,
      reason: effectiveAt && event.event === 'announce-change' ? `自 ${effectiveAt.toISOString()} 起` : '新版本',
    }),
  ]);
  return afterCommit(result, {});
}

/** The second application (手冊 貳-一-(五)-3): the form once more, by the rules that hold before live. */
export async function applyForLive(
  platform: Platform,
  staff: Staff,
  { service, organisation, definition }: Omit<Change, 'effectiveAt'>,
): Promise<Outcome> {
  const { storage, clock } = platform;
  const at = clock.now();
  const findings = judge(
    definition,
    await rulesFor(platform, { organisation, stage: 'live', definitions: [definition] }),
  );
  if (refusals(findings).length) return { kind: 'refused', findings };
  const versions = await storage.serviceVersions(service.id);
  const current = versions.find(({ no }) => no === stateAt(service.state, at).version);
  const same = JSON.stringify(current?.definition) === JSON.stringify(definition);
  const no = (versions.at(-1)?.no ?? 0) + 1;
  const moved = advance(service.state, { event: 'request-live', ...(!same && { version: no }) }, at);
  if (!moved.ok) return { kind: 'not-possible', reason: moved.reason };
  const version: ServiceVersion = { serviceId: service.id, no, definition, findings, submittedAt: at };
  const result = await storage.commit([
    ...(same ? [] : [{ step: 'add-version', version } as const]),
    { step: 'move-service', id: service.id, revision: service.revision, state: moved.state },
    ...decided(staff, {
      subject: 'service',
      subjectId: service.id,
      version: same ? moved.state.version : no,
      at,
      side: 'provider',
      what: 'request-live',
      reason: '試辦完成，申請正式上線',
    }),
  ]);
  return afterCommit(result, {});
}

type OwnEvent = Extract<
  ServiceEvent,
  {
    readonly event:
      | 'start-trial'
      | 'withdraw-live'
      | 'announce-pause'
      | 'announce-end'
      | 'withdraw-announcement'
      | 'suspend'
      | 'restore';
  }
>;

/** Moves a service on: by its provider, or by an operator who suspends or restores it. */
export async function moveService(
  platform: Platform,
  staff: Staff,
  {
    service,
    organisation,
    event,
    reason,
  }: {
    readonly service: RegisteredService;
    readonly organisation: Organisation;
    readonly event: OwnEvent;
    readonly reason: string;
  },
): Promise<Outcome<{ readonly asked?: true }>> {
  const { storage, clock } = platform;
  const at = clock.now();
  if (!says(reason, 4)) return { kind: 'refused', findings: [reasonMissing()] };
  const moved = advance(service.state, event, at);
  if (!moved.ok) return { kind: 'not-possible', reason: moved.reason };
  if (event.event === 'start-trial') {
    const ready = await beforeTrial(platform, service, organisation, moved.state.version);
    if (ready === 'asks') return askReview(platform, staff, service);
    if (ready !== 'ready') return { kind: 'refused', findings: ready };
  }
  const side = 'by' in event ? event.by : 'provider';
  const steps: Step[] = [
    { step: 'move-service', id: service.id, revision: service.revision, state: moved.state },
    ...decided(staff, {
      subject: 'service',
      subjectId: service.id,
      version: moved.state.version,
      at,
      side,
      what: event.event,
      reason: reason.trim(),
    }),
  ];
  return afterCommit(await storage.commit(steps), {});
}

/** Before real people's data is touched: the rules as they are now, every question answered, and somebody to test it. */
async function beforeTrial(
  platform: Platform,
  service: RegisteredService,
  organisation: Organisation,
  no: number,
): Promise<'ready' | 'asks' | readonly Finding[]> {
  const { storage } = platform;
  const definition = (await storage.serviceVersion(service.id, no))?.definition;
  const context = await rulesFor(platform, { organisation, stage: 'test', definitions: [definition] });
  const findings = definition ? judge(definition, context) : [];
  const against = [...refusals(findings), ...((await storage.testerCount(service.id)) ? [] : [noTesters])];
  if (against.length) return against;
  const [versions, decisions] = await Promise.all([
    storage.serviceVersions(service.id),
    storage.registryDecisions(service.id),
  ]);
  return openQuestions(findings, no, versions, decisions).length ? 'asks' : 'ready';
}

/** 手冊 貳-一-(五)-2: the trial is for inside people, who are named. */
export const noTesters: Finding = {
  rule: 'trial-testers',
  verdict: 'refused',
  clause: '手冊 貳-一-(五)-2',
  field: 'testers',
  text: '試辦用真實的個人資料，只給內部測試人員。請先在「內部測試人員」登記至少一位，再進入試辦。',
};

async function askReview(
  { storage, clock }: Platform,
  staff: Staff,
  service: RegisteredService,
): Promise<Outcome<{ readonly asked: true }>> {
  const at = clock.now();
  const moved = advance(service.state, { event: 'ask-review' }, at);
  if (!moved.ok) return { kind: 'not-possible', reason: moved.reason };
  const result = await storage.commit([
    { step: 'move-service', id: service.id, revision: service.revision, state: moved.state },
    ...decided(staff, {
      subject: 'service',
      subjectId: service.id,
      version: moved.state.version,
      at,
      side: 'provider',
      what: 'ask-review',
      reason: '試辦前，送請審查人員回答登錄規則的問題',
    }),
  ]);
  return afterCommit(result, { asked: true });
}
