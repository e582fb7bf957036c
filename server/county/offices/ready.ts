/**
 * The records of offices at a start: what the installation names and is not there yet, and what a database of before has in
 * words. Owns that nothing is widened on the way: a text that no office bears gives nobody a right.
 */
import type { County } from '../county.ts';
import { CountySetupError } from '../setup-error.ts';
import type { OfficeSetting, OrganisationSetting } from '../organisation.ts';
import type { CountyStep } from '../storage.ts';
import type { FormerRole, Office } from './storage.ts';
import { topOf, officesOf } from './tree.ts';

export type OfficesGiven = Pick<County, 'storage' | 'clock' | 'log' | 'organisation'> & {
  /** Ids of the services from files. */
  readonly fileServices: readonly string[];
};

/** May run at every start. @throws CountySetupError `organisation`, `service-without-office` */
export async function readyOffices(given: OfficesGiven): Promise<void> {
  await seedOffices(given);
  await seedOwners(given);
  await ownTheRest(given);
  await settleFormerRoles(given);
  await placeCases(given);
}

const setupError = (message: string): CountySetupError => new CountySetupError('organisation', message);

async function must(storage: County['storage'], plan: readonly CountyStep[], what: string): Promise<void> {
  const done = await storage.commit(plan);
  if (!done.ok) throw setupError(`${what}: ${done.reason}`);
}

async function seedOffices({ storage, organisation }: OfficesGiven): Promise<void> {
  const known = officesOf(await storage.offices());
  const top = topOf(known);
  const { id, name } = organisation;
  if (top && top.id !== id)
    throw setupError(`the database is of organisation "${top.id}", not of "${id}": name it so, or take another folder`);
  if (!top) await must(storage, [{ step: 'add-office', office: { id, name } }], id);
  else if (top.name['zh-Hant'] !== name['zh-Hant'] || top.name.en !== name.en)
    await must(storage, [{ step: 'rename-office', id, name }], id);
  // Those above first, in whatever order they are named.
  const left = organisation.offices.filter((office) => !known.has(office.id));
  const there = new Set([id, ...known.keys()]);
  while (left.length) {
    const next = left.findIndex(({ parent = id }) => there.has(parent));
    if (next < 0) throw setupError(`offices stand below each other: ${left.map((office) => office.id).join(', ')}`);
    const [{ id: office, name: label, parent = id }] = left.splice(next, 1) as [OfficeSetting];
    await must(storage, [{ step: 'add-office', office: { id: office, name: label, parent } }], `office ${office}`);
    there.add(office);
  }
}

async function seedOwners({ storage, organisation, fileServices }: OfficesGiven): Promise<void> {
  for (const { id: office, services = [] } of organisation.offices)
    for (const service of services)
      if (fileServices.includes(service) && !(await storage.serviceOwner(service)))
        await must(storage, [{ step: 'own-service', service, office }], `service ${service}`);
  const owned = new Set((await storage.serviceOwners()).map(({ service }) => service));
  const nobodys = fileServices.filter((service) => !owned.has(service));
  if (nobodys.length)
    throw new CountySetupError(
      'service-without-office',
      `no office of ${organisation.id} has the services ${nobodys.join(', ')}: name them under one`,
    );
}

/** Forms that were made before offices were records: of the office that their text named, else of the whole organisation. */
async function ownTheRest({ storage, organisation, log }: OfficesGiven): Promise<void> {
  const owned = new Set((await storage.serviceOwners()).map(({ service }) => service));
  const agencies = new Map<string, string>();
  for (const { form, service } of await storage.latestVersions()) agencies.set(form, service.agency['zh-Hant']);
  for (const { form, work } of await storage.formDrafts())
    if (work && !agencies.has(form)) agencies.set(form, work.document.service.agency['zh-Hant']);
  const offices = await storage.offices();
  for (const [service, agency] of agencies) {
    if (owned.has(service)) continue;
    const named = officeNamed(organisation, offices, agency);
    if (!named) log.warn({ service, agency }, 'no office has the name that the form gives: it is of the organisation');
    await storage.commit([{ step: 'own-service', service, office: named?.id ?? organisation.id }]);
  }
}

/**
 * An administrator of before had the whole county, whatever offices stood beside the role. Every other role was held for
 * the offices that it named; where none has that name, it waits for an administrator.
 */
async function settleFormerRoles({ storage, organisation, log }: OfficesGiven): Promise<void> {
  const former = await storage.formerRoles();
  if (!former.length) return;
  const offices = await storage.offices();
  for (const one of former) {
    const office = one.role === 'administrator' ? organisation.id : officeNamed(organisation, offices, one.agency)?.id;
    if (office === undefined) {
      log.warn({ staff: one.staff, role: one.role, agency: one.agency }, 'no office has the name: the role waits');
      continue;
    }
    await settle(storage, one, office);
  }
}

async function settle(storage: County['storage'], former: FormerRole, office: string): Promise<void> {
  const { staff, role } = former;
  const done: CountyStep = { step: 'settle-former-role', former };
  const given = await storage.commit([{ step: 'give-role', membership: { staff, office, role } }, done]);
  // Held already: the same office by another name, or the role of an administrator once more.
  if (!given.ok && given.reason === 'role-held') await storage.commit([done]);
}

async function placeCases({ storage, organisation }: OfficesGiven): Promise<void> {
  const steps = (await storage.offices()).flatMap((office) =>
    namesOf(organisation, office).map((agency): CountyStep => ({ step: 'place-cases', agency, office: office.id })),
  );
  await storage.commit(steps);
}

/** Texts of before put the county or its government in front: 嘉義縣社會局, 花蓮縣政府社會處. */
const namesOf = ({ area, name: whole }: OrganisationSetting, { name }: Office): readonly string[] =>
  ['', ...(area === undefined ? [] : [area]), whole['zh-Hant']].map((front) => front + name['zh-Hant']);

/** Of two with that name none: a guess would give somebody a right. */
function officeNamed(organisation: OrganisationSetting, offices: readonly Office[], name: string): Office | undefined {
  const found = offices.filter(
    (office) => office.closedAt === undefined && namesOf(organisation, office).includes(name),
  );
  return found.length === 1 ? found[0] : undefined;
}
