/** The files of one package, after the catalogue's `formats`: payload as JSON or CSV, and the certificate as a PDF. */
import type { CatalogueEntry, JsonValue } from '#schemas/datasets/types.ts';
import { writeCsv } from '#schemas/normalise/write-csv.ts';
import type { PackageFile } from '../../protocol/mydata-1/inner-zip.ts';
import type { Certificate } from '../pdf/certificate.ts';
import { certificateOf, type CertificateInput } from '../pdf/certificate-of.ts';
import { narrow } from '../narrow.ts';

/** → bytes; loaded when the first document is asked for */
export type RenderPdf = (certificate: Certificate) => Promise<Uint8Array>;

/** Single fields can be signed of a JSON payload only: a table or a document goes as a whole or not at all. */
export const canBeNarrowed = ({ formats }: CatalogueEntry): boolean => formats.includes('json');

/** @param fields undefined: the whole dataset. Throws a TypeError for a dataset that cannot be narrowed. */
export async function packageFiles(
  input: CertificateInput,
  fields: readonly string[] | undefined,
  renderPdf: RenderPdf,
): Promise<readonly PackageFile[]> {
  const { dataset, payload } = input;
  if (fields) {
    if (!canBeNarrowed(dataset)) throw new TypeError('this dataset cannot be narrowed');
    // The document would hold all that was not asked for.
    return [jsonFile(dataset, narrow(dataset.id, payload, fields))];
  }
  return Promise.all(
    dataset.formats.map(async (format): Promise<PackageFile> => {
      if (format === 'json') return jsonFile(dataset, payload);
      if (format === 'csv') return csvFile(dataset, payload);
      return { name: `${dataset.id}.pdf`, bytes: await renderPdf(certificateOf(input)) };
    }),
  );
}

/** → `{id}.json`, UTF-8, indented, with a newline at its end */
export const jsonFile = ({ id }: CatalogueEntry, payload: JsonValue): PackageFile => ({
  name: `${id}.json`,
  bytes: Buffer.from(`${JSON.stringify(payload, null, 2)}\n`, 'utf8'),
});

/** → `{id}.csv`, UTF-8. Throws `TypeError` for a payload that is neither text nor rows of cells. */
export const csvFile = ({ id }: CatalogueEntry, payload: JsonValue): PackageFile => ({
  name: `${id}.csv`,
  bytes: Buffer.from(csvText(payload), 'utf8'),
});

/** A CSV payload is its text; rows of cells are written as one. */
function csvText(payload: JsonValue): string {
  if (typeof payload === 'string') return payload;
  if (Array.isArray(payload) && payload.every((row) => Array.isArray(row)))
    return writeCsv((payload as readonly (readonly JsonValue[])[]).map((row) => row.map((cell) => String(cell ?? ''))));
  throw new TypeError('a CSV payload is a text');
}
