/**
 * Runs in Chromium: mount, fill and type in the kit's form and in plain inputs of the same content, in turn. Each figure is
 * main-thread time in ms, style and layout forced and included.
 */
import '#components/define/mydata-form.ts';
import type { FormDefinition } from '#schemas/form/definition.ts';
import { benchAnswers, benchDefinition } from './definition.ts';

interface Subject {
  mount(): Promise<HTMLElement>;
  fill(root: HTMLElement): Promise<void>;
  inputs(root: HTMLElement): HTMLInputElement[];
}

const stage = document.createElement('main');
document.body.append(stage);
const layout = (): number => stage.offsetHeight;

interface FormElement extends HTMLElement {
  definition: FormDefinition;
  answers: unknown;
  readonly updateComplete: Promise<boolean>;
}

const settled = async (form: FormElement): Promise<void> => {
  while (!(await form.updateComplete));
  const fields = [...(form.shadowRoot?.querySelectorAll('[data-field]') ?? [])] as unknown as {
    updateComplete?: Promise<boolean>;
  }[];
  await Promise.all(fields.map((field) => field.updateComplete));
};

const deepInputs = (root: ParentNode): HTMLInputElement[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element instanceof HTMLInputElement ? [element] : []),
    ...(element.shadowRoot ? deepInputs(element.shadowRoot) : []),
  ]);

const kit = (count: number): Subject => ({
  async mount() {
    const form = document.createElement('mydata-form') as FormElement;
    form.setAttribute('density', 'all');
    form.definition = benchDefinition(count);
    stage.append(form);
    await settled(form);
    layout();
    return form;
  },
  async fill(root) {
    (root as FormElement).answers = benchAnswers(count);
    await settled(root as FormElement);
    layout();
  },
  inputs: (root) => deepInputs(root.shadowRoot!),
});

const kinds: Record<string, string> = { text: 'text', email: 'email', phone: 'tel', number: 'text' };

const plain = (count: number): Subject => ({
  async mount() {
    const answers: Record<string, string> = {};
    const form = document.createElement('form');
    for (const field of benchDefinition(count).steps[0]!.sections[0]!.fields) {
      const row = document.createElement('div');
      const label = document.createElement('label');
      label.textContent = field.label['zh-Hant'];
      label.htmlFor = field.id;
      const hint = document.createElement('p');
      hint.id = `${field.id}-hint`;
      hint.textContent = field.hint!['zh-Hant'];
      const input = document.createElement('input');
      input.id = field.id;
      input.name = field.id;
      input.type = kinds[field.type] ?? 'text';
      input.required = field.required ?? false;
      input.setAttribute('aria-describedby', hint.id);
      input.addEventListener('input', () => {
        answers[field.id] = input.value;
      });
      row.append(label, hint, input);
      form.append(row);
    }
    stage.append(form);
    layout();
    return form;
  },
  async fill(root) {
    const answers = benchAnswers(count);
    for (const input of root.querySelectorAll('input')) input.value = String(answers[input.name]);
    layout();
  },
  inputs: (root) => [...root.querySelectorAll('input')],
});

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

async function once(subject: Subject): Promise<{ mount: number; fill: number; type: number }> {
  let root!: HTMLElement;
  const mount = await time(async () => {
    root = await subject.mount();
  });
  const fill = await time(() => subject.fill(root));
  const inputs = subject.inputs(root).slice(0, 10);
  const keys: number[] = [];
  for (const input of inputs) {
    keys.push(
      await time(async () => {
        input.value += '1';
        input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        await Promise.resolve();
        layout();
      }),
    );
  }
  root.remove();
  layout();
  return { mount, fill, type: median(keys) };
}

/** → median milliseconds of `runs` rounds, both subjects in turn within each round */
async function measure(count: number, runs: number) {
  const all = { kit: [] as Awaited<ReturnType<typeof once>>[], plain: [] as Awaited<ReturnType<typeof once>>[] };
  for (let round = -3; round < runs; round += 1) {
    const order = round % 2 ? (['kit', 'plain'] as const) : (['plain', 'kit'] as const);
    for (const name of order) {
      const result = await once({ kit, plain }[name](count));
      if (round >= 0) all[name].push(result);
      await new Promise((next) => setTimeout(next, 20));
    }
  }
  const of = (name: 'kit' | 'plain', figure: 'mount' | 'fill' | 'type') =>
    median(all[name].map((result) => result[figure]));
  return {
    fields: count,
    mount: { kit: of('kit', 'mount'), plain: of('plain', 'mount') },
    fill: { kit: of('kit', 'fill'), plain: of('plain', 'fill') },
    type: { kit: of('kit', 'type'), plain: of('plain', 'type') },
  };
}

Object.assign(window, { measure });
