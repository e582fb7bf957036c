/** The questions that say who applies, in front of the form: name and number, to be answered. */
import type { Field } from '#schemas/form/definition.ts';
import type { Source } from '#schemas/mapping/types.ts';
import { gone, say, type Command } from '../model/command.ts';
import { freshId, idsInUse } from '../model/ids.ts';
import { Draft } from './shared/draft.ts';
import { newQuestion } from './shared/question.ts';

export interface AddIdentity {
  readonly parts: readonly { readonly part: 'name' | 'id'; readonly from?: Source }[];
}

export const addIdentity: Command<AddIdentity> = {
  id: 'add-identity',
  run(document, { parts }) {
    const at = document.form.steps.findIndex(({ sections }) => sections.length);
    if (at < 0 || !parts.length) return gone();
    const used = idsInUse(document, 'field');
    const made = parts.map(({ part, from }): Field => {
      const fill = from ? { fill: { policy: 'locked' as const, from: [from] } } : {};
      return part === 'name'
        ? {
            ...newQuestion('text', freshId(used, 'applicantName')),
            label: say('姓名', 'Name'),
            ...{ required: true, autocomplete: 'name' },
            ...fill,
          }
        : {
            ...newQuestion('national-id', freshId(used, 'applicantId')),
            label: say('身分證統一編號', 'National ID number'),
            required: true,
            ...fill,
          };
    });
    const draft = new Draft(document);
    made.forEach((question, index) => draft.insert(['form', 'steps', at, 'sections', 0, 'fields'], index, question));
    const names = made.map(({ label }) => label);
    return {
      changes: draft.changes,
      words: say(
        `加上${names.map((one) => `「${one['zh-Hant']}」`).join('')}`,
        `Added ${names.map((one) => `"${one.en}"`).join(' and ')}`,
      ),
      select: made.map(({ id }) => `field/${id}` as const),
    };
  },
};
