/**
 * Makes an application 申辦案件 of a draft: prune, check files and policies, validate with the page's own validator,
 * then one commit that takes everything over and ends the draft.
 */
import type { End, Field, FormDefinition } from '#schemas/form/definition.ts';
import type { Answers } from '#schemas/form/answers.ts';
import { endOf } from '#schemas/form/ends.ts';
import { pruneAnswers, visibleFields } from '#schemas/form/reachable.ts';
import { dateInTaiwan } from '#schemas/taiwan/calendar.ts';
import type { Text } from '#schemas/text.ts';
import type { Claims, Submit, SubmitResult } from '#schemas/wire/county-api.ts';
import { HttpError } from '../../http/errors.ts';
import type { Spending } from '../../limits/limiter.ts';
import type { County } from '../county.ts';
import { countyError, FieldErrors, type FieldError } from '../errors.ts';
import type { Payer } from '../quotas/payer.ts';
import type { ApplicationRow } from '../storage.ts';
import type { ApplicationContents } from './application-contents.ts';
import { answersWithFiles } from '../drafts/answers-with-files.ts';
import { validatorOf } from '../services/catalogue.ts';
import type { CountyService } from '../services/county-service.ts';
import { checkOfficial, type OfficialCheck } from '../drafts/check-official.ts';
import { missingOf } from '../drafts/draft-view.ts';
import { findDraft, findOrCreateDraft } from '../drafts/drafts.ts';
import type { Draft } from '../drafts/draft.ts';
import { answerErrors } from '../drafts/field-errors.ts';
import { commitApplication, type DeskSubmission } from './commit-application.ts';
import { isSettled } from '../drafts/is-settled.ts';
import { readAnswers, readClaims } from '../drafts/read-input.ts';
import type { OfficialEntry } from '../drafts/official-contents.ts';
import { stableJson } from '../stable-json.ts';

/**
 * The same sent again gets its first answer, whether or not the draft is still there. Answers, claims and provenance
 * are sealed; at a counter (`desk`) the case ends in the same plan.
 * @throws 404 `draft-gone`; 409 `draft-conflict`, `form-changed`; 422 `application-ends`, or what is wrong, with the
 * fields; TooMany after too many guesses at a `compare` value; as `findOrCreateDraft`
 */
export async function submit(
  county: County,
  payer: Payer,
  service: CountyService,
  owner: string | undefined,
  input: Submit,
  desk?: DeskSubmission,
): Promise<SubmitResult> {
  const repeatKey = county.seals.hash(
    'repeat',
    stableJson([owner ?? '', service.service.id, input.formVersion, input.revision, input.answers, input.claims]),
  );
  const { revision, draft: meant } = input;
  const sentBefore = async () => (owner === undefined ? undefined : county.storage.repeatedApplication(repeatKey));
  const known = await findDraft(county, owner, service.service.id);
  const another = meant !== undefined && known?.row.id !== meant;
  if (another || known?.row.revision !== revision) {
    const same = await sentBefore();
    if (same) return resultOf(service, same);
    if (known || another || owner === undefined || revision !== 0)
      throw countyError(known ? 'draft-conflict' : 'draft-gone');
  }
  // Sent without ever having been saved.
  const draft = known ?? (await findOrCreateDraft(county, payer, owner!, service));
  const same = known ? undefined : await sentBefore();
  if (same) {
    // Its twin was faster, and the draft made here is a new one that nobody wants.
    await county.storage.commit([{ step: 'delete-draft', draftId: draft.row.id }]);
    return resultOf(service, same);
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
  const agent = draft.official?.contents.atCounter?.agent;
  const contents: ApplicationContents = {
    answers,
    origins: checked.origins,
    evidence: draft.official?.contents.evidence ?? [],
    noRecord: draft.official?.contents.noRecord ?? [],
    ...(draft.official && { txId: draft.official.row.txId, receivedAt: draft.official.row.receivedAt }),
    channel: desk ? 'counter' : 'online',
    ...(desk && { atCounter: { ...desk.clerk, ...(agent && { agent }) } }),
  };
  const made = await commitApplication(
    county,
    draft,
    { service: service.service.id, repeatKey, contents, answers, now, ...desk },
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
  const today = dateInTaiwan(county.clock.now());
  const files = await answersWithFiles(county, draft, pruneAnswers(form, given, today));
  const asked = visibleFields(form, files.answers, today);
  const values = draft.official?.contents.values ?? {};
  const guessing = asked.some((field) => isGuess(field, values[field.id]));
  // Who submits has proved who they are: it is they who guess.
  const guess: readonly Spending[] = guessing
    ? [{ budget: 'compare', who: draft.official?.contents.person ?? '' }]
    : [];
  const checked: OfficialCheck = checkOfficial(asked, files.answers, claims, {
    values,
    officialRows: draft.official?.contents.officialRows ?? {},
    missing: await missingOf(county, service, draft),
  });
  const answers = pruneAnswers(form, checked.answers, today);
  const validate = await validatorOf(county, service.service.id, draft.row.formVersion);
  const valid = validate(answers);
  const invalid = valid ? [] : answerErrors(form, validate.errors ?? []);
  // What cannot be the value at all is no try: it is told so, whether or not it looks like the record.
  const shapeless = new Set(invalid.map(({ field }) => field));
  const errors = checked.errors.filter(({ keyword, field }) => keyword !== 'compare' || !shapeless.has(field));
  await county.limiter.judge(guess, !errors.some(({ keyword }) => keyword === 'compare'));

  const end = endOf(form, answers);
  if (end) throw new HttpError(422, 'application-ends', joined(end));
  if (!valid && !invalid.length) throw countyError('body-unreadable');
  const named = new Set([...files.errors, ...errors].map(({ field }) => field));
  const open = invalid.filter(({ field }) => !named.has(field) && !isSettled(form, field, checked.origins[field]));
  refuseIfAny(form, [...files.errors, ...errors, ...open]);
  return { answers, fileIds: files.ids, checked };
}

const joined = ({ title, text }: End): Text => ({
  'zh-Hant': `${title['zh-Hant']}${text['zh-Hant']}`,
  en: `${title.en} ${text.en}`,
});

/** A value that the resident types and the server compares: it could be tried out. */
const isGuess = (field: Field, entry: OfficialEntry | undefined): boolean =>
  entry?.policy === 'compare' ||
  (entry !== undefined && field.type === 'group' && field.fields.some(({ fill }) => fill?.policy === 'compare'));

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

const resultOf = ({ service }: CountyService, { number, submittedAt }: ApplicationRow): SubmitResult => ({
  applicationNo: number,
  submittedAt,
  processingDays: service.processingDays,
});
