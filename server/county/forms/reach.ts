/** Which forms a person reaches, with which roles: the one place where queues, lists and notices ask. Decided by `access/`. */
import type { BuilderRole, OfficeLabel } from '#schemas/wire/builder-api.ts';
import { mayIn } from '../access/may.ts';
import type { County } from '../county.ts';
import { builderRolesIn, officeLabel, type Designer } from './staff.ts';

export interface Reached {
  readonly office: OfficeLabel;
  /** Held in that office, by themselves or from above. */
  readonly roles: readonly BuilderRole[];
}

/** By form; of one that is not there nothing is said. */
export async function reachOf(county: County, staff: Designer): Promise<ReadonlyMap<string, Reached>> {
  const owners = await county.storage.serviceOwners();
  return new Map(
    owners
      .filter(({ office }) => mayIn(staff, 'see-forms', office))
      .map(({ service, office }) => [
        service,
        { office: officeLabel(staff, office), roles: builderRolesIn(staff, office) },
      ]),
  );
}
