/** The list that stands before publication, with what only the server can find: the schemas, and every test resident's try. */
import { answersSchema } from '../../../schemas/form/answers-schema.ts';
import { checkDefinition } from '../../../schemas/form/check-definition.ts';
import { answersEngine } from '../../../schemas/form/engine.ts';
import type { DefinitionProblem } from '../../../schemas/form/problem.ts';
import { notAfterToday } from '../../../schemas/form/today.ts';
import type { Validate } from '../../../schemas/form/validate.ts';
import { mapForm } from '../../../schemas/mapping/map.ts';
import { checkPatterns } from '../../../schemas/patterns/check-form.ts';
import { checkPublish } from '../../../schemas/publish/check-publish.ts';
import type { Try } from '../../../schemas/publish/check.ts';
import { placeOfPointer } from '../../../schemas/publish/places.ts';
import type { CheckResult, PublishTask } from '../../../schemas/publish/task.ts';
import { tryForm } from '../../../schemas/publish/try-form.ts';
import { dateInTaiwan } from '../../../schemas/taiwan/calendar.ts';
import { formats } from '../../../schemas/taiwan/formats.ts';
import type { FormDocument } from '../../../schemas/wire/builder-api.ts';
import type { County } from '../county.ts';
import { registrationTasks } from '../registration/task.ts';
import { writtenPatterns } from '../publish/written-patterns.ts';
import { schemaProblems } from './document.ts';
import { receivedOf, testResidents } from './residents.ts';
import type { Translated } from './storage.ts';

export function checkDocument(
  county: County,
  document: FormDocument,
  translated: Translated | undefined,
  live: FormDocument | undefined,
): CheckResult {
  const tries = triesOf(county, document);
  return checkPublish(
    {
      document,
      ...(county.organisation.area !== undefined && { county: county.organisation.area }),
      ...(translated && { translated }),
      ...(tries && { tries }),
    },
    live,
    [...schemaTasks(document), ...registrationTasks(county, document)],
  );
}

/** Texts have checks with better words. */
const ofText = /\/(zh-Hant|en)$/;
/** These too: nothing there yet. */
const told = [
  '/service/purposes',
  '/service/contact/phone',
  '/service/contact/email',
  '/service/retentionDays',
  '/service/purposes/0/code',
];

function schemaTasks(document: FormDocument): readonly PublishTask[] {
  const known = [...schemaProblems(document), ...patternProblems(document)].filter(
    ({ path, code }) =>
      !ofText.test(path) &&
      !told.includes(path) &&
      !['schema-discriminator'].includes(code) &&
      // Parts without questions, choices without options: told in words.
      !(code === 'schema-minItems' && path.startsWith('/form')),
  );
  return known.map(({ path, code, reason }) => ({
    code,
    group: path.startsWith('/service') ? ('texts' as const) : ('questions' as const),
    level: 'blocks' as const,
    text: reason,
    at: path.startsWith('/form')
      ? placeOfPointer(document.form, path.slice('/form'.length))
      : { service: path.split('/').slice(2) },
  }));
}

const patternProblems = ({ form }: FormDocument): readonly DefinitionProblem[] =>
  checkPatterns(form).map((one) => ({ ...one, path: `/form${one.path}` }));

/** Only of a form that is sound: of another nothing could be said. */
function triesOf(county: County, { form }: FormDocument): readonly Try[] | undefined {
  const residents = testResidents(county);
  if (!residents.length || checkDefinition(form, Infinity).length || checkPatterns(form).length) return undefined;
  const today = dateInTaiwan(county.clock.now());
  const validate = validatorFor(county, form);
  if (!validate) return undefined;
  return residents.map((resident) =>
    tryForm(form, mapForm(form, receivedOf(form, resident), { today }), { name: resident.name, validate, today }),
  );
}

function validatorFor(county: County, form: FormDocument['form']): Validate | undefined {
  try {
    const engine = answersEngine(
      { ...formats, 'not-after-today': notAfterToday({ now: () => county.clock.now().getTime() }) },
      { code: { regExp: writtenPatterns } },
    );
    return engine.compile(answersSchema(form)) as Validate;
  } catch {
    // What can not be compiled is named by another check.
    return undefined;
  }
}
