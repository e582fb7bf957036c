/**
 * Runs in Chromium: opens a form of `count` questions in the builder and edits it. Each figure is main-thread time in ms from
 * the call until everything is drawn, style and layout forced and included.
 */
import '#builder/define/mydata-form-builder.ts';
import { addQuestion } from '#builder/commands/add-question.ts';
import { move } from '#builder/commands/move.ts';
import { setProperty } from '#builder/commands/set-property.ts';
import type { MydataFormBuilder } from '#builder/features/shell/form-builder.ts';
import { longDocument } from '#builder/testing/documents.ts';
import { palette } from '#builder/testing/palette.ts';

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/** Every element below is up to date. */
async function settled(root: ParentNode & Partial<{ updateComplete: Promise<boolean> }>): Promise<void> {
  for (let done = false; !done;) done = (await root.updateComplete) ?? true;
  const inside = 'shadowRoot' in root && root.shadowRoot ? (root.shadowRoot as ParentNode) : root;
  const elements = [...inside.querySelectorAll<HTMLElement & { updateComplete?: Promise<boolean> }>('*')];
  await Promise.all(elements.filter((one) => one.updateComplete !== undefined).map((one) => settled(one)));
}

async function timed(builder: HTMLElement, work: () => void): Promise<number> {
  const start = performance.now();
  work();
  await settled(builder);
  void document.body.offsetHeight;
  return performance.now() - start;
}

async function once(count: number) {
  const long = longDocument(count);
  const builder = document.createElement('mydata-form-builder') as MydataFormBuilder;
  builder.style.setProperty('block-size', '880px');
  const open = await timed(builder, () => {
    builder.catalogue = palette;
    builder.document = long;
    document.body.append(builder);
  });
  const context = builder.builder!;
  const at = { parent: 'section/section2', index: 3 } as const;
  const add = await timed(builder, () => void context.run(addQuestion, { type: 'text', to: at }));
  const moved = await timed(builder, () => void context.run(move, { refs: ['field/q1'], to: at }));
  const undo = await timed(builder, () => void context.session.undo());
  const keys: number[] = [];
  for (let n = 1; n <= 20; n += 1) {
    const value = { 'zh-Hant': '字'.repeat(n), en: '' };
    keys.push(await timed(builder, () => void context.run(setProperty, { of: 'field/q2', key: 'label', value })));
  }
  builder.remove();
  return { open, add, move: moved, undo, type: median(keys) };
}

/** → median milliseconds of `runs` rounds */
async function measure(count: number, runs: number) {
  const all: Awaited<ReturnType<typeof once>>[] = [];
  for (let round = -2; round < runs; round += 1) {
    const result = await once(count);
    if (round >= 0) all.push(result);
    await new Promise((next) => setTimeout(next, 50));
  }
  const of = (name: keyof (typeof all)[number]) => median(all.map((result) => result[name]));
  return { questions: count, open: of('open'), add: of('add'), move: of('move'), undo: of('undo'), type: of('type') };
}

Object.assign(window, { measure });
