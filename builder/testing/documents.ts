/** Documents for tests: a real one, and one as long as asked. */
import type { Field, FormDefinition } from '#schemas/form/definition.ts';
import form from '#schemas/services/chiayi/emergency-relief/form.json' with { type: 'json' };
import service from '#schemas/services/chiayi/emergency-relief/service.json' with { type: 'json' };
import type { Service } from '#schemas/services/types.ts';
import { emptyDocument, openDocument, type BuilderDocument } from '../model/document.ts';

const { $schema: _, ...plain } = service as { readonly $schema?: string } & Record<string, unknown>;

export const reliefDocument: BuilderDocument = openDocument({
  service: plain as unknown as Service,
  form: form as unknown as FormDefinition,
});

export const noDocument: BuilderDocument = emptyDocument('new-service', '嘉義縣', {
  'zh-Hant': '嘉義縣社會局',
  en: 'Social Affairs Bureau',
});

const kinds: readonly Field['type'][] = ['text', 'roc-date', 'choice', 'number', 'phone', 'address'];

/** Ten questions to a section, three sections to a step. */
export function longDocument(questions: number): BuilderDocument {
  const fields = Array.from({ length: questions }, (_one, n): Field => {
    const type = kinds[n % kinds.length] as Field['type'];
    const label = { 'zh-Hant': `第 ${n + 1} 題`, en: `Question ${n + 1}` };
    const options = ['a', 'b', 'c'].map((value) => ({
      value,
      label: { 'zh-Hant': `選項 ${value}`, en: `Option ${value}` },
    }));
    return { id: `q${n + 1}`, type, label, ...(type === 'choice' ? { as: 'radio', options } : {}) } as Field;
  });
  const chunks = <T>(list: readonly T[], size: number): T[][] =>
    Array.from({ length: Math.ceil(list.length / size) }, (_one, n) => list.slice(n * size, (n + 1) * size));
  const title = (text: string) => ({ 'zh-Hant': text, en: text });
  const sections = chunks(fields, 10).map((some, n) => ({
    id: `section${n + 1}`,
    title: title(`區段 ${n + 1}`),
    fields: some,
  }));
  const steps = chunks(sections, 3).map((some, n) => ({
    id: `step${n + 1}`,
    title: title(`步驟 ${n + 1}`),
    sections: some,
  }));
  return openDocument({ ...noDocument, form: { ...noDocument.form, steps } });
}
