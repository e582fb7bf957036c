/**
 * Reads the invented residents, one file each. Refuses a file that is not as `resident.ts` says, an id that fails its
 * checksum, a record by hand that its dataset's schema does not know, and two people with one id: a sandbox that is wrong
 * must not start. What the generator writes for the other datasets is held against the schemas by tests, not at every start.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { catalogue, datasets } from '#schemas/datasets/catalogue.ts';
import { payloadEngine } from '#schemas/datasets/payload-engine.ts';
import { isCitizenCertificateNumber } from '#schemas/taiwan/citizen-certificate-number.ts';
import { formats } from '#schemas/taiwan/formats.ts';
import { isHouseholdNumber } from '#schemas/taiwan/household-number.ts';
import { isNhiCardNumber } from '#schemas/taiwan/nhi-card.ts';
import { completeRecords } from './complete-records.ts';
import type { ResidentFile } from './resident-file.ts';
import type { SandboxResident } from './resident.ts';
import { residentSchema } from './resident-schema.ts';

export const residentsFolder = fileURLToPath(new URL('./residents/', import.meta.url));

export class ResidentFileError extends Error {
  readonly code = 'resident-file';

  constructor(
    readonly file: string,
    readonly problem: string,
  ) {
    super(`${file}: ${problem}`);
    this.name = 'ResidentFileError';
  }
}

type Check = (resident: unknown, file: string) => asserts resident is ResidentFile;

const problemOf = (validate: ValidateFunction): string => {
  const [error] = validate.errors ?? [];
  return `${error?.instancePath || '/'} ${error?.message ?? ''}`.trim();
};

/** → the file's own check, and one of the records that were written of it. */
export const residentChecks = (): { readonly file: Check; readonly records: (resident: SandboxResident) => void } => {
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
    formats: {
      ...formats,
      'citizen-certificate': isCitizenCertificateNumber,
      'nhi-card': isNhiCardNumber,
      'household-number': isHouseholdNumber,
    },
  });
  const validate = ajv.compile<ResidentFile>(residentSchema);
  const engine = payloadEngine();
  const payloads = new Map<string, ValidateFunction>();
  // Compiled when the first record by hand asks for it: few datasets have one.
  const payloadCheck = (id: string): ValidateFunction | undefined => {
    const dataset = datasets.get(id);
    const check = payloads.get(id) ?? (dataset && engine.compile(dataset.payloadSchema));
    if (check) payloads.set(id, check);
    return check;
  };
  const checkRecords = (records: SandboxResident['records'], file: string): void => {
    for (const [id, record] of Object.entries(records)) {
      if (!catalogue.has(id)) throw new ResidentFileError(file, `${id} is not in the catalogue`);
      const payload = record === null ? undefined : payloadCheck(id);
      if (record === null || !payload) continue;
      if (!payload(record)) throw new ResidentFileError(file, `${id} ${problemOf(payload)}`);
      datasets.get(id)?.normalise(record);
    }
  };
  return {
    file(resident, file) {
      if (!validate(resident)) throw new ResidentFileError(file, problemOf(validate));
      checkRecords(resident.records ?? {}, file);
    },
    records: ({ slug, records }) => checkRecords(records, `${slug}.json`),
  };
};

/**
 * A file with the records of every dataset, as parties serve it. @throws ResidentFileError, naming the file, for a
 * dataset or a household that there is not
 */
export const completeResident = (resident: ResidentFile, residents: readonly ResidentFile[]): SandboxResident => {
  const { facts: _facts, holds, holdsNothing: _holdsNothing, ...rest } = resident;
  const file = `${resident.slug}.json`;
  const stranger = holds?.find((id) => !datasets.has(id));
  if (stranger) throw new ResidentFileError(file, `${stranger} has no fields`);
  try {
    return { ...rest, records: completeRecords(resident, residents) };
  } catch (error) {
    if (error instanceof RangeError) throw new ResidentFileError(file, error.message);
    throw error;
  }
};

/** In the order of their file names. Throws `ResidentFileError` or `NormaliseError`. */
export const loadResidents = async (folder: string = residentsFolder): Promise<readonly SandboxResident[]> => {
  const check: Check = residentChecks().file;
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  const residents: ResidentFile[] = [];
  for (const file of files) {
    const resident: unknown = JSON.parse(await readFile(join(folder, file), 'utf8'));
    check(resident, file);
    if (`${resident.slug}.json` !== file) throw new ResidentFileError(file, 'slug and file name differ');
    for (const key of ['nationalId', 'account', 'mobile', 'email'] as const) {
      if (residents.some((other) => other[key] === resident[key])) throw new ResidentFileError(file, `${key} is taken`);
    }
    residents.push(resident);
  }
  return residents.map((resident) => completeResident(resident, residents));
};
