/** The administrators' pages of offices 單位, of who holds what in them, and of whose a service is. */
import type { Context, Hono } from 'hono';
import type { Text } from '#schemas/text.ts';
import { officesFor } from '../access/may.ts';
import { servicesFor } from '../access/services.ts';
import type { County } from '../county.ts';
import { formFor, pageFor, wordsOf, type StaffForm } from '../staff/form.ts';
import { giveRole, takeRole } from '../staff/people.ts';
import { everyRole, type CountyStaff } from '../staff/session.ts';
import type { Said } from '../staff/views/page.ts';
import { addOffice, closeOffice, moveOffice, moveService, needOffice, officeUnknown, renameOffice } from './keep.ts';
import { isWithin } from './tree.ts';
import { officesView } from './views/offices.ts';
import { officeView } from './views/office.ts';
import { servicesView } from './views/services.ts';

/**
 * `/staff/offices` with what is done to one office and to the roles in it, `/staff/services` with whose each service
 * is. For administrators, of their offices; of others 404 `office-unknown`, as of none.
 */
export function officeRoutes(app: Hono, county: County): void {
  const { storage } = county;
  const test = county.config.environment === 'test';

  const showAll = async (c: Context, staff: CountyStaff, more: Said = {}) =>
    c.html(officesView({ test, staff, offices: officesFor(staff, 'administer'), ...more }), more.problem ? 422 : 200);

  const showOne = async (c: Context, staff: CountyStaff, id: string, more: Said = {}) => {
    const office = needOffice(staff, id);
    const accounts = new Map((await storage.staffAccounts()).map((account) => [account.id, account]));
    const people = (await storage.memberships()).flatMap((held) => {
      const account = accounts.get(held.staff);
      return held.office === id && account ? [{ ...held, login: account.login, name: account.name }] : [];
    });
    const services = (await storage.serviceOwners()).filter((owner) => owner.office === id);
    const parents = officesFor(staff, 'administer').filter((one) => !isWithin(staff.offices, one.id, id));
    const names = services.map(({ service }) => nameOf(service));
    return c.html(
      officeView({ test, staff, office, people, services: names, parents, ...more }),
      more.problem ? 422 : 200,
    );
  };

  const nameOf = (id: string): string => county.services.get(id)?.service.name['zh-Hant'] ?? id;
  const at = (c: Context): string => c.req.param('office') ?? '';
  const back = (c: Context, done: string) => c.redirect(`/staff/offices/${at(c)}?done=${done}`, 303);

  app.get(
    '/offices',
    pageFor(county, 'administer', (c, staff) => showAll(c, staff, { done: doneOf(c) })),
  );
  app.post(
    '/offices',
    formFor(county, 'administer', async (c, staff, form) => {
      const parent = needOffice(staff, form['parent']);
      const name = nameIn(form);
      const problem = name ? await addOffice(county, staff, parent, name) : nameMissing;
      return problem ? showAll(c, staff, { problem }) : c.redirect('/staff/offices?done=added', 303);
    }),
  );
  app.get(
    '/offices/:office',
    pageFor(county, 'administer', (c, staff) => showOne(c, staff, at(c), { done: doneOf(c) })),
  );

  /** What is done to one office. */
  const act = (
    path: string,
    done: string,
    verb: (staff: CountyStaff, office: ReturnType<typeof needOffice>, form: StaffForm) => Promise<string | undefined>,
  ) =>
    app.post(
      `/offices/:office/${path}`,
      formFor(county, 'administer', async (c, staff, form) => {
        const problem = await verb(staff, needOffice(staff, at(c)), form);
        return problem ? showOne(c, staff, at(c), { problem }) : back(c, done);
      }),
    );

  act('name', 'renamed', async (staff, office, form) => {
    const name = nameIn(form);
    return name ? renameOffice(county, staff, office, name) : nameMissing;
  });
  act('parent', 'moved', (staff, office, form) => moveOffice(county, staff, office, needOffice(staff, form['parent'])));
  app.post(
    '/offices/:office/close',
    formFor(county, 'administer', async (c, staff) => {
      const problem = await closeOffice(county, staff, needOffice(staff, at(c)));
      return problem ? showOne(c, staff, at(c), { problem }) : c.redirect('/staff/offices?done=closed', 303);
    }),
  );
  act('roles', 'given', async (staff, office, form) => {
    const role = everyRole.find((one) => one === form['role']);
    if (!role) return '請選擇職務。';
    return giveRole(county, staff, { login: form['login'] ?? '', office, role });
  });
  act('roles/take', 'taken', async (staff, office, form) => {
    const role = everyRole.find((one) => one === form['role']);
    if (!role) throw officeUnknown();
    return takeRole(county, staff, { staff: form['staff'] ?? '', office: office.id, role });
  });

  const showServices = async (c: Context, staff: CountyStaff, more: Said = {}) => {
    const mine = await servicesFor(county, staff, 'administer');
    const services = (await storage.serviceOwners())
      .filter(({ service }) => mine.has(service))
      .map(({ service, office }) => ({ id: service, name: nameOf(service), office }));
    const view = servicesView({ test, staff, services, offices: officesFor(staff, 'administer'), ...more });
    return c.html(view, more.problem ? 422 : 200);
  };
  app.get(
    '/services',
    pageFor(county, 'administer', (c, staff) => showServices(c, staff, { done: doneOf(c) })),
  );
  app.post(
    '/services/:service/office',
    formFor(county, 'administer', async (c, staff, form) => {
      const to = needOffice(staff, form['office']);
      const reason = wordsOf(form, 'reason', 200);
      const problem = reason
        ? await moveService(county, staff, { service: c.req.param('service') ?? '', to, reason })
        : '請寫下移到另一個單位的理由，最多 200 個字。';
      return problem ? showServices(c, staff, { problem }) : c.redirect('/staff/services?done=handed', 303);
    }),
  );
}

const nameMissing = '請填寫單位的名稱，最多 60 個字。';

function nameIn(form: StaffForm): Text | undefined {
  const name = wordsOf(form, 'name');
  return name === undefined ? undefined : { 'zh-Hant': name, en: wordsOf(form, 'en', 120) ?? name };
}

const doneTexts: Readonly<Record<string, string>> = {
  added: '單位已經新增。',
  renamed: '名稱已經更改。',
  moved: '單位已經移動，它的人員、服務與下面的單位跟著一起移動。',
  closed: '單位已經裁撤，在那裡的職務也都結束。',
  given: '職務已經給了。',
  taken: '職務已經收回。',
  handed: '服務已經移到另一個單位，理由記在紀錄裡。',
};
const doneOf = (c: Context): string | undefined => doneTexts[c.req.query('done') ?? ''];
