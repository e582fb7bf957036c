/** What auditors see: the record of the staff, of looks at cases and of transfers. And what case officers see: the applications of their offices. */
import type { Hono } from 'hono';
import { readApplicationNumber } from '#schemas/taiwan/application-number.ts';
import { withoutSpaces } from '#schemas/taiwan/plain-text.ts';
import { valueOf } from '#schemas/taiwan/reading.ts';
import { mayIn, officesFor } from '../access/may.ts';
import { servicesFor } from '../access/services.ts';
import type { County } from '../county.ts';
import { topOf } from '../offices/tree.ts';
import { pageFor } from '../staff/form.ts';
import { lookVerbs } from './looks.ts';
import { applicationsView } from './views/applications.ts';
import { looksView } from './views/looks.ts';
import { recordsView } from './views/records.ts';

/** Newest of each list. */
const most = 200;
/** Looks among which the people to choose from are sought. */
const mostPeople = 2_000;

/** As it is kept, however it was typed; what is no number of an application finds nothing. */
const caseOf = (typed = ''): string | undefined =>
  (valueOf(readApplicationNumber(typed)) ?? withoutSpaces(typed)) || undefined;

/**
 * `/staff/records` and `/staff/looks` for `see-records`, `/staff/applications` for `see-applications`; each the newest
 * of the offices and services that this person may see. Nothing of an application's contents.
 */
export function recordRoutes(app: Hono, county: County): void {
  const { storage } = county;
  const test = county.config.environment === 'test';

  app.get(
    '/records',
    pageFor(county, 'see-records', async (c, staff) => {
      // What concerns no office, e.g. a sign-in, concerns the organisation.
      const whole = mayIn(staff, 'see-records', topOf(staff.offices)?.id ?? '');
      const offices = [...staff.offices.keys()].filter((id) => mayIn(staff, 'see-records', id));
      const services = await servicesFor(county, staff, 'see-records');
      const actions = await storage.staffActions(most, whole ? undefined : offices);
      const transfers = await storage.recentTransferRecords(most, [...services]);
      return c.html(recordsView({ test, staff, actions, transfers, most }));
    }),
  );

  app.get(
    '/looks',
    pageFor(county, 'see-records', async (c, staff) => {
      const offices = [...staff.offices.keys()].filter((id) => mayIn(staff, 'see-records', id));
      const filter = { staff: c.req.query('staff') || undefined, case: caseOf(c.req.query('case')) };
      const all = await storage.staffActions(mostPeople, offices, { verbs: lookVerbs });
      const only = { verbs: lookVerbs, staffId: filter.staff, about: filter.case };
      const looks = await storage.staffActions(most, offices, only);
      const people = new Map(all.map(({ staffId, staffName }) => [staffId, staffName]));
      return c.html(looksView({ test, staff, looks, people, filter, most }));
    }),
  );

  app.get(
    '/applications',
    pageFor(county, 'see-applications', async (c, staff) => {
      const services = await servicesFor(county, staff, 'see-applications');
      const owners = new Map((await storage.serviceOwners()).map(({ service, office }) => [service, office]));
      const rows = (await storage.recentApplications(most, [...services])).map((row) => ({
        number: row.number,
        service: county.services.get(row.service)?.service.name['zh-Hant'] ?? row.service,
        office: staff.offices.get(owners.get(row.service) ?? '')?.name['zh-Hant'] ?? '',
        status: row.status,
        submittedAt: row.submittedAt,
      }));
      return c.html(applicationsView({ test, staff, rows, offices: officesFor(staff, 'see-applications'), most }));
    }),
  );
}
