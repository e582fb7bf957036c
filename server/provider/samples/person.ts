/** What the sample pages say of an invented person; the identity methods' secrets are not among it. */
import type { SandboxResident } from '../../sandbox/resident.ts';

export type SamplePerson = Pick<SandboxResident, 'slug' | 'note' | 'nationalId' | 'name' | 'birthDate' | 'gender'>;
