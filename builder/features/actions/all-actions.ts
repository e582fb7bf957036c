/** Everything that can be done without dragging. */
import type { FieldType } from '#schemas/form/definition.ts';
import { addSection, addStep } from '../../commands/add-part.ts';
import { addQuestion } from '../../commands/add-question.ts';
import { addQuestions } from '../../commands/add-questions.ts';
import { move } from '../../commands/move.ts';
import { duplicate } from '../../commands/paste.ts';
import { remove } from '../../commands/remove.ts';
import { typeNames, typesToAdd } from '../../commands/shared/type-names.ts';
import { isRefusal, say } from '../../model/command.ts';
import { find, kindOf, partsOf, type Ref } from '../../model/locate.ts';
import type { BuilderContext } from '../builder-context.ts';
import { yesNo } from '../drag/dragged.ts';
import { nudge } from '../canvas/canvas-keys.ts';
import { placeAfterSelection } from '../palette/place-after-selection.ts';
import type { Action } from './action.ts';
import { keptViews, plainViews } from '../shell/views.ts';
import { words } from '../words.ts';
import { copyParts, cutParts, pasteParts } from './clipboard.ts';

const some = ({ session }: BuilderContext): boolean => session.selected.length > 0;
const always = (): boolean => true;
const last = ({ session }: BuilderContext): Ref | undefined => session.selected.at(-1);

const shift =
  (by: -1 | 1): Action['run'] =>
  ({ session, run }, shell) => {
    const refs = session.selected;
    const to = nudge(session, refs, by);
    if (to) run(move, { refs, to });
    const ref = session.selected.at(-1);
    if (ref) shell.focusOn(ref);
  };

const addType = (type: FieldType): Action => ({
  id: `add-${type}`,
  name: say(`新增題目：${typeNames[type]['zh-Hant']}`, `Add a question: ${typeNames[type].en}`),
  possible: always,
  run(builder, shell) {
    const { session } = builder;
    const target = placeAfterSelection(session.document, session.selected, { what: 'type', type });
    if (target.at !== 'place' || target.parent === 'form') return;
    const outcome = builder.run(addQuestion, { type, to: { parent: target.parent, index: target.index } });
    const ref = last(builder);
    // It has no words yet: those typed next are its label.
    if (ref && !isRefusal(outcome)) shell.edit(ref);
  },
});

const addYesNo: Action = {
  id: 'add-yes-no',
  name: say(`新增題目：${words('zh-Hant', 'yesNo')}`, `Add a question: ${words('en', 'yesNo')}`),
  possible: always,
  run(builder, shell) {
    const { session } = builder;
    const target = placeAfterSelection(session.document, session.selected, { what: 'yes-no' });
    if (target.at !== 'place' || target.parent === 'form') return;
    const outcome = builder.run(addQuestions, {
      questions: [yesNo],
      to: { parent: target.parent, index: target.index },
    });
    const ref = last(builder);
    if (ref && !isRefusal(outcome)) shell.edit(ref);
  },
};

/** The step that holds what is selected, else the last. */
function stepOf({ session }: BuilderContext): { readonly ref: Ref; readonly index: number; readonly sections: number } {
  const { steps } = session.document.form;
  const ref = session.selected.at(-1);
  const path = ref && find(session.document, ref)?.path;
  const index = typeof path?.[2] === 'number' ? path[2] : steps.length - 1;
  const step = steps[index];
  return { ref: `step/${step?.id ?? ''}`, index, sections: step?.sections.length ?? 0 };
}

const view = (id: (typeof keptViews)[number]): Action => ({
  id: `view-${id}`,
  name: say(words('zh-Hant', 'goTo', { name: words('zh-Hant', id) }), words('en', 'goTo', { name: words('en', id) })),
  possible: ({ store }) => store !== undefined || (plainViews as readonly string[]).includes(id),
  run: (_builder, shell) => shell.show(id),
});

export const actions: readonly Action[] = [
  {
    id: 'edit',
    name: say('修改文字', 'Edit the text'),
    keys: 'Enter',
    menu: 'part',
    possible: (builder) => builder.session.selected.length === 1,
    run(builder, shell) {
      const ref = last(builder);
      if (ref) shell.edit(ref);
    },
  },
  { id: 'up', name: say('往上移', 'Move up'), keys: 'Alt+↑', menu: 'part', possible: some, run: shift(-1) },
  { id: 'down', name: say('往下移', 'Move down'), keys: 'Alt+↓', menu: 'part', possible: some, run: shift(1) },
  {
    id: 'move-to',
    name: say('移到…', 'Move to…'),
    keys: 'Alt+M',
    everywhere: true,
    needsPart: true,
    menu: 'part',
    possible: some,
    run: (_builder, shell) => shell.find('move'),
  },
  {
    id: 'show-when',
    name: say('什麼時候才問…', 'When it is asked…'),
    keys: 'Alt+I',
    everywhere: true,
    needsPart: true,
    menu: 'part',
    possible: some,
    run(builder, shell) {
      // Of several, the one that has the focus.
      builder.session.select(builder.session.selected.slice(-1));
      shell.find('show');
    },
  },
  {
    id: 'duplicate',
    name: say('複製一份', 'Duplicate'),
    keys: 'Ctrl+D',
    menu: 'part',
    possible: some,
    run(builder, shell) {
      builder.run(duplicate, { refs: builder.session.selected });
      const ref = last(builder);
      if (ref) shell.focusOn(ref);
    },
  },
  {
    id: 'copy',
    name: say('複製到剪貼簿', 'Copy'),
    keys: 'Ctrl+C',
    menu: 'part',
    possible: some,
    run: async (builder) => void (await copyParts(builder)),
  },
  { id: 'cut', name: say('剪下', 'Cut'), keys: 'Ctrl+X', menu: 'part', possible: some, run: cutParts },
  { id: 'paste', name: say('貼上', 'Paste'), keys: 'Ctrl+V', menu: 'part', possible: always, run: pasteParts },
  {
    id: 'remove',
    name: say('刪除', 'Delete'),
    keys: 'Delete',
    menu: 'part',
    danger: true,
    possible: some,
    run(builder, shell) {
      builder.run(remove, { refs: builder.session.selected });
      const ref = last(builder);
      if (ref) shell.focusOn(ref);
    },
  },
  {
    id: 'remove-with-conditions',
    name: say('刪除，並移除用到它的條件', 'Delete, with the conditions that use it'),
    menu: 'part',
    danger: true,
    possible: ({ session }) =>
      session.selected.length > 0 && 'refused' in remove.run(session.document, { refs: session.selected }),
    run: (builder) => void builder.run(remove, { refs: builder.session.selected, withConditions: true }),
  },
  {
    id: 'add-section',
    name: say('新增區段', 'Add a section'),
    possible: always,
    run(builder, shell) {
      const { ref, sections } = stepOf(builder);
      builder.run(addSection, { step: ref, index: sections });
      const added = last(builder);
      if (added) shell.edit(added);
    },
  },
  {
    id: 'add-step',
    name: say('新增步驟', 'Add a step'),
    keys: 'Alt+P',
    everywhere: true,
    possible: always,
    run(builder, shell) {
      builder.run(addStep, { index: stepOf(builder).index + 1 });
      const added = last(builder);
      if (added) shell.edit(added);
    },
  },
  {
    id: 'lines',
    name: say('一次新增多題', 'Add several questions at once'),
    keys: 'Alt+L',
    everywhere: true,
    possible: always,
    run: (_builder, shell) => shell.lines(),
  },
  {
    id: 'keys',
    name: say('鍵盤快速鍵', 'Keys'),
    keys: '?',
    everywhere: true,
    possible: always,
    run: (_builder, shell) => shell.keys(),
  },
  ...typesToAdd.map(addType),
  addYesNo,
  ...keptViews.map(view),
  {
    id: 'commands',
    name: say('指令：找功能、題目、資料集', 'Commands: find functions, questions, datasets'),
    keys: 'Ctrl+K',
    everywhere: true,
    possible: always,
    run: (_builder, shell) => shell.find('commands'),
  },
  {
    id: 'next-panel',
    name: say('到下一個窗格', 'To the next panel'),
    keys: 'F6',
    everywhere: true,
    possible: always,
    run: (_builder, shell) => shell.panel(false),
  },
  {
    id: 'previous-panel',
    name: say('到上一個窗格', 'To the previous panel'),
    keys: 'Shift+F6',
    everywhere: true,
    possible: always,
    run: (_builder, shell) => shell.panel(true),
  },
  {
    id: 'undo',
    name: say('復原', 'Undo'),
    keys: 'Ctrl+Z',
    everywhere: true,
    possible: ({ session }) => session.history.done.length > 0,
    run: (_builder, shell) => shell.travel('undo'),
  },
  {
    id: 'redo',
    name: say('重做', 'Redo'),
    keys: 'Ctrl+Y / Ctrl+Shift+Z',
    everywhere: true,
    possible: ({ session }) => session.history.undone.length > 0,
    run: (_builder, shell) => shell.travel('redo'),
  },
  {
    id: 'search',
    name: say('搜尋資料集或欄位', 'Search datasets and fields'),
    keys: '/',
    everywhere: true,
    possible: always,
    run: (_builder, shell) => shell.search(),
  },
  {
    id: 'select-all',
    name: say('選取全部題目', 'Select all questions'),
    keys: 'Ctrl+A',
    possible: always,
    run: ({ session }) =>
      session.select(
        [...partsOf(session.document).keys()].filter((ref) => kindOf(ref) === 'field' && !ref.includes('.')),
      ),
  },
];
