/**
 * Who applies: an office can do nothing with an application that says neither name nor number, and what may be left empty is
 * left empty. Counted are questions of the applicant (not of another role), outside groups.
 */
import { datasets } from '../../datasets/catalogue.ts';
import type { Field, FormDefinition } from '../../form/definition.ts';
import { identityOf, type IdentityPart } from '../../form/identity.ts';
import type { ResourceId } from '../../mapping/types.ts';
import { datasetsAsked } from '../../services/check-service.ts';
import { blocks, say, warns, type Check, type Finding, type PublishContext } from '../check.ts';
import { nameOf, partsOf } from '../form-parts.ts';
import type { TaskFix } from '../task.ts';

interface Asked {
  readonly part: IdentityPart;
  readonly field: Field;
  readonly ref: string;
  readonly needed: boolean;
}

/** However it is called, unless it is another's. */
const isOwnNumber = ({ type, fill, label }: Field): boolean =>
  type === 'national-id' &&
  !fill &&
  !/[配父母子他她代]|戶長|家[人屬]|聯絡人|照顧者|監護|關係人/u.test(label['zh-Hant']);

function askedIn(form: FormDefinition): readonly Asked[] {
  const other = new Set(
    partsOf(form).flatMap(({ part, ref }) =>
      'role' in part && part.role !== undefined && part.role !== 'applicant' ? [ref] : [],
    ),
  );
  return partsOf(form).flatMap(({ part: field, ref, parent = '' }) => {
    if (!('type' in field) || !parent.startsWith('section/') || other.has(parent)) return [];
    const part = identityOf(field) ?? (isOwnNumber(field) ? 'id' : undefined);
    if (!part) return [];
    return [{ part, field, ref, needed: field.required === true || field.requiredWhen !== undefined }];
  });
}

const words: { readonly [Part in IdentityPart]: readonly [string, string] } = {
  name: ['姓名', 'name'],
  id: ['身分證統一編號', 'national ID number'],
  birth: ['出生日期', 'date of birth'],
};

/** Both questions in front, filled where a dataset that is asked for has them. */
function adding({ document: { service } }: PublishContext, parts: readonly ('name' | 'id')[]): TaskFix {
  const columns = { name: '$.person_name', id: '$.person_id' };
  const from = (path: string) => {
    const dataset = datasetsAsked(service).find((id) => hasField(id, path));
    return dataset === undefined ? undefined : { dataset, path };
  };
  const names = parts.map((part) => words[part]);
  return {
    label: say(`加上${names.map(([zh]) => zh).join('和')}`, `Add ${names.map(([, en]) => en).join(' and ')}`),
    commands: [{ id: 'add-identity', args: { parts: parts.map((part) => ({ part, from: from(columns[part]) })) } }],
  };
}

const hasField = (id: ResourceId, path: string): boolean =>
  !!datasets.get(id)?.fields.some((field) => field.path === path);

const requiring = ({ ref }: Asked): TaskFix => ({
  label: say('設為一定要填', 'Make it required'),
  commands: [{ id: 'set-property', args: { of: ref, key: 'required', value: true } }],
});

export const identityAsked: Check = {
  group: 'questions',
  code: 'identity',
  done: say(
    '申請人的姓名和身分證統一編號都會問，而且一定要填',
    "The applicant's name and ID number are asked, and required",
  ),
  find(context) {
    const { form, service } = context.document;
    // An empty form has nothing to be put right but that.
    if (!partsOf(form).some(({ kind }) => kind === 'field')) return [];
    const asked = askedIn(form);
    const of = (part: IdentityPart): readonly Asked[] => asked.filter((one) => one.part === part);
    const missing = (['name', 'id'] as const).filter((part) => !of(part).length);
    const needs = service.datasets.length ? blocks : warns;
    const none = missing.length === 2;
    const optional = asked.filter(({ needed }) => !needed);
    const nobody = !none && !asked.some(({ part, needed }) => part !== 'birth' && needed);
    return [
      ...(none
        ? [
            needs(
              'nobody-named',
              say(
                '表單沒有問申請人的姓名，也沒有問身分證統一編號，收到申請時不會知道是誰申請的。',
                'The form asks for neither the name nor the ID number of the applicant; nobody will know whose application it is.',
              ),
              undefined,
              adding(context, missing),
            ),
          ]
        : missing.map((part): Finding => {
            const [zh, en] = words[part];
            return warns(
              'identity-half',
              say(`表單沒有問申請人的${zh}。`, `The form does not ask for the applicant's ${en}.`),
              undefined,
              adding(context, [part]),
            );
          })),
      ...optional.map((one): Finding => {
        const name = nameOf({ ref: one.ref, kind: 'field', part: one.field, path: '' });
        const level = nobody && one.part !== 'birth' ? needs : warns;
        return level(
          'identity-optional',
          say(
            `${name['zh-Hant']}可以不填就送出，${nobody ? '收到的申請可能不知道是誰的。' : '認不出申請人時會很難辦。'}`,
            `${name.en} may be left empty${nobody ? ', so an application may come from nobody.' : '.'}`,
          ),
          { part: one.ref, key: 'required' },
          requiring(one),
        );
      }),
    ];
  },
};
