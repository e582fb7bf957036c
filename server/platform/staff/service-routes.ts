/** The platform's people: organisations, the queue of services, reviews, suspensions. */
import type { Context, Hono } from 'hono';
import { HttpError } from '../../http/errors.ts';
import type { Platform } from '../platform.ts';
import { decideOrganisation, type OrganisationDecision } from '../registry/organisations.ts';
import { stateAt, underReview, type ServiceState } from '../registry/phases.ts';
import { decideService, reviewOf } from '../registry/review.ts';
import type { Finding } from '../registry/rules/rule.ts';
import { moveService } from '../registry/services.ts';
import { staffForm, staffPage, type StaffForm } from './form.ts';
import { platformRoles, type Role, type Staff } from './session.ts';
import type { Organisation, RegisteredService } from '../storage.ts';
import { organisationsView, organisationView } from './views/organisations.ts';
import { serviceQueueView, serviceReviewView } from './views/services.ts';
import { movedText, refusalTexts } from '../registry/views/words.ts';

const deciders: readonly Role[] = ['reviewer', 'operator'];
const decisions: readonly OrganisationDecision[] = ['approve', 'return', 'refuse'];

type Problems = readonly Pick<Finding, 'field' | 'text'>[];

/**
 * `/operator/organisations…` and `/operator/services…` for the platform's people. Reviewers and operators decide, only
 * operators suspend and restore. The link for a new organisation's people is on the answer's page once, which no cache
 * keeps.
 */
export function operatorServiceRoutes(app: Hono, platform: Platform): void {
  const { storage, clock, config } = platform;
  const test = config.environment === 'test';

  app.get(
    '/operator/organisations',
    staffPage(platform, platformRoles, async (c, staff) =>
      c.html(organisationsView({ staff, test, organisations: await storage.organisations() })),
    ),
  );

  app.get(
    '/operator/organisations/:id',
    staffPage(platform, platformRoles, async (c, staff) => c.html(await organisationPage(c, staff))),
  );

  app.post(
    '/operator/organisations/:id/decide',
    staffForm(platform, deciders, async (c, staff, form) => {
      const decision = readDecision(form);
      const reason = (form['reason'] ?? '').trim();
      const id = c.req.param('id') ?? '';
      await organisationOf(id);
      if (!decision)
        return c.html(await organisationPage(c, staff, { problems: undecided, typed: textsOf(form) }), 422);
      const outcome = await decideOrganisation(platform, staff, { id, decision, reason });
      if (outcome.kind === 'done') {
        if (outcome.link) c.header('cache-control', 'no-store');
        return c.html(await organisationPage(c, staff, { link: outcome.link, done: '已存入決定，並通知申請機關。' }));
      }
      const typed = textsOf(form);
      return c.html(await organisationPage(c, staff, { problems: problemsOf(outcome), typed }), 422);
    }),
  );

  app.get(
    '/operator/services',
    staffPage(platform, platformRoles, async (c, staff) => {
      const now = clock.now();
      const names = new Map((await storage.organisations()).map(({ id, name }) => [id, name]));
      const rows = (await storage.registeredServices()).map((service) => {
        const state = stateAt(service.state, now);
        return {
          service,
          state,
          organisation: names.get(service.organisationId) ?? service.organisationId,
          waiting: waitingFor(state),
        };
      });
      return c.html(serviceQueueView({ staff, test, rows }));
    }),
  );

  app.get(
    '/operator/services/:id',
    staffPage(platform, platformRoles, async (c, staff) => c.html(await servicePage(c, staff))),
  );

  app.post(
    '/operator/services/:id/decide',
    staffForm(platform, deciders, async (c, staff, form) => {
      const { service, organisation } = await serviceOf(c);
      const answers = new Map(
        Object.entries(form).flatMap(([name, value]) =>
          name.startsWith('answer.') && value ? [[name.slice('answer.'.length), value] as const] : [],
        ),
      );
      const decision = readDecision(form);
      if (!decision) return c.html(await servicePage(c, staff, { problems: undecided, typed: textsOf(form) }), 422);
      const outcome = await decideService(platform, staff, {
        service,
        organisation,
        decision,
        reason: (form['reason'] ?? '').trim(),
        answers,
      });
      if (outcome.kind === 'done') return c.redirect(`/operator/services/${service.id}?done=decided`, 303);
      return c.html(await servicePage(c, staff, { problems: problemsOf(outcome), typed: textsOf(form) }), 422);
    }),
  );

  app.post(
    '/operator/services/:id/stop',
    staffForm(platform, ['operator'], async (c, staff, form) => {
      const { service, organisation } = await serviceOf(c);
      const event = form['verb'] === 'restore' ? 'restore' : 'suspend';
      const outcome = await moveService(platform, staff, {
        service,
        organisation,
        event: { event, by: 'operator' },
        reason: form['stopReason'] ?? '',
      });
      if (outcome.kind === 'done') return c.redirect(`/operator/services/${service.id}?done=${event}`, 303);
      const problems = problemsOf(outcome).map((one) =>
        one.field === 'reason' ? { ...one, field: 'stopReason' } : one,
      );
      return c.html(await servicePage(c, staff, { problems, typed: textsOf(form) }), 422);
    }),
  );

  interface Again {
    readonly problems?: Problems;
    readonly typed?: Readonly<Record<string, string>>;
    readonly link?: string;
    readonly done?: string;
  }

  async function organisationOf(id: string): Promise<Organisation> {
    const found = await storage.organisation(id);
    if (found) return found;
    throw new HttpError(404, 'organisation-unknown', {
      'zh-Hant': '找不到這個機關。請從機關清單重新選擇。',
      en: 'There is no such organisation.',
    });
  }

  async function serviceOf(c: Context): Promise<{ service: RegisteredService; organisation: Organisation }> {
    const service = await storage.service(c.req.param('id') ?? '');
    if (service) return { service, organisation: await organisationOf(service.organisationId) };
    throw new HttpError(404, 'service-unknown', {
      'zh-Hant': '找不到這個服務。請從服務清單重新選擇。',
      en: 'There is no such service.',
    });
  }

  async function organisationPage(c: Context, staff: Staff, again: Again = {}) {
    const organisation = await organisationOf(c.req.param('id') ?? '');
    const now = clock.now();
    const services = await storage.registeredServices(organisation.id);
    return organisationView({
      staff,
      test,
      organisation,
      services: services.map((service) => ({ ...service, state: stateAt(service.state, now) })),
      accounts: await storage.registryAccounts(organisation.id),
      decisions: await storage.registryDecisions(organisation.id),
      ...again,
    });
  }

  async function servicePage(c: Context, staff: Staff, again: Again = {}) {
    const { service, organisation } = await serviceOf(c);
    const state = stateAt(service.state, clock.now());
    const done: Readonly<Record<string, string>> = {
      decided: '已存入決定，並通知申請機關。',
      suspend: '已暫停，立刻生效。',
      restore: '已恢復。',
    };
    return serviceReviewView({
      staff,
      test,
      service,
      state,
      organisation,
      version: await storage.serviceVersion(service.id, state.version),
      review: await reviewOf(platform, service, organisation),
      decisions: await storage.registryDecisions(service.id),
      problems: again.problems ?? [],
      typed: again.typed ?? {},
      done: again.problems ? undefined : done[c.req.query('done') ?? ''],
    });
  }
}

/** What a service waits for; undefined when for nothing. */
function waitingFor(state: ServiceState): string | undefined {
  if (!underReview(state)) return undefined;
  if (state.phase === 'applied') return '測試申請';
  if (state.phase === 'live-requested') return '正式上線';
  if (state.proposed === state.version) return '試辦前的問題';
  return state.proposed ? '修改內容' : '公告的變更';
}

const readDecision = (form: StaffForm): OrganisationDecision | undefined =>
  decisions.find((one) => one === form['decision']);

const undecided: Problems = [{ field: 'decision', text: '請選擇同意、退回補正或不同意。' }];

const textsOf = (form: StaffForm): Record<string, string> =>
  Object.fromEntries(Object.entries(form).map(([name, value]) => [name, value ?? '']));

function problemsOf(
  outcome:
    | { readonly kind: 'refused'; readonly findings: readonly Finding[] }
    | { readonly kind: 'not-possible'; readonly reason: keyof typeof refusalTexts }
    | { readonly kind: 'moved' },
): Problems {
  switch (outcome.kind) {
    case 'refused':
      return outcome.findings;
    case 'not-possible':
      return [{ field: '', text: refusalTexts[outcome.reason] }];
    case 'moved':
      return [{ field: '', text: movedText }];
  }
}
