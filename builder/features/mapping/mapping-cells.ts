/** What stands in the cells of one row of the mapping table. Templates; edits are those of `mapping-edits.ts`. */
import { html, nothing } from 'lit';
import { textIn } from '#schemas/text.ts';
import type { Policy, Source, TransformStep } from '#schemas/mapping/types.ts';
import { groupOf, idOf } from '../../model/locate.ts';
import { kindAtPath } from '../../model/source-kind.ts';
import { transformName } from '../../model/transform-names.ts';
import type { BuilderContext } from '../builder-context.ts';
import { choose } from '../properties/controls.ts';
import { say } from '../properties/property-words.ts';
import { preferSource, putFill, removeSource, replaceSource } from './mapping-edits.ts';
import type { MappedSource, MappingRow } from './mapping-rows.ts';
import { isRows, rowsPath } from './rows-of.ts';
import { nameOfSource, policyOf } from './shown-rows.ts';
import { sampleText, transformChips } from './transform-chips.ts';
import { words, type MappingWord } from './words.ts';

const policies: readonly Policy[] = ['locked', 'confirm', 'editable', 'compare'];

/** Where from, and whether to look there at all, or first. */
export function sourceCell(builder: BuilderContext, row: MappingRow, source: MappedSource): unknown {
  const { language } = builder;
  const name = nameOfSource(source, language);
  const quiet = (label: MappingWord, sign: string, press: () => void): unknown =>
    html`<button type="button" class="quiet" aria-label=${words(language, label, { name })} @click=${press}>
      ${sign}
    </button>`;
  return html`<p class="source">
      <span>${name}</span>
      ${source === row.sources[0] ? nothing : quiet('up', '↑', () => preferSource(builder, row, source))}
      ${quiet('remove', '✕', () => removeSource(builder, row, source))}
    </p>
    <code>${source.source.path}</code>`;
}

/** What is done to the value, and what comes out of it for the chosen resident; of rows what they are called. */
export const transformsCell = (builder: BuilderContext, row: MappingRow, source: MappedSource): unknown =>
  isRows(row.field) ? rowsSample(builder, row) : html`${chips(builder, row, source)}${noRecord(builder, source)}`;

function rowsSample({ samples, language }: BuilderContext, { ref }: MappingRow): unknown {
  const rows = samples.sample?.rows[idOf(ref)]?.value;
  if (!rows) return nothing;
  return html`<output
    >${sampleText(
      rows.map((one) => Object.values(one)[0]),
      language,
    )}</output
  >`;
}

function chips(builder: BuilderContext, row: MappingRow, mapped: MappedSource): unknown {
  const { session, language, samples } = builder;
  const { ref, field } = row;
  const { source, dataset } = mapped;
  const kind = dataset && kindAtPath(dataset, source.path, rowsPath(session.document, ref, source.dataset));
  // As it was sampled: by question, and by order.
  const sample = samples.sample?.sources[idOf(ref)]?.[row.sources.indexOf(mapped)];
  return transformChips({
    question: field,
    ...(kind ? { kind } : {}),
    steps: source.transforms ?? [],
    ...(sample ? { sample } : {}),
    language,
    changed: (steps) => replaceSource(builder, row, mapped, withSteps(source, steps)),
  });
}

function withSteps(source: Source, steps: readonly TransformStep[]): Source {
  const { transforms: _old, ...plain } = source;
  return steps.length ? { ...plain, transforms: steps } : plain;
}

const noRecord = ({ samples, language }: BuilderContext, { source }: MappedSource): unknown =>
  samples.sample?.noRecord.includes(source.dataset) ? html`<output>${words(language, 'noRecord')}</output>` : nothing;

/** How far the resident may change it. */
export function policyCell(builder: BuilderContext, row: MappingRow): unknown {
  const { language } = builder;
  const policy = policyOf(row);
  if (policy === undefined) return nothing;
  return html`<div class="bare">
    ${choose(
      `${words(language, 'policy')}：${textIn(row.field.label, language)}`,
      policy,
      offeredPolicies(row).map((one) => [one, say(language, one)] as const),
      (one) => putFill(builder, row, { policy: one as Policy, from: row.sources.map(({ source }) => source) }),
    )}
  </div>`;
}

function offeredPolicies({ ref, field }: MappingRow): readonly Policy[] {
  if (isRows(field)) return ['locked', 'editable'];
  return groupOf(ref) ? policies.filter((one) => one !== 'compare') : policies;
}

/** Whether it is good, what is doubtful, and what would mend it. */
export function stateCell(builder: BuilderContext, row: MappingRow, source: MappedSource | undefined): unknown {
  const { language } = builder;
  if (!source) return html`<span class="none">${words(language, 'none')}</span>`;
  const n = row.sources.length;
  const doubts: readonly MappingWord[] = [
    ...(n > 1 && source === row.sources[0] ? (['several'] as const) : []),
    ...source.doubts,
  ];
  return html`${
    doubts.length
      ? doubts.map((doubt) => html`<p class="doubt">⚠ ${words(language, doubt, { n })}</p>`)
      : html`<p class="good">✓ ${words(language, 'good')}</p>`
  }${fixButton(builder, row, source)}`;
}

function fixButton(builder: BuilderContext, row: MappingRow, mapped: MappedSource): unknown {
  const { language } = builder;
  const { fix, source } = mapped;
  if (!fix) return nothing;
  const how = fix.map(({ use }) => textIn(transformName(use), language)).join('、');
  return html`<button type="button" @click=${() => replaceSource(builder, row, mapped, { ...source, transforms: fix })}>
    ${words(language, 'fix', { how })}
  </button>`;
}
