/** Another source for a question: a dataset, then one of its fields that fit. */
import { html, nothing } from 'lit';
import type { PaletteDataset } from '#schemas/wire/palette.ts';
import { textIn } from '#schemas/text.ts';
import { mapQuestion } from '../../commands/map-question.ts';
import { isRefusal } from '../../model/command.ts';
import type { Ref } from '../../model/locate.ts';
import type { BuilderContext } from '../builder-context.ts';
import { choose } from '../properties/controls.ts';
import { fittingFields, usableDatasets } from './fitting-sources.ts';
import type { MappingRow } from './mapping-rows.ts';
import { isRows } from './rows-of.ts';
import { words } from './words.ts';

/** The question that gets another source, and the dataset chosen for it; '' where none is yet. */
export interface Adding {
  readonly question: Ref;
  readonly dataset: string;
}

type Put = (adding: Adding | undefined) => void;

/** A button, or where it was pressed the two choices. Rows of a group come from where the group was made. */
export function sourceAdder(builder: BuilderContext, row: MappingRow, adding: Adding | undefined, put: Put): unknown {
  if (isRows(row.field)) return nothing;
  return adding?.question === row.ref ? choices(builder, row, adding, put) : opener(builder, row, put);
}

function opener({ language }: BuilderContext, { ref, field, sources }: MappingRow, put: Put): unknown {
  return html`<button
    type="button"
    class="quiet add"
    aria-label=${words(language, 'addSource', { name: textIn(field.label, language) })}
    @click=${() => put({ question: ref, dataset: sources[0]?.source.dataset ?? '' })}
  >
    ＋ ${words(language, 'addSourceShort')}
  </button>`;
}

function choices(builder: BuilderContext, row: MappingRow, { dataset: chosen }: Adding, put: Put): unknown {
  const { catalogue, language, session } = builder;
  const dataset = catalogue.get(chosen);
  const usable = usableDatasets(session.document, catalogue, row.ref);
  return html`<div class="adder">
    ${choose(
      words(language, 'whichDataset'),
      chosen,
      [['', words(language, 'choose')], ...usable.map(({ id, name }) => [id, textIn(name, language)] as const)],
      (id) => put({ question: row.ref, dataset: id }),
      { late: true },
    )}
    ${dataset ? fieldChoice(builder, row, dataset, put) : nothing}
    <button type="button" class="quiet" aria-label="✕" @click=${() => put(undefined)}>✕</button>
  </div>`;
}

function fieldChoice(builder: BuilderContext, row: MappingRow, dataset: PaletteDataset, put: Put): unknown {
  const { language, session } = builder;
  const fits = fittingFields(session.document, row, dataset);
  return choose(
    words(language, fits.length ? 'whichField' : 'nothingFits'),
    '',
    [['', words(language, 'choose')], ...fits.map(({ path, label }) => [path, textIn(label, language)] as const)],
    (path) => {
      if (!path) return;
      const outcome = builder.run(mapQuestion, { question: row.ref, dataset, path, transformed: true });
      if (!isRefusal(outcome)) put(undefined);
    },
    { late: true },
  );
}
