/** Files that a resident uploads: looked at, sealed, kept with the draft. */
import { randomUUID } from 'node:crypto';
import type { UploadedFile } from '#schemas/wire/county-api.ts';
import type { FileField, FormDefinition } from '#schemas/form/definition.ts';
import { kindOfBytes, kindsTaken } from '#schemas/form/file-kinds.ts';
import type { County } from '../county.ts';
import { countyError, type CountyErrorCode } from '../errors.ts';
import { keep } from '../quotas/keep.ts';
import type { Payer } from '../quotas/payer.ts';
import type { CountyReason, CountyStep, FileRow } from '../storage.ts';
import type { Draft } from './draft.ts';
import { displayName } from './display-name.ts';
import { fieldOf, placedFields } from './form-fields.ts';

export interface HeldFile extends UploadedFile {
  readonly field: string;
}

/** The file question of the draft's own form version. @throws 400 `body-unreadable` for any other id, and for none */
export function fileField(draft: Draft, id: string | undefined): FileField {
  const field = id === undefined ? undefined : fieldOf(draft.form, id);
  if (field?.type !== 'file') throw countyError('body-unreadable');
  return field;
}

/** Of one draft, whatever its form says: more than any form of ours takes. */
const mostOfAnyDraft = 100 * 1024 * 1024;

/** Bytes: as many and as large as the form's questions take. */
export const mostOfDraft = (form: FormDefinition): number =>
  Math.min(
    mostOfAnyDraft,
    placedFields(form).reduce(
      (sum, { field }) => sum + (field.type === 'file' ? field.maxFiles * field.maxBytes : 0),
      0,
    ),
  );

const refusals: Partial<Record<CountyReason, CountyErrorCode>> = {
  'too-many-files': 'too-many-files',
  'draft-full': 'draft-full',
};

/**
 * Keeps a file with the draft, body and name sealed. What it is its bytes say, not its name or the browser: HEIC is
 * refused by a name of its own. → id, shown name, bytes, type
 * @throws 413 `file-too-large`, `draft-full`; 415 `file-heic`, `file-type`; 409 `too-many-files`; 404 `draft-gone`; as
 * `keep`
 */
export async function addFile(
  county: County,
  payer: Payer,
  draft: Draft,
  field: FileField,
  file: File,
): Promise<UploadedFile> {
  if (file.size > field.maxBytes) throw countyError('file-too-large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = kindOfBytes(bytes);
  if (kind === 'heic') throw countyError('file-heic');
  if (!kind || !kindsTaken(field.accept).includes(kind)) throw countyError('file-type');
  const { type } = kind;
  const id = randomUUID();
  const name = displayName(file.name, type);
  const draftId = draft.row.id;
  const result = await keep(
    county,
    payer,
    [{ kept: 'file', draftId, amount: bytes.length }],
    [
      {
        step: 'add-file',
        draftId,
        maxFiles: field.maxFiles,
        maxBytes: mostOfDraft(draft.form),
        ...sealedFile(county, { id, field: field.id, name, type }, bytes),
      },
    ],
  );
  if (!result.ok) throw countyError(refusals[result.reason] ?? 'draft-gone');
  return { id, name, size: bytes.length, type };
}

function sealedFile(
  { seals, clock }: County,
  { id, field, name, type }: Omit<HeldFile, 'size'>,
  bytes: Uint8Array,
): { readonly file: FileRow; readonly body: Uint8Array } {
  return {
    file: {
      id,
      field,
      size: bytes.length,
      type,
      addedAt: clock.now().toISOString(),
      name: seals.seal('file-name', id, Buffer.from(name, 'utf8')),
    },
    body: seals.seal('file', id, bytes),
  };
}

const documentTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  json: 'application/json',
  csv: 'text/csv',
};

/** Documents of evidence questions become files of the draft at the moment of submitting, in the same plan. */
export function documentSteps(county: County, draft: Draft): readonly Extract<CountyStep, { step: 'add-file' }>[] {
  const documents = draft.official?.contents.documents ?? [];
  return documents.map(({ field, filename, base64 }) => {
    const type = documentTypes[filename.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
    const file = { id: randomUUID(), field, name: filename, type };
    return {
      step: 'add-file',
      draftId: draft.row.id,
      maxFiles: documents.length,
      ...sealedFile(county, file, Buffer.from(base64, 'base64')),
    };
  });
}

/**
 * Body and name are gone from the storage afterwards, not only unlinked. @throws 404 `file-unknown`: of another draft,
 * too
 */
export async function removeFile(county: County, draft: Draft, fileId: string): Promise<void> {
  const result = await county.storage.commit([{ step: 'remove-file', draftId: draft.row.id, fileId }]);
  if (!result.ok) throw countyError('file-unknown');
  await county.storage.scrub();
}

/** Files of a draft, names opened, bodies left where they are. */
export const uploadedFiles = async (county: County, draftId: string): Promise<readonly HeldFile[]> =>
  (await county.storage.files(draftId)).map((row) => opened(county, row));

/** The same of an application 申辦案件, which took its draft's files over when it was submitted. */
export const applicationFiles = async (county: County, number: string): Promise<readonly HeldFile[]> =>
  (await county.storage.applicationFiles(number)).map((row) => opened(county, row));

function opened(county: County, { id, field, size, type, name }: FileRow): HeldFile {
  return { id, field, size, type, name: county.seals.open('file-name', id, name).toString('utf8') };
}
