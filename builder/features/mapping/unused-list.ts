/** Below the mapping table: what the chosen datasets bring and nothing uses; each field can become a question. */
import { html } from 'lit';
import { textIn } from '#schemas/text.ts';
import type { BuilderContext } from '../builder-context.ts';
import { addUnused } from './mapping-edits.ts';
import { unusedFields, type MappingRow, type Unused } from './mapping-rows.ts';
import { words } from './words.ts';

export function unusedList(builder: BuilderContext, rows: readonly MappingRow[]): unknown {
  const { session, catalogue, language } = builder;
  const unused = unusedFields(session.document, catalogue, rows);
  const n = unused.reduce((sum, { fields }) => sum + fields.length, 0);
  return html`<section aria-labelledby="unused">
    <h2 id="unused">${words(language, 'unused', { n })}</h2>
    ${unused.map((one) => ofDataset(builder, one))}
  </section>`;
}

function ofDataset(builder: BuilderContext, { dataset, fields }: Unused): unknown {
  const { language } = builder;
  return html`<details>
    <summary>${words(language, 'unusedOf', { name: textIn(dataset.name, language), n: fields.length })}</summary>
    <ul>
      ${fields.map(({ path, label }) => {
        const name = textIn(label, language);
        return html`<li>
          <button
            type="button"
            title=${words(language, 'addField', { name })}
            @click=${() => addUnused(builder, dataset, path)}
          >
            ＋ ${name}
          </button>
        </li>`;
      })}
    </ul>
  </details>`;
}
