/** What the finder offers. Each list is lazy: no more is made than is shown. */
import type { Field } from '#schemas/form/definition.ts';
import { textIn, type Language } from '#schemas/text.ts';
import { move } from '../../commands/move.ts';
import { setProperty } from '../../commands/set-property.ts';
import { isRefusal } from '../../model/command.ts';
import type { Json } from '../../model/json.ts';
import { find, kindOf, partsOf, type Found, type Part, type Ref } from '../../model/locate.ts';
import type { BuilderContext } from '../builder-context.ts';
import { clauseAbout, fieldsBefore, operatorsFor, writeSentence, type Clause } from '../properties/sentence.ts';
import { words } from '../words.ts';
import { actions } from './all-actions.ts';
import type { Choice } from './choice.ts';
import type { Finding } from './finding.ts';

interface List {
  readonly parent: Ref | 'form';
  readonly note: string;
  readonly parts: readonly Part[];
}

type Answers = (name: string) => boolean;

export function* choicesFor(finding: Finding, builder: BuilderContext, text: string): Generator<Choice> {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  const answers: Answers = (name) => wanted.every((word) => name.toLowerCase().includes(word));
  if (finding === 'move') yield* placeChoices(builder, answers);
  else if (finding === 'show') yield* conditions(builder, answers);
  else yield* everything(builder, answers, wanted.length > 0);
}

const titleOf = ({ part }: Found, language: Language): string =>
  textIn('label' in part ? part.label : part.title, language);

function* everything(builder: BuilderContext, answers: Answers, asked: boolean): Generator<Choice> {
  const { session, language, catalogue } = builder;
  for (const action of actions) {
    // It is open.
    if (action.id === 'commands') continue;
    const name = textIn(action.name, language);
    if (answers(name) && action.possible(builder))
      yield { name, does: { what: 'action', action }, ...(action.keys ? { keys: action.keys } : {}) };
  }
  if (!asked) return;
  for (const found of partsOf(session.document).values()) {
    const name = words(language, 'goTo', { name: titleOf(found, language) });
    if (answers(name)) yield { name, does: { what: 'go', ref: found.ref } };
  }
  for (const dataset of catalogue.values()) {
    const name = words(language, 'takeFrom', { name: textIn(dataset.name, language) });
    if (dataset.status !== 'planned' && answers(`${name} ${dataset.id} ${dataset.name.en}`))
      yield { name, note: textIn(dataset.agency, language), does: { what: 'dataset', dataset } };
  }
}

/** Every place where the selected parts may go. */
function* placeChoices({ session, language }: BuilderContext, answers: Answers): Generator<Choice> {
  const { document, selected: refs } = session;
  const [first] = refs;
  if (!first) return;
  const kind = kindOf(first);
  const choice = (name: string, note: string, to: { parent: Ref | 'form'; index: number }): Choice | undefined => {
    if (!answers(`${note} ${name}`)) return undefined;
    const outcome = move.run(document, { refs, to });
    return isRefusal(outcome) || !outcome.changes.length
      ? undefined
      : { name, note, does: { what: 'run', run: (builder) => void builder.run(move, { refs, to }) } };
  };
  const lists: readonly List[] =
    kind === 'step'
      ? [{ parent: 'form' as const, note: '', parts: document.form.steps }]
      : [...partsOf(document).values()].flatMap((found): readonly List[] => {
          const { part, ref, path } = found;
          const step = document.form.steps[path[2] as number];
          const at = words(language, 'step', { n: (path[2] as number) + 1 });
          const note =
            step && part !== step ? `${at}・${titleOf(found, language)}` : `${at}：${titleOf(found, language)}`;
          if (kind === 'section') return 'sections' in part ? [{ parent: ref, note, parts: part.sections }] : [];
          return 'fields' in part ? [{ parent: ref, note, parts: part.fields }] : [];
        });
  for (const { parent, note, parts } of lists) {
    const end = choice(words(language, parts.length ? 'atEnd' : 'inside'), note, { parent, index: parts.length });
    if (end) yield end;
    for (const [index, part] of parts.entries()) {
      const name = words(language, 'beforePart', {
        name: textIn('label' in part ? part.label : part.title, language),
      });
      const here = choice(name, note, { parent, index });
      if (here) yield here;
    }
  }
}

/** When the selected part is asked: sentences about the questions before it, the nearest first. */
function* conditions({ session, language }: BuilderContext, answers: Answers): Generator<Choice> {
  const ref = session.selected.at(-1);
  const found = ref && find(session.document, ref);
  if (!ref || !found) return;
  const put = (show: Json | undefined): Choice['does'] => ({
    what: 'run',
    run(builder) {
      const outcome = builder.run(setProperty, { of: ref, key: 'show', value: show });
      // As it does not coalesce by itself, nothing else says it.
      if (!isRefusal(outcome)) builder.announce(outcome.words);
    },
  });
  for (const field of fieldsBefore(session.document, ref).slice().reverse())
    for (const [clause, name] of sentences(field, language))
      if (answers(name)) yield { name, does: put(writeSentence({ join: 'and', clauses: [clause] }) as Json) };
  const always = words(language, 'askAlways');
  if (found.part.show && answers(always)) yield { name: always, does: put(undefined) };
}

function* sentences(field: Field, language: Language): Generator<readonly [Clause, string]> {
  const name = textIn(field.label, language);
  const operators = operatorsFor(field);
  if (field.type === 'choice')
    for (const { value, label } of field.options)
      yield [{ ...clauseAbout(field), value }, words(language, 'onlyIs', { name, value: textIn(label, language) })];
  if (operators.includes('answered'))
    yield [{ field: field.id, operator: 'answered' }, words(language, 'onlyAnswered', { name })];
}
