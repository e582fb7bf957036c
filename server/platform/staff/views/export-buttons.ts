/** A list as a file, of the same search. */
import { html } from 'hono/html';
import type { Staff } from '../session.ts';
import type { Html } from '../../site/views/page.ts';
import { csrfField } from './fields.ts';

const names = { csv: 'CSV', ndjson: 'JSON（每行一筆）' } as const;

/** @param search the fields of the search, by name */
export const exportButtons = (
  staff: Staff,
  address: string,
  search: Readonly<Record<string, string>>,
): readonly Html[] =>
  (['csv', 'ndjson'] as const).map(
    (format) =>
      html`<form method="post" action="${address}">
        ${csrfField(staff)} <input type="hidden" name="format" value="${format}" />
        ${Object.entries(search).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        <button class="plain">匯出 ${names[format]}</button>
      </form>`,
  );
