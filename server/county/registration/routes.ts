/** The administrators' pages of registrations 登錄: where each service stands, its application to stamp, and the answer to it. */
import type { Context, Hono } from 'hono';
import { askedOf } from '#schemas/services/asked.ts';
import { officeFor, servicesFor } from '../access/services.ts';
import { returnUrlOf, spApiUrlOf } from '../client-registration.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';
import type { CountyService } from '../services/county-service.ts';
import { formFor, pageFor } from '../staff/form.ts';
import type { CountyStaff } from '../staff/session.ts';
import type { Said } from '../staff/views/page.ts';
import { enterDecision, openVersions } from './decide.ts';
import { letterOf, type Letter } from './letter/content.ts';
import { odtOf, odtType } from './letter/odt.ts';
import { pdfOf } from './letter/pdf.ts';
import { registrationView as viewOf } from './view.ts';
import { registrationView } from './views/registration.ts';
import { registrationsView, type ServiceLine } from './views/registrations.ts';

/**
 * `/staff/registrations`, each service's page below it, the application 申請表 of a version as ODT and PDF, and the form
 * that enters the answer to a letter. For administrators, of the services of their offices; of any other 404, as of
 * none.
 */
export function registrationRoutes(app: Hono, county: County): void {
  const test = county.config.environment === 'test';
  const at = (c: Context): string => c.req.param('service') ?? '';

  /** The same answer for another office's and for none. @throws 404 */
  const needService = async (c: Context, staff: CountyStaff): Promise<CountyService> => {
    const unseen = (): Error => countyError('service-unknown');
    await officeFor(county, staff, at(c), { see: 'administer', verb: 'administer', unseen });
    const service = county.services.get(at(c));
    if (!service) throw unseen();
    return service;
  };

  const showOne = async (c: Context, staff: CountyStaff, service: CountyService, more: Said = {}) => {
    const times = new Map((await county.storage.formVersions(at(c))).map((one) => [one.version, one.publishedAt]));
    const view = registrationView({
      test,
      staff,
      service: lineOf(service),
      versions: (await openVersions(county, service)).map(({ formVersion: version }) => ({
        version,
        publishedAt: times.get(version) ?? county.clock.now().toISOString(),
      })),
      clientId: service.client?.clientId,
      entered: county.registrar?.by === 'letter',
      ...more,
    });
    return c.html(view, more.problem ? 422 : 200);
  };

  app.get(
    '/registrations',
    pageFor(county, 'administer', async (c, staff) => {
      const mine = await servicesFor(county, staff, 'administer');
      const services = [...county.services.values()].filter(({ service }) => mine.has(service.id)).map(lineOf);
      return c.html(registrationsView({ test, staff, services, by: county.registrar?.by }));
    }),
  );
  app.get(
    '/registrations/:service',
    pageFor(county, 'administer', async (c, staff) =>
      showOne(c, staff, await needService(c, staff), {
        done: c.req.query('done') === '1' ? '平臺的答覆已經存入，立刻生效。' : undefined,
      }),
    ),
  );
  app.post(
    '/registrations/:service/decision',
    formFor(county, 'administer', async (c, staff, form) => {
      const service = await needService(c, staff);
      const problem = await enterDecision(county, staff, service, form);
      return problem
        ? showOne(c, staff, service, { problem })
        : c.redirect(`/staff/registrations/${at(c)}?done=1`, 303);
    }),
  );

  const letter = async (c: Context, staff: CountyStaff): Promise<Letter> => {
    const service = await needService(c, staff);
    const number = c.req.param('version');
    const version = (await openVersions(county, service)).find(({ formVersion }) => String(formVersion) === number);
    if (!version) throw countyError('form-unknown');
    const { covers } = service.known.row ?? {};
    const { publicUrl } = county.config;
    return letterOf({
      organisation: county.organisation.name['zh-Hant'],
      asked: askedOf(version),
      ...(covers && { registered: covers }),
      ...(service.client && { clientId: service.client.clientId }),
      returnUrl: returnUrlOf(publicUrl, at(c)),
      spApiUrl: spApiUrlOf(publicUrl, at(c)),
      addresses: [],
      now: county.clock.now(),
    });
  };
  const kinds = {
    odt: { type: odtType, write: async (one: Letter, now: Date) => odtOf(one, now) },
    pdf: { type: 'application/pdf', write: pdfOf },
  } as const;
  for (const [ending, { type, write }] of Object.entries(kinds))
    app.get(
      `/registrations/:service/:version/application.${ending}`,
      pageFor(county, 'administer', async (c, staff) => {
        const bytes = await write(await letter(c, staff), county.clock.now());
        return c.body(new Uint8Array(bytes), 200, {
          'content-type': type,
          'content-disposition': `attachment; filename="${at(c)}-${c.req.param('version')}.${ending}"`,
          'cache-control': 'no-store',
        });
      }),
    );
}

function lineOf({ service, formVersion, newest, known, client }: CountyService): ServiceLine {
  return {
    id: service.id,
    name: newest.service.name['zh-Hant'],
    newest: newest.formVersion,
    live: formVersion,
    view: viewOf({ known, ...(client && { client }) }, askedOf(newest)),
    problem: known.submission?.problem,
  };
}
