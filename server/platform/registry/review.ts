/** The platform's people look at an application: the rules' findings, the questions, and the decision with its reasons. */
import { queueMessage } from '../messages/queue.ts';
import { serviceDecisionText } from '../messages/texts/staff.ts';
import type { Platform } from '../platform.ts';
import type { Staff } from '../staff/session.ts';
import type { Organisation, RegisteredService, ServiceVersion } from '../storage.ts';
import { afterCommit, decided, reasonMissing, type Outcome } from './outcome.ts';
import { advance, stateAt, underReview } from './phases.ts';
import { rulesFor } from './rules-for.ts';
import { judge, questionId, questions, refusals } from './rules/index.ts';
import { says, type Finding } from './rules/rule.ts';

export interface Review {
  readonly stage: 'test' | 'live';
  readonly version: ServiceVersion;
  readonly findings: readonly Finding[];
}

/** → undefined when nothing of this service waits for anybody */
export async function reviewOf(
  platform: Pick<Platform, 'storage' | 'clock' | 'config' | 'addressesOf'>,
  service: RegisteredService,
  organisation: Organisation,
): Promise<Review | undefined> {
  const { storage, clock } = platform;
  const asked = underReview(stateAt(service.state, clock.now()));
  const version = asked && (await storage.serviceVersion(service.id, asked.version));
  if (!asked || !version) return undefined;
  const { definition } = version;
  const context = await rulesFor(platform, { organisation, stage: asked.stage, service, definitions: [definition] });
  return {
    stage: asked.stage,
    version,
    findings: judge(version.definition, context),
  };
}

type ServiceDecision = 'approve' | 'return' | 'refuse';

export interface Decision {
  readonly service: RegisteredService;
  readonly organisation: Organisation;
  readonly decision: ServiceDecision;
  readonly reason: string;
  /** Question → answer. */
  readonly answers: ReadonlyMap<string, string>;
}

/** To approve, each question needs an answer with a reason; to return or refuse, the reason of the decision is enough. */
export async function decideService(platform: Platform, staff: Staff, given: Decision): Promise<Outcome> {
  const { storage, clock } = platform;
  const { service, organisation, decision, reason, answers } = given;
  const review = await reviewOf(platform, service, organisation);
  if (!review) return { kind: 'not-possible', reason: 'not-now' };
  const missing = says(reason, 4) ? [] : [reasonMissing()];
  const asked = questions(review.findings);
  const unanswered = decision === 'approve' ? asked.filter((one) => !says(answers.get(questionId(one)) ?? '', 4)) : [];
  const against = decision === 'approve' ? refusals(review.findings) : [];
  if (missing.length || unanswered.length || against.length) {
    return {
      kind: 'refused',
      findings: [
        ...against,
        ...unanswered.map((one) => ({ ...reasonMissing(`answer.${questionId(one)}`), text: `請回答：${one.text}` })),
        ...missing,
      ],
    };
  }
  const at = clock.now();
  const moved = advance(service.state, { event: decision }, at);
  if (!moved.ok) return { kind: 'not-possible', reason: moved.reason };
  const record = {
    subject: 'service',
    subjectId: service.id,
    version: review.version.no,
    at,
    side: 'operator',
  } as const;
  const answered = asked.flatMap((one) => {
    const question = questionId(one);
    const words = answers.get(question)?.trim();
    return words ? decided(staff, { ...record, what: 'answer', question, reason: words }) : [];
  });
  const renamed = moved.state.version === review.version.no ? { name: review.version.definition.name.trim() } : {};
  const { contact } = review.version.definition;
  const told = serviceDecisionText(
    { publicUrl: platform.config.publicUrl, test: platform.config.environment === 'test' },
    {
      name: organisation.name,
      service: review.version.definition.name,
      decision: wordsOf(decision, review.stage),
      reason: reason.trim(),
      at,
    },
  );
  return afterCommit(
    await storage.commit([
      { step: 'move-service', id: service.id, revision: service.revision, state: moved.state, ...renamed },
      ...answered,
      ...decided(staff, { ...record, what: decision, reason: reason.trim() }),
      await queueMessage(platform, {
        kind: 'service-decision',
        at,
        to: { name: contact.unit, email: contact.email },
        ...told,
      }),
    ]),
    {},
  );
}

const wordsOf = (decision: ServiceDecision, stage: Review['stage']): string =>
  ({
    approve: stage === 'live' ? '審查通過' : '審查通過，可以開始測試',
    return: '退回補正，請依理由修改後再送出',
    refuse: '不同意',
  })[decision];
