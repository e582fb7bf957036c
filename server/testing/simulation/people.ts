/** Invented people, as many as there are to be: the sandbox's own, then others with the same records and a number of their own. */
import { isNationalId } from '#schemas/taiwan/national-id.ts';
import { loadResidents } from '../../sandbox/load-residents.ts';
import type { SandboxResident } from '../../sandbox/resident.ts';
import { household, personal } from '../../county/testing/test-service.ts';

export async function peopleOf(count: number): Promise<readonly SandboxResident[]> {
  const known = (await loadResidents()).filter(
    ({ records, card }) => records[personal] && records[household] && !card.expired && !card.revoked,
  );
  return Array.from({ length: count }, (_, no) => needed(known[no] ?? another(known[no % known.length]!, no)));
}

/** What is never asked for is left out: in memory, each change copies all that there is. */
const needed = (resident: SandboxResident): SandboxResident => ({
  ...resident,
  records: { [personal]: resident.records[personal]!, [household]: resident.records[household]! },
});

function another(model: SandboxResident, no: number): SandboxResident {
  const digits = String(no).padStart(11, '0');
  const copy = JSON.stringify(model).replaceAll(model.nationalId, nationalIdOf(no));
  return {
    ...(JSON.parse(copy) as SandboxResident),
    slug: `somebody-${no}`,
    account: `test-somebody-${no}`,
    email: `somebody-${no}@residents.example`,
    nhi: { number: `8${digits}`, password: `Somebody-${no}` },
    householdNumber: `Q2${String(no).padStart(6, '0')}`,
  };
}

/** A valid number that none of the sandbox's people has. */
export function nationalIdOf(no: number): string {
  const body = `F2${String(5_000_000 + no)}`;
  const found = Array.from({ length: 10 }, (_, digit) => `${body}${digit}`).find(isNationalId);
  if (found === undefined) throw new Error(`no number ${no}`);
  return found;
}
