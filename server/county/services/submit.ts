/**
 * Makes an application 申辦案件 of a draft: prune, check files and policies, validate with the page's own validator,
 * then one commit that takes everything over and ends the draft.
 */
import type { Answers, AnswerValue, Field, FormDefinition } from '../../../schemas/form/definition.ts';
import { pruneAnswers, visibleFields } from '../../../schemas/form/reachable.ts';
import type { Claims, SubmitResult } from '../../../schemas/wire/county-api.ts';
import type { County } from '../county.ts';
import { countyError, FieldErrors, type FieldError } from '../errors.ts';
import type { ApplicationRow, CountyStep } from '../storage.ts';
import type { ApplicationContents } from './application-contents.ts';
import { newApplicationNumber } from './application-number.ts';
import { validatorOf, type CountyService } from './catalogue.ts';
import { checkOfficial, type OfficialCheck, type ValueOrigin } from './check-official.ts';
import { erasedRecord, findDraft, type Draft } from './drafts.ts';
import { answerErrors, fieldError } from './field-errors.ts';
import { documentSteps, uploadedFiles } from './files.ts';
import { applicantIdField, fieldOf } from './form-fields.ts';
import { readAnswers, readClaims, readRevision, type Json } from './read-input.ts';
import type { OfficialEntry } from './official-contents.ts';
import { stableJson } from './stable-json.ts';
import { takeTry } from './tries.ts';

const numbersTried = 5;

export async function submit(
  county: County,
  service: CountyService,
  owner: string | undefined,
  input: Json,
): Promise<SubmitResult> {
  const draft = await findDraft(county, owner, service.service.id);
  const repeatKey = county.seals.hash(
    'repeat',
    stableJson([owner ?? '', service.service.id, input.formVersion, input.revision, input.answers, input.claims]),
  );
  const revision = readRevision(input.revision);
  if (!draft || draft.row.revision !== revision) {
    const before = owner === undefined ? undefined : await county.storage.repeatedApplication(repeatKey);
    if (before) return resultOf(service, before);
    throw countyError(draft ? 'draft-conflict' : 'draft-gone');
  }
  if (input.formVersion !== draft.row.formVersion) throw countyError('form-changed');
  const claims = readClaims(draft.form, input.claims);
  const { answers, fileIds, checked } = await check(
    county,
    service,
    draft,
    readAnswers(draft.form, input.answers),
    claims,
  );

  const now = county.clock.now();
  const contents: ApplicationContents = {
    answers,
    origins: checked.origins,
    evidence: draft.official?.contents.evidence ?? [],
    noRecord: draft.official?.contents.noRecord ?? [],
    ...(draft.official && { txId: draft.official.row.txId, receivedAt: draft.official.row.receivedAt }),
  };
  const made = await commitApplication(
    county,
    draft,
    { service: service.service.id, repeatKey, contents, answers, now },
    fileIds,
  );
  if (made) {
    await county.storage.scrub();
    county.log.info(
      { service: service.service.id, tx: contents.txId, formVersion: draft.row.formVersion },
      'application received',
    );
    return resultOf(service, made);
  }
  const before = await county.storage.repeatedApplication(repeatKey);
  if (!before) throw countyError('draft-conflict');
  return resultOf(service, before);
}

async function check(county: County, service: CountyService, draft: Draft, given: Answers, claims: Claims) {
  const { form } = draft;
  const files = await takeFiles(county, draft, pruneAnswers(form, given));
  const asked = visibleFields(form, files.answers);
  const values = draft.official?.contents.values ?? {};
  const guessing = asked.some((field) => isGuess(field, values[field.id]));
  const guess = guessing
    ? await takeTry(county, [`compare ${draft.official?.contents.person}`], stableJson(files.answers))
    : undefined;
  const checked: OfficialCheck = checkOfficial(asked, files.answers, claims, {
    values,
    officialRows: draft.official?.contents.officialRows ?? {},
  });
  await guess?.settle(!checked.errors.some(({ keyword }) => keyword === 'compare'));

  const answers = pruneAnswers(form, checked.answers);
  const validate = await validatorOf(county, service.service.id, draft.row.formVersion);
  const valid = validate(answers);
  const invalid = valid ? [] : answerErrors(form, validate.errors ?? []);
  if (!valid && !invalid.length) throw countyError('body-unreadable');
  const named = new Set([...files.errors, ...checked.errors].map(({ field }) => field));
  const open = invalid.filter(({ field }) => !named.has(field) && !isSettled(form, field, checked.origins[field]));
  refuseIfAny(form, [...files.errors, ...checked.errors, ...open]);
  return { answers, fileIds: files.ids, checked };
}

/** An official value that nobody here can change must not keep anyone from submitting, whatever it looks like. */
const isSettled = (form: FormDefinition, place: string, origin: ValueOrigin | undefined): boolean =>
  (origin?.policy === 'locked' || origin?.policy === 'confirm') && fieldOf(form, place)?.type !== 'group';

/** A value that the resident types and the server compares: it could be tried out. */
const isGuess = (field: Field, entry: OfficialEntry | undefined): boolean =>
  entry?.policy === 'compare' ||
  (entry !== undefined && field.type === 'group' && field.fields.some(({ fill }) => fill?.policy === 'compare'));

/** What a file question says is replaced by what was really uploaded. */
async function takeFiles(county: County, draft: Draft, answers: Answers) {
  const held = await uploadedFiles(county, draft.row.id);
  const next: { [id: string]: AnswerValue | undefined } = { ...answers };
  const errors: FieldError[] = [];
  const ids: string[] = [];
  for (const field of visibleFields(draft.form, answers)) {
    if (field.type !== 'file' || answers[field.id] === undefined) continue;
    const named = idsIn(answers[field.id]);
    const found = [...new Set(named)].flatMap((id) => held.filter((file) => file.id === id && file.field === field.id));
    if (!named.length || found.length !== named.length) errors.push(fieldError(field, field.id, 'file'));
    ids.push(...found.map(({ id }) => id));
    next[field.id] = found.map(({ id, name, size, type }) => ({ id, name, size, type }));
  }
  return { answers: next as Answers, errors, ids };
}

function idsIn(value: AnswerValue | undefined): readonly unknown[] {
  return Array.isArray(value)
    ? value.map((entry: unknown) =>
        typeof entry === 'object' && entry !== null ? (entry as { id?: unknown }).id : undefined,
      )
    : [];
}

function refuseIfAny(form: FormDefinition, errors: readonly FieldError[]): void {
  if (!errors.length) return;
  if (errors.some(({ keyword }) => keyword === 'official-changed')) {
    throw new FieldErrors(
      'official-changed',
      {
        'zh-Hant': '有機關提供的資料與原本取得的不同，請重新整理網頁後再確認一次。',
        en: 'A value from an agency differs from what was received. Please reload the page and check again.',
      },
      errors,
    );
  }
  const order = form.steps.flatMap(({ sections }) =>
    sections.flatMap(({ fields }) => fields.map((field: Field) => field.id)),
  );
  const placeOf = ({ field }: FieldError): number => order.indexOf(field.split('[')[0]!);
  throw new FieldErrors(
    'answers-invalid',
    {
      'zh-Hant': '有些問題需要修正，請依照下列說明檢查。',
      en: 'Some answers need another look. Please check those listed.',
    },
    [...errors].sort((a, b) => placeOf(a) - placeOf(b)),
  );
}

/** → undefined when the draft was submitted or changed meanwhile */
async function commitApplication(
  county: County,
  draft: Draft,
  made: { service: string; repeatKey: string; contents: ApplicationContents; answers: Answers; now: Date },
  fileIds: readonly string[],
): Promise<ApplicationRow | undefined> {
  const at = made.now.toISOString();
  const idField = applicantIdField(draft.form);
  const applicant = idField === undefined ? undefined : made.answers[idField];
  const person = typeof applicant === 'string' ? applicant : (draft.official?.contents.person ?? '');
  const documents = documentSteps(county, draft);
  const transfer = draft.official && (await county.storage.transfer(draft.official.row.txId));
  for (let tries = 1; tries <= numbersTried; tries += 1) {
    const number = newApplicationNumber(county.config.numberPrefix ?? 'CY', made.now);
    const application: ApplicationRow = {
      number,
      service: made.service,
      formVersion: draft.row.formVersion,
      draftId: draft.row.id,
      repeatKey: made.repeatKey,
      person: county.seals.hash('person', person),
      contents: county.seals.sealJson('application', number, made.contents),
      status: 'received',
      history: [{ at, status: 'received' }],
      submittedAt: at,
    };
    const plan: CountyStep[] = [
      ...documents,
      {
        step: 'submit-application',
        application,
        revision: draft.row.revision,
        fileIds: [...fileIds, ...documents.map(({ file }) => file.id)],
      },
    ];
    if (transfer) plan.push(erasedRecord(county, transfer));
    const result = await county.storage.commit(plan);
    if (result.ok) return application;
    if (result.reason !== 'number-taken') return undefined;
  }
  return undefined;
}

const resultOf = ({ service }: CountyService, { number, submittedAt }: ApplicationRow): SubmitResult => ({
  applicationNo: number,
  submittedAt,
  processingDays: service.processingDays,
});
