/**
 * A county's services from files: `<folder>/<service id>/service.json` and `form.json`. Owns reading and refusing;
 * what is right is said by the JSON Schemas, `check-definition.ts` and `check-service.ts`. Nothing is loaded by halves:
 * any problem in any file refuses the folder, with all problems named.
 */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { checkDefinition } from '#schemas/form/check-definition.ts';
import type { FormDefinition } from '#schemas/form/definition.ts';
import formSchema from '#schemas/form/definition.schema.json' with { type: 'json' };
import { problem, type DefinitionProblem } from '#schemas/form/problem.ts';
import { allowedDatasets, checkService } from '#schemas/services/check-service.ts';
import serviceSchema from '#schemas/services/service.schema.json' with { type: 'json' };
import type { Service } from '#schemas/services/types.ts';
import { checkPatterns } from '#schemas/patterns/check-form.ts';
import { schemaProblem } from '../publish/schema-problem.ts';

export interface LoadedService {
  readonly service: Service;
  readonly form: FormDefinition;
}

/** A problem with the file it is in, e.g. `emergency-relief/form.json`. */
export interface FileProblem extends DefinitionProblem {
  readonly file: string;
}

export class ServiceFilesError extends Error {
  readonly code = 'service-files';
  override readonly name = 'ServiceFilesError';

  constructor(readonly problems: readonly FileProblem[]) {
    super(
      problems.map(({ file, path, reason }) => `${file} ${path || '/'}: ${reason['zh-Hant']} ${reason.en}`).join('\n'),
    );
  }
}

const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  discriminator: true,
});
const isService = ajv.compile<Service>(serviceSchema);
const isForm = ajv.compile<FormDefinition>(formSchema);

/** In the order of their ids. Throws `ServiceFilesError`. */
export async function loadServices(folder: string): Promise<readonly LoadedService[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const read = await Promise.all(ids.sort().map((id) => loadService(folder, id)));
  const problems = read.flatMap((one) => one.problems);
  if (problems.length) throw new ServiceFilesError(problems);
  return read.flatMap(({ loaded }) => (loaded ? [loaded] : []));
}

interface Read {
  readonly loaded?: LoadedService;
  readonly problems: readonly FileProblem[];
}

async function loadService(folder: string, id: string): Promise<Read> {
  const [serviceFile, formFile] = [`${id}/service.json`, `${id}/form.json`];
  const [service, form] = await Promise.all([
    readJson(folder, serviceFile, isService),
    readJson(folder, formFile, isForm),
  ]);
  if (!service.value || !form.value) return { problems: [...service.problems, ...form.problems] };
  const together = checkService(service.value, form.value);
  const problems = [
    ...inFile(serviceFile, [...(service.value.id === id ? [] : [folderProblem(id)]), ...together.service]),
    ...inFile(formFile, [
      ...checkDefinition(form.value, allowedDatasets(service.value)),
      ...checkPatterns(form.value),
      ...together.form,
    ]),
  ];
  if (problems.length) return { problems };
  // For editors only; what is served is the service itself.
  const { $schema: _, ...plain } = service.value as Service & { readonly $schema?: string };
  return { loaded: { service: plain, form: form.value }, problems };
}

const folderProblem = (folder: string): DefinitionProblem =>
  problem(
    '/id',
    'folder-name',
    `服務代號要和資料夾名稱「${folder}」相同。`,
    `The id must be the folder's name, "${folder}".`,
  );

const inFile = (file: string, problems: readonly DefinitionProblem[]): readonly FileProblem[] =>
  problems.map((one) => ({ ...one, file }));

async function readJson<T>(
  folder: string,
  file: string,
  valid: ValidateFunction<T>,
): Promise<{ readonly value?: T; readonly problems: readonly FileProblem[] }> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(join(folder, file), 'utf8'));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const found = missing
      ? problem('', 'file-missing', '缺少這個檔案。', 'The file is missing.')
      : problem('', 'file-unreadable', '檔案不是正確的 JSON。', `The file is no JSON: ${(error as Error).message}`);
    return { problems: inFile(file, [found]) };
  }
  return valid(value) ? { value, problems: [] } : { problems: inFile(file, (valid.errors ?? []).map(schemaProblem)) };
}
