/** The portal of service providers: joining, and each organisation's own services. Another's look like none. */
import { dayBegins } from '#schemas/taiwan/calendar.ts';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { isRead } from '#schemas/taiwan/reading.ts';
import { datePartsOf, readDateFields, shownDateFields } from '../../http/date-fields.ts';
import { HttpError } from '../../http/errors.ts';
import { dateError } from '../../http/typed-fields.ts';
import { TooMany, waitWords } from '../../limits/too-many.ts';
import { callerOf } from '../../limits/caller.ts';
import { newId } from '../hashes.ts';
import type { Platform } from '../platform.ts';
import { emptyDefinition } from './definition.ts';
import { importForm } from './import-form.ts';
import { applyToJoin } from './organisations.ts';
import { earliestEffect, stateAt } from './phases.ts';
import { firstDayFrom, readDefinition, textOf, wordsOf, type FormBody } from './read-form.ts';
import { applyForLive, applyForService, changeService } from './services.ts';
import type { Staff } from '../staff/session.ts';
import type { RegisteredService } from '../storage.ts';
import { importView } from './views/import.ts';
import { emptyOrganisation, joinedView, joinView } from './views/join.ts';
import { serviceFormView, type ServiceFormView } from './views/service-form.ts';
import { keysView } from './views/service.ts';
import { portalView } from './views/services.ts';
import { movedText, refusalTexts } from './views/words.ts';
import { portalServiceRoutes } from './portal-service-routes.ts';
import { ownService, requireProvider, requireProviderForm, secretPage } from './portal-desk.ts';

const idShape = /^[\w-]{22}$/;

/**
 * `/join` for anybody, 20 applications an hour of one address; `/portal`, `/portal/import` and the forms of a service
 * (`new`, `change`, `request-live`) for people of a joined organisation. Keys of a new service are on its answer's
 * page, once.
 */
export function portalRoutes(app: Hono, platform: Platform): void {
  const { storage, clock, config } = platform;
  const test = config.environment === 'test';

  app.get('/join', (c) => c.html(joinView({ test, application: emptyOrganisation, mistakes: [] })));

  app.post('/join', async (c) => {
    const spending = { budget: 'join-applications', who: callerOf(platform, c).address } as const;
    const taking = await platform.limiter.take([spending]).catch((error: unknown) => {
      throw error instanceof TooMany ? tooMany(error.waitSeconds) : error;
    });
    const body: FormBody = await c.req.parseBody({ all: true });
    const text = (name: string): string => wordsOf(body, name).slice(0, 200);
    const application = {
      name: text('name'),
      kind: text('kind'),
      forwardedBy: text('forwardedBy'),
      forwardedNo: text('forwardedNo'),
      contact: { unit: text('contactUnit'), phone: text('contactPhone'), email: text('contactEmail') },
    };
    const outcome = await applyToJoin(platform, application);
    if (outcome.kind !== 'done') {
      await taking.right();
      const mistakes = outcome.kind === 'refused' ? outcome.findings : [];
      return c.html(joinView({ test, application, mistakes }), 422);
    }
    return c.html(joinedView({ test, name: application.name }), 201);
  });

  app.get('/portal', async (c) => {
    const { staff, organisation } = await requireProvider(platform, c);
    const now = clock.now();
    const services = (await storage.registeredServices(organisation.id)).map((service) => ({
      ...service,
      state: stateAt(service.state, now),
    }));
    return c.html(portalView({ staff, test, organisation, services }));
  });

  app.get('/portal/services/new', async (c) => {
    const { staff } = await requireProvider(platform, c);
    return c.html(serviceFormView(newForm(staff)));
  });

  app.post('/portal/services/new', async (c) => {
    const { staff, organisation, body } = await requireProviderForm(platform, c);
    const id = textOf(body, 'id');
    const form: ServiceFormView = { ...newForm(staff), definition: readDefinition(body), hidden: { id } };
    const opened = formAction(body, form);
    if (opened) return c.html(serviceFormView(opened));
    if (!idShape.test(id)) throw outOfDate();
    const outcome = await applyForService(platform, staff, { id, organisation, definition: form.definition });
    switch (outcome.kind) {
      case 'done':
        return secretPage(
          c,
          keysView({ staff, test, title: '測試金鑰', keys: outcome.keys, next: `/portal/services/${id}` }),
        );
      case 'refused':
        return c.html(serviceFormView({ ...form, mistakes: refusedOnly(outcome.findings) }), 422);
      default:
        // The same form, sent twice: the first made the service.
        return c.redirect('/portal', 303);
    }
  });

  app.get('/portal/import', async (c) => {
    const { staff } = await requireProvider(platform, c);
    return c.html(importView({ staff, test }));
  });

  app.post('/portal/import', async (c) => {
    const { staff, body } = await requireProviderForm(platform, c);
    const text = async (name: string): Promise<string> => {
      const file: unknown = [body[name]].flat()[0];
      return file instanceof File ? file.text() : '';
    };
    const imported = importForm(await text('serviceFile'), await text('formFile'));
    if (!imported.ok) return c.html(importView({ staff, test, mistakes: imported.mistakes }), 422);
    return c.html(serviceFormView({ ...newForm(staff), title: '匯入的服務', definition: imported.definition }));
  });

  app.get('/portal/services/:id/change', async (c) => {
    const provider = await requireProvider(platform, c);
    const service = await ownService(platform, c, provider);
    return c.html(serviceFormView(await changeForm(provider.staff, service)));
  });

  app.post('/portal/services/:id/change', async (c) => {
    const provider = await requireProviderForm(platform, c);
    const { staff, organisation, body } = provider;
    const service = await ownService(platform, c, provider);
    const base = await changeForm(staff, service);
    const read = readDateFields(body, 'effectiveDay');
    const form: ServiceFormView = {
      ...base,
      definition: readDefinition(body),
      change: base.change && { ...base.change, day: shownDateFields(body, 'effectiveDay') },
    };
    const opened = formAction(body, form);
    if (opened) return c.html(serviceFormView(opened));
    const effectiveAt = isRead(read) ? dayBegins(read.value) : undefined;
    const wrong = (text: string, field = 'effectiveDay') =>
      c.html(serviceFormView({ ...form, mistakes: [{ field, text, clause: '附件一 四-(二)' }] }), 422);
    if (form.change && !isRead(read)) {
      const { text, field } = dateError('effectiveDay', '從哪一天起變更', read);
      return wrong(text, field);
    }
    const { definition } = form;
    const outcome = await changeService(platform, staff, { service, organisation, definition, effectiveAt });
    switch (outcome.kind) {
      case 'done':
        return c.redirect(`/portal/services/${service.id}?done=changed`, 303);
      case 'refused':
        return c.html(serviceFormView({ ...form, mistakes: refusedOnly(outcome.findings) }), 422);
      case 'not-possible':
        return wrong(refusalTexts[outcome.reason], outcome.reason === 'too-soon' ? 'effectiveDay' : 'name');
      case 'moved':
        return wrong(movedText, 'name');
    }
  });

  app.get('/portal/services/:id/request-live', async (c) => {
    const provider = await requireProvider(platform, c);
    const service = await ownService(platform, c, provider);
    return c.html(serviceFormView(await liveForm(provider.staff, service)));
  });

  app.post('/portal/services/:id/request-live', async (c) => {
    const provider = await requireProviderForm(platform, c);
    const { staff, organisation, body } = provider;
    const service = await ownService(platform, c, provider);
    const form: ServiceFormView = { ...(await liveForm(staff, service)), definition: readDefinition(body) };
    const opened = formAction(body, form);
    if (opened) return c.html(serviceFormView(opened));
    const { definition } = form;
    const outcome = await applyForLive(platform, staff, { service, organisation, definition });
    switch (outcome.kind) {
      case 'done':
        return c.redirect(`/portal/services/${service.id}?done=request-live`, 303);
      case 'refused':
        return c.html(serviceFormView({ ...form, mistakes: refusedOnly(outcome.findings) }), 422);
      default: {
        const text = outcome.kind === 'moved' ? movedText : refusalTexts[outcome.reason];
        return c.html(
          serviceFormView({ ...form, mistakes: [{ field: 'name', text, clause: '手冊 貳-一-(五)' }] }),
          422,
        );
      }
    }
  });

  portalServiceRoutes(app, platform);

  const newForm = (staff: Staff): ServiceFormView => ({
    staff,
    test,
    title: '申請新服務',
    action: '/portal/services/new',
    submit: '送出申請，取得測試金鑰',
    definition: emptyDefinition,
    rows: 1,
    mistakes: [],
    hidden: { id: newId() },
  });

  /** The second application: the form once more (手冊 貳-一-(五)-3), with what stands in it now. */
  async function liveForm(staff: Staff, service: RegisteredService): Promise<ServiceFormView> {
    const state = stateAt(service.state, clock.now());
    if (state.phase !== 'trial') throw notNow();
    return {
      ...(await changeForm(staff, service)),
      title: `「${service.name}」申請正式上線`,
      action: `/portal/services/${service.id}/request-live`,
      submit: '送出第二次申請',
      note: html`<p class="notice">
        這是正式上線的第二次申請。請重新檢視每一項資料集與欄位是否還需要，並把網址換成正式的。
      </p>`,
    };
  }

  async function changeForm(staff: Staff, service: RegisteredService): Promise<ServiceFormView> {
    const now = clock.now();
    const state = stateAt(service.state, now);
    const version = service.fromFile ? undefined : await storage.serviceVersion(service.id, state.version);
    const open = ['test', 'trial', 'live', 'returned', 'ended'].includes(state.phase);
    if (!version || !open || state.proposed) {
      throw notNow();
    }
    const firstDay = firstDayFrom(earliestEffect(now));
    return {
      staff,
      test,
      title: `修改「${service.name}」`,
      action: `/portal/services/${service.id}/change`,
      submit: state.phase === 'live' ? '公告變更並送審' : '送出新版本',
      definition: version.definition,
      rows: 1,
      mistakes: [],
      ...(state.phase === 'live' && { change: { firstDay, day: datePartsOf(firstDay)! } }),
    };
  }
}

const refusedOnly = <T extends { readonly verdict: string }>(findings: readonly T[]): readonly T[] =>
  findings.filter(({ verdict }) => verdict === 'refused');

/** A button that only changes the form; everything typed stays. */
function formAction(body: FormBody, form: ServiceFormView): ServiceFormView | undefined {
  const { definition } = form;
  const [verb = '', number] = textOf(body, 'do').split('.');
  const index = Number(number);
  switch (verb) {
    case 'more':
      return { ...form, rows: definition.datasets.length + 1, focus: definition.datasets.length };
    case 'fields':
      return { ...form, focus: index };
    case 'remove': {
      // Rows that were left empty are not among the datasets: it is the input's row that goes.
      const kept = readDefinition({ ...body, [`datasets.${index}.removed`]: 'yes' });
      return { ...form, definition: kept, focus: Math.max(0, index - 1) };
    }
    default:
      return undefined;
  }
}

const notNow = (): HttpError =>
  new HttpError(409, 'service-not-changeable', {
    'zh-Hant': '這個服務目前不能這樣做：可能正在審查、已暫停、階段不同，或由設定檔登錄。請回到服務的頁面看最新的狀態。',
    en: 'This can not be done with this service now.',
  });

const outOfDate = (): HttpError =>
  new HttpError(400, 'form-out-of-date', {
    'zh-Hant': '這份表單已經過期。請從「我的服務」重新開始。',
    en: 'This form is out of date.',
  });

const tooMany = (seconds: number): HttpError =>
  new HttpError(
    429,
    'too-many-applications',
    {
      'zh-Hant': `這個網路位址送出太多申請，請 ${waitWords(seconds)['zh-Hant']}後再試。`,
      en: 'Too many applications from this address.',
    },
    { 'retry-after': String(seconds) },
  );
