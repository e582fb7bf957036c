/** A form as one file, out and in. What is no such file is refused with the line, the column and the reason. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { documentOverBudget } from '#schemas/form/form-budget.ts';
import { withUniqueIds, wordsOfRenamed } from '#schemas/form/unique-ids.ts';
import { JsonSyntaxError, readLocatedJson } from '#schemas/publish/json-lines.ts';
import type { FileRead, ImportRefusal } from '#schemas/wire/builder-api.ts';
import type { FormDocument } from '#schemas/publish/form-document.ts';
import type { County } from '../county.ts';
import { schemaProblem } from '../publish/schema-problem.ts';
import { formState } from './drafts.ts';
import { FormsError } from './errors.ts';
import { versionOf } from './live.ts';
import { fileFormat, formFileSchema } from './loose-schema.ts';

const isFormFile = new Ajv2020({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allowUnionTypes: true,
  discriminator: true,
  allErrors: true,
}).compile(formFileSchema);

export interface FormFile extends FormDocument {
  readonly $schema: string;
  readonly format: typeof fileFormat;
  readonly exportedAt: string;
  readonly version?: number;
}

/** @param version absent: the draft */
export async function exportForm(county: County, id: string, version: number | undefined): Promise<FormFile> {
  const content = version === undefined ? await formState(county, id) : await versionOf(county, id, version);
  if (!content) throw new FormsError('version-unknown');
  const { service, form } = content.document;
  return {
    $schema: formFileSchema.$id,
    format: fileFormat,
    exportedAt: county.clock.now().toISOString(),
    ...(version !== undefined && { version }),
    service,
    form,
  };
}

type Problems = ImportRefusal['problems'];

/** Errors beyond these help nobody. */
const mostProblems = 20;

/** @throws 422 `import-refused` with `problems` */
export function importForm(text: string): FileRead {
  const refuse = (problems: Problems): never => {
    throw new FormsError('import-refused', { problems: problems.slice(0, mostProblems) });
  };
  const located = (() => {
    try {
      return readLocatedJson(text);
    } catch (error) {
      if (!(error instanceof JsonSyntaxError)) throw error;
      return refuse([{ ...error.at, code: error.code, reason: error.reason }]);
    }
  })();
  const { value, positionOf } = located;
  const over = documentOverBudget(value);
  if (over) refuse([{ code: 'too-complex', reason: over }]);
  const format = (value as { readonly format?: unknown } | null)?.format;
  if (format !== fileFormat)
    refuse([
      {
        ...positionOf(format === undefined ? '' : '/format'),
        path: format === undefined ? '' : '/format',
        code: 'foreign-file',
        reason: {
          'zh-Hant': `這不是表單檔：format 應該是「${fileFormat}」。`,
          en: `This is no form file: format should be "${fileFormat}".`,
        },
      },
    ]);
  if (!isFormFile(value)) {
    // What only says that a branch around the real error failed.
    const errors = (isFormFile.errors ?? []).filter(
      ({ keyword }) => !['anyOf', 'oneOf', 'if', '$ref'].includes(keyword),
    );
    const found = (errors.length ? errors : (isFormFile.errors ?? [])).map((error) => {
      const { path, code, reason } = schemaProblem(error);
      return { ...positionOf(path), path, code, reason };
    });
    refuse(found);
  }
  const { service, form } = value as FormFile;
  // Parts that could not be told apart can not be edited: they get ids of their own.
  const unique = withUniqueIds(form);
  const { $schema: _forEditors, ...plain } = service as FormDocument['service'] & { readonly $schema?: string };
  const document = { service: plain, form: form.id === plain.id ? unique.form : { ...unique.form, id: plain.id } };
  return { document, ...(unique.renamed.length ? { renamed: unique.renamed.map(wordsOfRenamed) } : {}) };
}
