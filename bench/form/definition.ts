/** A form of `count` ordinary fields, eight kinds in turn, as a county's form has them; and the values that fill it. */
import type { Field, FormDefinition } from '#schemas/form/definition.ts';
import type { Answers } from '#schemas/form/answers.ts';

const text = (zh: string) => ({ 'zh-Hant': zh, en: zh });

function field(index: number): Field {
  const base = {
    id: `f${index}`,
    label: text(`第 ${index + 1} 題`),
    hint: text('請照證件上的寫法填寫'),
    required: index % 2 === 0,
  };
  switch (index % 4) {
    case 0:
      return { ...base, type: 'text', maxLength: 50 };
    case 1:
      return { ...base, type: 'email' };
    case 2:
      return { ...base, type: 'phone' };
    default:
      return { ...base, type: 'number', minimum: 0 };
  }
}

export function benchDefinition(count: number): FormDefinition {
  return {
    $schema: 'https://mydata-county-kit.example/schemas/form-1.json',
    id: 'bench',
    title: text('量測用表單'),
    roles: [{ id: 'applicant', title: text('申請人') }],
    steps: [
      {
        id: 'only',
        title: text('填寫'),
        sections: [
          { id: 'all', title: text('資料'), fields: Array.from({ length: count }, (_, index) => field(index)) },
        ],
      },
    ],
  };
}

export const benchAnswers = (count: number): Answers =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`f${index}`, ['陳小明', 'a@example.tw', '0912345678', 7][index % 4]!]),
  );
