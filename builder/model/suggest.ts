/** How a field of a dataset can fill a question: as it is, or by which transforms. */
import { fieldTakes, kindOfField, type Kind } from '#schemas/mapping/kinds.ts';
import { checkSteps, transforms } from '#schemas/mapping/transforms/index.ts';
import type { TransformStep } from '#schemas/mapping/types.ts';
import type { DatasetField } from '#schemas/datasets/types.ts';
import type { Field } from '#schemas/form/definition.ts';
import type { PaletteDataset } from '#schemas/wire/palette.ts';

/** The kind that a field has where it is read: inside a row, or seen from the root (then rows make it a list). */
export function kindAt(dataset: PaletteDataset, field: DatasetField, from: 'row' | 'root'): Kind {
  const kind = kindOfField(field, dataset.fields);
  return from === 'root' && field.path.includes('[*]') ? { item: kind.item, list: true } : kind;
}

/** Transforms that can be used without being told anything. */
const ready = [...transforms.values()].filter(({ parameters }) =>
  Object.values(parameters).every(({ required }) => !required),
);

/**
 * The shortest way, at most two transforms: `[]` when none is needed, undefined when there is none. Where several are as
 * short, the first of the closed list.
 */
export function stepsFor(question: Field, kind: Kind): readonly TransformStep[] | undefined {
  const tried: (readonly TransformStep[])[] = [
    [],
    ...ready.map(({ name }) => [{ use: name }]),
    ...ready.flatMap(({ name }) => ready.map((then) => [{ use: name }, { use: then.name }])),
  ];
  return tried.find((steps) => takesAfter(question, kind, steps));
}

export function takesAfter(question: Field, kind: Kind, steps: readonly TransformStep[]): boolean {
  const result = checkSteps(kind, steps);
  return !('code' in result) && fieldTakes(question, result.kind);
}
