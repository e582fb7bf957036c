/** The form itself: well-made, every question can be reached, conditions sound, mappings fit, policies chosen. */
import { checkConditions } from '../../form/check-conditions.ts';
import { checkDefinition } from '../../form/check-definition.ts';
import type { DefinitionProblem } from '../../form/problem.ts';
import { reachableFields } from '../../mapping/reachable-fields.ts';
import { checkSources } from '../../services/check-sources.ts';
import { datasetsAsked } from '../../services/check-service.ts';
import { blocks, say, warns, type Check, type Finding, type PublishContext } from '../check.ts';
import type { TaskFix } from '../task.ts';
import { nameOf, partsOf, placeOfPointer } from '../form-parts.ts';

const toFindings = (
  { document: { form } }: PublishContext,
  problems: readonly DefinitionProblem[],
): readonly Finding[] =>
  problems.map(({ code, reason, path }) =>
    blocks(code, reason, placeOfPointer(form, path), twice.includes(code) ? otherIds : undefined),
  );

const twice = ['duplicate-id', 'duplicate-option', 'reserved-id'];
const otherIds: TaskFix = {
  label: say('換成不重複的代號', 'Give it an id of its own'),
  commands: [{ id: 'unique-ids', args: null }],
};

/** Conditions have their own entry of the list. */
const conditionPart = /\/(show|requiredWhen|when|calculate)(\/|$)/;

export const wellMade: Check = {
  group: 'questions',
  code: 'well-made',
  done: say('每一題的設定都正確', 'Every question is set up correctly'),
  find: (context) =>
    toFindings(
      context,
      checkDefinition(context.document.form, Infinity).filter(({ path }) => !conditionPart.test(path)),
    ),
};

export const reachable: Check = {
  group: 'questions',
  code: 'reachable',
  done: say('每一題都問得到', 'Every question can be reached'),
  find({ document: { form } }) {
    const questions = partsOf(form).filter(({ kind }) => kind === 'field');
    if (!questions.length) return [blocks('no-question', say('表單還沒有題目。', 'The form has no question yet.'))];
    const open = new Set(
      reachableFields(form).flatMap((field) => [
        `field/${field.id}`,
        ...(field.type === 'group' ? field.fields.map((inner) => `field/${field.id}.${inner.id}`) : []),
      ]),
    );
    const empty = partsOf(form).filter(
      ({ part, kind }) =>
        (kind === 'section' && 'fields' in part && !part.fields.length) ||
        ('type' in part && part.type === 'group' && !part.fields.length),
    );
    return [
      ...questions
        .filter(({ ref }) => !open.has(ref))
        .map((at) => {
          const name = nameOf(at);
          return blocks(
            'unreachable',
            say(
              `${name['zh-Hant']}永遠不會出現，請檢查它的顯示條件。`,
              `${name.en} can never appear; check its condition.`,
            ),
            { part: at.ref, key: 'show' },
          );
        }),
      ...empty.map((at) => {
        const name = nameOf(at);
        return (at.kind === 'field' ? blocks : warns)(
          'empty-part',
          say(`${name['zh-Hant']}裡沒有題目。`, `${name.en} has no question.`),
          { part: at.ref },
          { label: say('移除', 'Remove'), commands: [{ id: 'remove', args: { refs: [at.ref] } }] },
        );
      }),
    ];
  },
};

export const conditions: Check = {
  group: 'conditions',
  code: 'conditions',
  done: say('條件和計算都成立', 'Conditions and calculations are sound'),
  find: (context) => toFindings(context, checkConditions(context.document.form)),
};

export const mappings: Check = {
  group: 'mapping',
  code: 'mappings',
  done: say('每一個對應的欄位都存在，種類也相合', 'Every mapped field exists and fits its question'),
  find: (context) =>
    toFindings(
      context,
      checkSources(context.document.form, datasetsAsked(context.document.service)).filter(
        ({ code }) => code !== 'dataset-unasked',
      ),
    ),
};

const policies = ['locked', 'confirm', 'editable', 'compare'];

export const policiesChosen: Check = {
  group: 'mapping',
  code: 'policies',
  done: say('每一個官方資料都選了處理方式', 'A policy is chosen for each official value'),
  find: ({ document: { form } }) =>
    partsOf(form).flatMap((at): readonly Finding[] => {
      const { part } = at;
      if (!('type' in part)) return [];
      const name = nameOf(at);
      const place = { part: at.ref, key: part.type === 'group' ? 'rows' : 'fill' };
      const fill = part.type === 'group' ? part.rows : part.fill;
      if (!fill) return [];
      if (!fill.from.length)
        return [
          blocks('no-source', say(`${name['zh-Hant']}沒有選擇資料來源。`, `${name.en} has no source.`), place, {
            label: say('改為自行填寫', 'Make it an ordinary question'),
            commands: [{ id: 'set-property', args: { of: at.ref, key: place.key } }],
          }),
        ];
      if (!policies.includes(fill.policy))
        return [
          blocks(
            'no-policy',
            say(
              `請選擇${name['zh-Hant']}的官方資料可不可以修改。`,
              `Choose what may become of the official value of ${name.en}.`,
            ),
            place,
            {
              label: say('由民眾確認', 'The resident confirms it'),
              commands: [
                {
                  id: 'set-property',
                  args: {
                    of: at.ref,
                    key: place.key,
                    value: { ...fill, policy: part.type === 'group' ? 'locked' : 'confirm' },
                  },
                },
              ],
            },
          ),
        ];
      return part.type === 'national-id' && fill.policy === 'editable'
        ? [
            warns(
              'id-editable',
              say(
                `${name['zh-Hant']}是官方的身分證統一編號，建議鎖定，不讓民眾修改。`,
                `${name.en} is an official ID number; better lock it.`,
              ),
              place,
              {
                label: say('鎖定', 'Lock it'),
                commands: [
                  { id: 'set-property', args: { of: at.ref, key: 'fill', value: { ...fill, policy: 'locked' } } },
                ],
              },
            ),
          ]
        : [];
    }),
};
