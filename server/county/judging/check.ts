/** The list that stands before publication, with what only the server can find: the schemas, and every test resident's try. */
import type { Judged } from './judged.ts';
import { answersSchema } from '#schemas/form/answers-schema.ts';
import { checkDefinition } from '#schemas/form/check-definition.ts';
import { answersEngine } from '#schemas/form/engine.ts';
import type { DefinitionProblem } from '#schemas/form/problem.ts';
import { notAfterToday } from '#schemas/form/today.ts';
import type { Validate } from '#schemas/form/validate.ts';
import { mapForm } from '#schemas/mapping/map.ts';
import { checkPatterns } from '#schemas/patterns/check-form.ts';
import { checkPublish } from '#schemas/publish/check-publish.ts';
import type { Try } from '#schemas/publish/check.ts';
import { placeOfPointer } from '#schemas/publish/form-parts.ts';
import type { CheckResult, PublishTask } from '#schemas/publish/task.ts';
import { namedWord } from '#schemas/publish/property-words.ts';
import { tryForm } from '#schemas/publish/try-form.ts';
import type { Text } from '#schemas/text.ts';
import { dateInTaiwan } from '#schemas/taiwan/calendar.ts';
import { formats } from '#schemas/taiwan/formats.ts';
import type { FormDocument } from '#schemas/publish/form-document.ts';
import type { SandboxResident } from '../../sandbox/resident.ts';
import { schemaProblems } from '../forms/document.ts';
import { receivedOf } from '../forms/residents.ts';
import { writtenPatterns } from '../publish/written-patterns.ts';

/**
 * Pure, and long for a large form: `judgeApart` runs it in a thread of its own. The caller's tasks (`more`, e.g. of
 * registration) stand in the same list.
 */
export function checkList({ document, translated, live, area, more, residents, now }: Judged): CheckResult {
  const tries = triesOf(document, residents, now);
  return checkPublish(
    {
      document,
      ...(area !== undefined && { county: area }),
      ...(translated && { translated }),
      ...(tries && { tries }),
    },
    live,
    [...schemaTasks(document), ...more],
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
    text: aboutWhat(path, reason),
    at: path.startsWith('/form')
      ? placeOfPointer(document.form, path.slice('/form'.length))
      : { service: path.split('/').slice(2) },
  }));
}

/** 「格式」寫法不對 …: what is wrong is named, where it has a name. */
function aboutWhat(path: string, reason: Text): Text {
  const keys = path.split('/').filter((key) => !/^\d+$/.test(key) && key !== 'zh-Hant' && key !== 'en');
  const word = namedWord(keys.at(-1) ?? '');
  return word ? { 'zh-Hant': `「${word['zh-Hant']}」：${reason['zh-Hant']}`, en: `${word.en}: ${reason.en}` } : reason;
}

const patternProblems = ({ form }: FormDocument): readonly DefinitionProblem[] =>
  checkPatterns(form).map((one) => ({ ...one, path: `/form${one.path}` }));

/** Only of a form that is sound: of another nothing could be said. */
function triesOf(
  { form }: FormDocument,
  residents: readonly SandboxResident[],
  now: number,
): readonly Try[] | undefined {
  if (!residents.length || checkDefinition(form, Infinity).length || checkPatterns(form).length) return undefined;
  const today = dateInTaiwan(new Date(now));
  const validate = validatorFor(form, now);
  if (!validate) return undefined;
  return residents.map((resident) =>
    tryForm(form, mapForm(form, receivedOf(form, resident), { today }), { name: resident.name, validate, today }),
  );
}

function validatorFor(form: FormDocument['form'], now: number): Validate | undefined {
  try {
    const engine = answersEngine(
      { ...formats, 'not-after-today': notAfterToday({ now: () => now }) },
      { code: { regExp: writtenPatterns } },
    );
    return engine.compile(answersSchema(form)) as Validate;
  } catch {
    // What can not be compiled is named by another check.
    return undefined;
  }
}
