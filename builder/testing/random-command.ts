/** Random commands with arguments that mostly make sense for the document as it is. */
import fc from 'fast-check';
import type { Field, FieldType, Section, Step } from '#schemas/form/definition.ts';
import { addIdentity } from '../commands/add-identity.ts';
import { addMapped } from '../commands/add-mapped.ts';
import { addSection, addStep } from '../commands/add-part.ts';
import { addQuestion } from '../commands/add-question.ts';
import { addQuestions } from '../commands/add-questions.ts';
import { changeType } from '../commands/change-type.ts';
import { mapQuestion } from '../commands/map-question.ts';
import { move } from '../commands/move.ts';
import { pasteOptions, pasteTranslations } from '../commands/paste-options.ts';
import { duplicate, paste } from '../commands/paste.ts';
import { remove } from '../commands/remove.ts';
import { rename } from '../commands/rename.ts';
import { replaceDocument } from '../commands/replace-document.ts';
import { setCalculation } from '../commands/set-calculation.ts';
import { setEnds } from '../commands/set-ends.ts';
import { setFill } from '../commands/set-fill.ts';
import { setFormat } from '../commands/set-format.ts';
import { setProperty } from '../commands/set-property.ts';
import { setRoles } from '../commands/set-roles.ts';
import { setService } from '../commands/set-service.ts';
import { uniqueIds } from '../commands/unique-ids.ts';
import type { Outcome } from '../model/command.ts';
import type { BuilderDocument } from '../model/document.ts';
import { kindOf, partsOf, type Ref } from '../model/locate.ts';
import { palette } from './palette.ts';

export type RandomCommand = readonly number[];

/** Ten numbers: the first chooses the command, the others its arguments. */
export const randomCommand: fc.Arbitrary<RandomCommand> = fc.array(fc.nat(10_000), { minLength: 10, maxLength: 10 });

const types: readonly FieldType[] = ['text', 'number', 'choice', 'group', 'file', 'declaration', 'address', 'evidence'];

interface Runner {
  run(document: BuilderDocument): Outcome;
  readonly command: { readonly id: string };
}

export function commandFrom([which = 0, ...n]: RandomCommand, document: BuilderDocument): Runner {
  const refs = [...partsOf(document).keys()];
  const pick = <T>(list: readonly T[], seed = 0): T => list[seed % list.length] as T;
  const of = (kind: 'step' | 'section' | 'field', seed = 0): Ref => {
    const some = refs.filter((ref) => kindOf(ref) === kind);
    return some.length ? pick(some, seed) : pick(refs, seed);
  };
  const parents = [...partsOf(document).values()].filter(({ part }) => 'fields' in part).map(({ ref }) => ref);
  const place = { parent: parents.length ? pick(parents, n[0]) : ('section/none' as Ref), index: (n[1] ?? 0) % 8 };
  const dataset = pick(
    palette.filter(({ fields }) => fields.length),
    n[2],
  );
  const field = pick(dataset.fields, n[3]);
  const text = { 'zh-Hant': `字${n[4]}`, en: n[5] ? `word ${n[5]}` : '' };
  const make = <Args>(
    command: { id: string; run(document: BuilderDocument, args: Args): Outcome },
    args: Args,
  ): Runner => ({
    command,
    run: (at) => command.run(at, args),
  });
  const anywhere = pick(
    [place, { parent: of('step', n[0]), index: place.index }, { parent: 'form' as const, index: place.index }],
    n[6],
  );
  const choices = [...partsOf(document).values()].filter(({ part }) => 'type' in part && part.type === 'choice');
  const choice = choices.length ? pick(choices, n[0]).ref : of('field', n[0]);
  const clipField = { id: 'copied', type: 'text', label: text, show: { '==': [{ var: 'nowhere' }, 'x'] } } as Field;
  const clipSection = { id: 'copied', title: text, role: 'nobody', fields: [clipField] } as Section;
  const clipStep = { id: 'copied', title: text, sections: [clipSection] } as Step;
  const commands: readonly (() => Runner)[] = [
    () => make(addQuestion, { type: pick(types, n[7]), to: place, dataset: dataset.id }),
    () => make(addMapped, { dataset, paths: (n[7] ?? 0) % 5 ? [field.path] : [], to: place }),
    () =>
      make(addMapped, { dataset, paths: dataset.fields.slice(0, (n[7] ?? 0) % 6).map(({ path }) => path), to: place }),
    () =>
      make(addQuestions, {
        questions: [
          { type: pick(types, n[7]), label: `列${n[4]}` },
          { type: 'choice', label: '是否', options: ['是', '否'], required: true },
        ],
        to: place,
      }),
    () =>
      make(mapQuestion, { question: of('field', n[7]), dataset, path: field.path, transformed: (n[6] ?? 0) % 2 === 0 }),
    () => make(addStep, { index: (n[0] ?? 0) % 5 }),
    () => make(addSection, { step: of('step', n[0]), index: (n[1] ?? 0) % 5 }),
    () =>
      make(setProperty, {
        of: pick(refs, n[0]),
        key: pick(['label', 'title', 'hint', 'role'], n[7]),
        value: (n[6] ?? 0) % 4 ? text : undefined,
      }),
    () => make(setProperty, { of: of('field', n[0]), key: 'required', value: (n[6] ?? 0) % 2 ? true : undefined }),
    () =>
      make(setProperty, {
        of: of('field', n[0]),
        key: 'show',
        value: { '==': [{ var: of('field', n[1]).slice(6) }, 'x'] },
      }),
    () =>
      make(remove, {
        refs: [pick(refs, n[0]), ...((n[6] ?? 0) % 3 ? [] : [pick(refs, n[1])])],
        withConditions: (n[7] ?? 0) % 2 === 0,
      }),
    () => make(move, { refs: [pick(refs, n[3]), ...((n[7] ?? 0) % 2 ? [] : [of('field', n[4])])], to: anywhere }),
    () => make(duplicate, { refs: [pick(refs, n[0])] }),
    () => make(rename, { ref: pick(refs, n[0]), id: `renamed${(n[1] ?? 0) % 50}` }),
    () => make(changeType, { question: of('field', n[0]), type: pick(types, n[7]) }),
    () => make(paste, { clip: { format: 'mydata-form-parts-1', kind: 'field', parts: [clipField] }, to: place }),
    () =>
      make(paste, {
        clip: { format: 'mydata-form-parts-1', kind: 'section', parts: [clipSection] },
        to: { parent: of('step', n[0]), index: 0 },
      }),
    () =>
      make(paste, {
        clip: { format: 'mydata-form-parts-1', kind: 'step', parts: [clipStep] },
        to: { parent: 'form', index: 0 },
      }),
    () =>
      make(setCalculation, {
        question: of('field', n[0]),
        calculate: { '+': [{ var: of('field', n[1]).slice(6) }, 1] },
      }),
    () =>
      make(setEnds, {
        ends: Array.from({ length: (n[7] ?? 0) % 3 }, (_one, at) => ({
          id: `end${at}`,
          when: { '!!': { var: of('field', n[at]).slice(6) } },
          title: text,
          text,
        })),
      }),
    () =>
      make(setProperty, {
        of: of('field', n[0]),
        key: 'requiredWhen',
        value: { '!!': { var: of('field', n[1]).slice(6) } },
      }),
    () =>
      make(setFill, {
        question: of('field', n[0]),
        fill: (n[7] ?? 0) % 3 ? { policy: 'editable', from: [{ dataset: dataset.id, path: field.path }] } : undefined,
        catalogue: new Map(palette.map((one) => [one.id, one])),
      }),
    () =>
      make(setService, { of: 'service', keys: pick([['name'], ['notice', 'period'], ['purpose']], n[7]), value: text }),
    () =>
      make(setRoles, {
        roles: [{ id: 'applicant', title: text }, ...((n[7] ?? 0) % 2 ? [{ id: 'child', title: text }] : [])],
      }),
    () => make(addIdentity, { parts: (n[7] ?? 0) % 2 ? [{ part: 'name' }, { part: 'id' }] : [{ part: 'id' }] }),
    () =>
      make(setFormat, {
        question: of('field', n[0]),
        pattern: pick([undefined, '[0-9]{4}', '[A-Z]{3}', '\\d+'], n[7]),
      }),
    () =>
      make(pasteOptions, {
        ...{ question: choice, at: (n[1] ?? 0) % 4, language: (n[7] ?? 0) % 3 ? 'zh-Hant' : 'en' },
        items: [{ text: `項${n[4]}` }, { text: `項${n[5]}`, en: 'one' }, { text: '其他', hint: '請說明' }],
      }),
    () =>
      make(pasteTranslations, {
        ...{ question: choice, at: (n[1] ?? 0) % 4 },
        items: [{ text: `one ${n[4]}` }, { text: 'two' }, { text: 'three' }],
      }),
    () => make(uniqueIds, undefined),
    () =>
      make(replaceDocument, {
        document: {
          service: { ...document.service, fee: text },
          form: { ...document.form, title: text, steps: [...document.form.steps].reverse() },
        },
        words: { 'zh-Hant': '還原', en: 'Restored' },
      }),
  ];
  return pick(commands, which)();
}
