/** The organisation as it is named, and where no offices are: one county, with an office for each that its services name. */
import { createHash } from 'node:crypto';
import { CountySetupError } from '../setup-error.ts';
import type { OfficeSetting, OrganisationSetting } from '../organisation.ts';
import type { LoadedService } from '../services/load-services.ts';
import type { ServiceOwner } from './storage.ts';

/**
 * @param owners of before: an office is made for a service that has none yet, and not again when a file's text changes
 * @throws CountySetupError `organisation` for a setting that contradicts itself
 */
export function organisationOf(
  setting: OrganisationSetting | undefined,
  services: readonly LoadedService[],
  owners: readonly ServiceOwner[],
): OrganisationSetting {
  if (setting?.offices.length) return checked(setting, services);
  const offices = new Map<string, OfficeSetting & { readonly services: string[] }>();
  for (const { service } of services) {
    if (owners.some((one) => one.service === service.id)) continue;
    const id = officeIdOf(service.agency['zh-Hant']);
    const office = offices.get(id) ?? { id, name: service.agency, services: [] };
    office.services.push(service.id);
    offices.set(id, office);
  }
  const [county = '縣市政府', ...others] = new Set(services.map(({ service }) => service.county));
  const name = { 'zh-Hant': county, en: county };
  const area = services.length && !others.length ? county : undefined;
  return { id: 'county', name, ...(area !== undefined && { area }), ...setting, offices: [...offices.values()] };
}

/** The same at each start, in whatever order the files are. */
const officeIdOf = (name: string): string =>
  `office-${createHash('sha256').update(name, 'utf8').digest('hex').slice(0, 8)}`;

const kebab = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

function checked(setting: OrganisationSetting, services: readonly LoadedService[]): OrganisationSetting {
  const ids = [setting.id, ...setting.offices.map(({ id }) => id)];
  const named = setting.offices.flatMap((office) => office.services ?? []);
  const faults = [
    ...ids.filter((id) => !kebab.test(id)).map((id) => `"${id}" is no id: small letters, digits, hyphens`),
    ...twice(ids).map((id) => `two offices have the id ${id}`),
    ...twice(named).map((id) => `service ${id} belongs to two offices`),
    ...setting.offices.flatMap(({ id, parent }) =>
      parent === undefined || ids.includes(parent) ? [] : [`${parent}, above office ${id}, is not there`],
    ),
    ...services.flatMap(({ service: { id, county } }) =>
      setting.area === undefined || county === setting.area
        ? []
        : [`service ${id} is of ${county}, not ${setting.area}`],
    ),
  ];
  if (faults.length) throw new CountySetupError('organisation', faults.join('; '));
  return setting;
}

const twice = (ids: readonly string[]): readonly string[] => ids.filter((id, index) => ids.indexOf(id) < index);
