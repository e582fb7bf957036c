/** One service of an organisation: its page, its next steps, its keys and testers. */
import { readDateFields } from '../../http/date-fields.ts';
import { dateError } from '../../http/typed-fields.ts';
import { dayBegins } from '#schemas/taiwan/calendar.ts';
import type { Context, Hono } from 'hono';
import { readNationalId } from '#schemas/taiwan/read-national-id.ts';
import { plain } from '#schemas/taiwan/plain-text.ts';
import { isRead } from '#schemas/taiwan/reading.ts';
import type { Platform } from '../platform.ts';
import type { Outcome } from './outcome.ts';
import { earliestEffect, stateAt, underReview, type ServiceEvent } from './phases.ts';
import { firstDayFrom, textOf, type FormBody } from './read-form.ts';
import { reviewOf } from './review.ts';
import { dropKey, prepareKey, setTesters, switchKey } from './rotate.ts';
import type { Finding } from './rules/rule.ts';
import { moveService } from './services.ts';
import type { RegisteredService } from '../storage.ts';
import { keysView, serviceView } from './views/service.ts';
import { movedText, refusalTexts } from './views/words.ts';
import { ownService, requireProvider, requireProviderForm, secretPage, type Provider } from './portal-desk.ts';

const doneTexts: Readonly<Record<string, string>> = {
  changed: '已送出新的內容。',
  'start-trial': '已進入試辦。',
  'ask-review': '登錄規則有問題要由審查人員回答，已送審。審查同意後，再進入試辦。',
  'request-live': '已送出第二次申請，請等待審查。',
  'withdraw-live': '已撤回上線申請。',
  announce: '已公告。',
  'withdraw-announcement': '已撤回公告。',
  suspend: '已暫停，立刻生效。',
  restore: '已恢復。',
  testers: '已存入測試人員名單。',
  'switch-key': '已改用新金鑰；舊的還會再收 7 天。',
  'drop-key': '已停用那一組金鑰。',
};

/**
 * `/portal/services/:id` and the forms on it, for people of its organisation. Done is 303 to the page; refused is 422
 * with what was typed. `prepare-key` answers with a page of its own, the only one with secrets, which no cache keeps.
 */
export function portalServiceRoutes(app: Hono, platform: Platform): void {
  const { storage, clock, config } = platform;
  const test = config.environment === 'test';

  async function show(
    c: Context,
    provider: Provider,
    service: RegisteredService,
    more: {
      readonly problems?: readonly Pick<Finding, 'field' | 'text'>[];
      readonly typed?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<Response> {
    const now = clock.now();
    const state = stateAt(service.state, now);
    const review = await reviewOf(platform, service, provider.organisation);
    const asked = underReview(state);
    const version = await storage.serviceVersion(service.id, state.version);
    return c.html(
      serviceView({
        staff: provider.staff,
        test,
        service,
        state,
        version,
        waiting: asked && (await storage.serviceVersion(service.id, asked.version)),
        findings: review?.findings ?? version?.findings ?? [],
        keys: (await storage.clientKeys(service.clientId)).filter(({ retiresAt }) => !retiresAt || retiresAt > now),
        testers: await storage.testerCount(service.id),
        decisions: await storage.registryDecisions(service.id),
        firstDay: firstDayFrom(earliestEffect(now)),
        problems: more.problems ?? [],
        typed: more.typed ?? {},
        done: more.problems?.length ? undefined : doneTexts[c.req.query('done') ?? ''],
      }),
      more.problems?.length ? 422 : 200,
    );
  }

  app.get('/portal/services/:id', async (c) => {
    const provider = await requireProvider(platform, c);
    return show(c, provider, await ownService(platform, c, provider));
  });

  type Act = (given: {
    readonly c: Context;
    readonly provider: Provider;
    readonly service: RegisteredService;
    readonly body: FormBody;
  }) => Promise<
    Outcome<{ readonly asked?: true }> | { readonly kind: 'mistake'; readonly field: string; readonly text: string }
  >;

  /** A form of the service's page; it comes back with what was typed where it could not be done. */
  const verb = (name: string, act: Act): void => {
    app.post(`/portal/services/:id/${name}`, async (c) => {
      const provider = await requireProviderForm(platform, c);
      const { body } = provider;
      const service = await ownService(platform, c, provider);
      const outcome = await act({ c, provider, service, body });
      const typed = Object.fromEntries(
        ['what', 'day', 'dayEra', 'dayYear', 'dayMonth', 'dayDay', 'reason', 'stopReason', 'testers'].map((field) => [
          field,
          textOf(body, field),
        ]),
      );
      const again = (problems: readonly Pick<Finding, 'field' | 'text'>[]) =>
        show(c, provider, service, { problems, typed });
      switch (outcome.kind) {
        case 'done':
          return c.redirect(`/portal/services/${service.id}?done=${outcome.asked ? 'ask-review' : name}`, 303);
        case 'mistake':
          return again([outcome]);
        case 'refused':
          return again(outcome.findings.filter(({ verdict }) => verdict === 'refused'));
        case 'not-possible':
          return again([{ field: outcome.reason === 'too-soon' ? 'day' : '', text: refusalTexts[outcome.reason] }]);
        case 'moved':
          return again([{ field: '', text: movedText }]);
      }
    });
  };

  const fixed = (event: 'start-trial' | 'withdraw-live' | 'withdraw-announcement', reason: string) =>
    verb(event, ({ provider: { staff, organisation }, service }) =>
      moveService(platform, staff, { service, organisation, event: { event }, reason }),
    );
  fixed('start-trial', '測試完成，進入試辦');
  fixed('withdraw-live', '撤回上線申請');
  fixed('withdraw-announcement', '撤回先前的公告');

  verb('announce', async ({ provider: { staff, organisation }, service, body }) => {
    const day = readDateFields(body, 'day');
    if (!isRead(day)) return { kind: 'mistake', ...dateError('day', '從哪一天起', day) };
    const effectiveAt = dayBegins(day.value)!;
    const event: ServiceEvent & { event: 'announce-pause' | 'announce-end' } = {
      event: textOf(body, 'what') === 'pause' ? 'announce-pause' : 'announce-end',
      effectiveAt,
    };
    return moveService(platform, staff, { service, organisation, event, reason: textOf(body, 'reason') });
  });

  for (const event of ['suspend', 'restore'] as const)
    verb(event, async ({ provider: { staff, organisation }, service, body }) =>
      atField(
        'stopReason',
        await moveService(platform, staff, {
          service,
          organisation,
          event: { event, by: 'provider' },
          reason: textOf(body, 'stopReason'),
        }),
      ),
    );

  verb('testers', async ({ provider: { staff }, service, body }) => {
    const ids: string[] = [];
    for (const typed of plain(textOf(body, 'testers'))
      .split(/[\s,;、]+/u)
      .filter(Boolean)) {
      const read = readNationalId(typed);
      if (!isRead(read))
        return {
          kind: 'mistake',
          field: 'testers',
          text: `第 ${ids.length + 1} 個身分證統一編號不正確：${read.reason['zh-Hant']}。名單沒有存入。`,
        };
      ids.push(read.value);
    }
    return setTesters(platform, staff, service, ids);
  });

  app.post('/portal/services/:id/prepare-key', async (c) => {
    const provider = await requireProviderForm(platform, c);
    const service = await ownService(platform, c, provider);
    if (service.fromFile) return show(c, provider, service, { problems: [{ field: '', text: movedText }] });
    const outcome = await prepareKey(platform, provider.staff, service);
    if (outcome.kind !== 'done') return show(c, provider, service, { problems: [{ field: '', text: movedText }] });
    const { staff } = provider;
    const next = `/portal/services/${service.id}`;
    return secretPage(c, keysView({ staff, test, title: '新金鑰', keys: outcome.keys, next }));
  });

  verb('switch-key', ({ provider: { staff }, service }) => switchKey(platform, staff, service));
  verb('drop-key', ({ provider: { staff }, service, body }) => dropKey(platform, staff, service, textOf(body, 'key')));
}

/** A reason that is missing is missing in the form that it was sent from. */
const atField = (field: string, outcome: Outcome): Outcome =>
  outcome.kind === 'refused'
    ? { ...outcome, findings: outcome.findings.map((one) => (one.field === 'reason' ? { ...one, field } : one)) }
    : outcome;
