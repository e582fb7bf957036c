/** Lists as files: CSV for spreadsheets, NDJSON (one JSON value per line) for programs; written part by part, never whole in memory. */

import { harmlessCell } from '#schemas/normalise/harmless-cell.ts';
import { HttpError } from '../../http/errors.ts';

export type ExportFormat = 'csv' | 'ndjson';

/** Of a value from a form. */
export const isExportFormat = (value: unknown): value is ExportFormat => value === 'csv' || value === 'ndjson';

/** 400 `export-invalid`: nothing is exported rather than too much. */
export const badExport = (): HttpError =>
  new HttpError(400, 'export-invalid', {
    'zh-Hant': '匯出的條件無法讀取，請回到查詢頁重新選擇。',
    en: 'The filter of the export cannot be read.',
  });

/** RFC 4180. A cell that a spreadsheet would take for a formula is led by an apostrophe. */
export function csvLine(cells: readonly (string | number | undefined)[]): string {
  const quoted = cells.map((cell) => {
    const text = String(cell ?? '');
    const safe = typeof cell === 'string' ? harmlessCell(text) : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${quoted.join(',')}\r\n`;
}

/** @param parts each a list of rows; the next is only asked for when the reader is ready for it */
export function exportAnswer<Row>({
  format,
  name,
  parts,
  columns,
  cells,
  json,
}: {
  readonly format: ExportFormat;
  /** Without its ending. */
  readonly name: string;
  readonly parts: AsyncIterator<readonly Row[]>;
  readonly columns: readonly string[];
  readonly cells: (row: Row) => readonly (string | number | undefined)[];
  readonly json: (row: Row) => object;
}): Response {
  const encoder = new TextEncoder();
  const line = (row: Row): string => (format === 'csv' ? csvLine(cells(row)) : `${JSON.stringify(json(row))}\n`);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      // The mark tells spreadsheets that this is UTF-8.
      if (format === 'csv') controller.enqueue(encoder.encode(`\ufeff${csvLine(columns)}`));
    },
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value.map(line).join('')));
    },
    async cancel() {
      await parts.return?.();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.${format}"`,
    },
  });
}
