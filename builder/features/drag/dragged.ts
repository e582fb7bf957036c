/** What can be dragged, where it can be dropped, and which command a drop is. Pure: the same for mouse, menu and keyboard. */
import type { FieldType } from '#schemas/form/definition.ts';
import type { PaletteDataset } from '#schemas/wire/palette.ts';
import { addMapped } from '../../commands/add-mapped.ts';
import { addQuestion } from '../../commands/add-question.ts';
import { addQuestions } from '../../commands/add-questions.ts';
import { mapQuestion } from '../../commands/map-question.ts';
import { move } from '../../commands/move.ts';
import type { Place } from '../../commands/shared/place.ts';
import { isRefusal, type Command, type Outcome } from '../../model/command.ts';
import type { BuilderDocument } from '../../model/document.ts';
import type { Ref } from '../../model/locate.ts';

export type Dragged =
  | { readonly what: 'parts'; readonly refs: readonly Ref[] }
  | { readonly what: 'type'; readonly type: FieldType }
  /** 是／否. */
  | { readonly what: 'yes-no' }
  /** `paths` empty: the dataset's documents. */
  | { readonly what: 'fields'; readonly dataset: PaletteDataset; readonly paths: readonly string[] }
  /** Its fields are offered to be ticked where it is dropped. */
  | { readonly what: 'dataset'; readonly dataset: PaletteDataset };

export type Target =
  /** Between the parts of a list. */
  | { readonly at: 'place'; readonly parent: Ref | 'form'; readonly index: number }
  /** Onto a question, to fill it. */
  | { readonly at: 'question'; readonly ref: Ref };

/** A command with its arguments. */
export interface Proposal {
  readonly id: string;
  run(document: BuilderDocument): Outcome;
}

const propose = <Args>(command: Command<Args>, args: Args): Proposal => ({
  id: command.id,
  run: (document) => command.run(document, args),
});

/** Undefined where such a thing can never go there. */
export function proposalFor(dragged: Dragged, target: Target): Proposal | undefined {
  if (target.at === 'question') {
    const [path] = dragged.what === 'fields' ? dragged.paths : [];
    if (dragged.what !== 'fields' || path === undefined || dragged.paths.length > 1) return undefined;
    return propose(mapQuestion, { question: target.ref, dataset: dragged.dataset, path });
  }
  if (dragged.what === 'parts') return propose(move, { refs: dragged.refs, to: target });
  const { parent, index } = target;
  if (parent === 'form') return undefined;
  const to = { parent, index };
  switch (dragged.what) {
    case 'type':
      return propose(addQuestion, { type: dragged.type, to });
    case 'yes-no':
      return propose(addQuestions, { questions: [yesNo], to });
    case 'fields':
      return propose(addMapped, { dataset: dragged.dataset, paths: dragged.paths, to });
    case 'dataset':
      // Never run: the fields are chosen first. It tells whether they can be taken there.
      return propose(openTo, { dataset: dragged.dataset, to });
  }
}

export const yesNo = { type: 'choice', label: '是否', options: ['是', '否'] } as const;

const openTo: Command<{ readonly dataset: PaletteDataset; readonly to: Place }> = {
  id: 'choose-fields',
  run(document, { dataset, to }) {
    const paths = dataset.fields.map(({ path }) => path);
    const outcomes = (paths.length ? paths : [undefined]).map((path) =>
      addMapped.run(document, { dataset, paths: path === undefined ? [] : [path], to }),
    );
    return outcomes.find((outcome) => !isRefusal(outcome)) ?? (outcomes[0] as Outcome);
  },
};

export const sameTarget = (a: Target | undefined, b: Target | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
