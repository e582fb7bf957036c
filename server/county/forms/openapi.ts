/** The form builder's interface; its shapes are those of `schemas/wire/builder-api.ts`. */

import { Type } from 'typebox';
import { VersionDiff } from '#schemas/publish/diff.ts';
import { CheckResult } from '#schemas/publish/task.ts';
import { opaque } from '#schemas/shapes/shape.ts';
import {
  Approval,
  BuilderStaff,
  CheckDocument,
  DraftConflict,
  DraftOfForm,
  FileRead,
  FormList,
  GiveBack,
  ImportRefusal,
  KeptContent,
  KeptList,
  ListOpen,
  MapRequest,
  MappedSample,
  NewForm,
  NoticeList,
  OfRevision,
  Publish,
  ReadNotices,
  Residents,
  Review,
  SaveDocument,
  SavedDocument,
  Schedule,
  Send,
  SetSchedule,
  ValidatorRequest,
  ValidatorUrl,
  VersionDetail,
  VersionList,
  VersionSummary,
} from '#schemas/wire/builder-api.ts';
import { ApiError } from '#schemas/wire/county-api.ts';
import { body, error, nothing, ok, ourPage, pathParameter, query, text, type Json } from '../openapi/parts.ts';

/** The form as one file, as `form-file-1.json` says. */
const FormFile = opaque('FormFile');
const Catalogue = Type.Array(opaque('PaletteDataset'));
const form = pathParameter('form', 'Id of the form, which is its service’s.');
const version = pathParameter('version', 'Number of the version, or `draft` where two are compared.');
const base = '/api/builder';

interface Call {
  readonly id: string;
  readonly summary: string;
  readonly parameters?: readonly Json[];
  readonly status?: 200 | 201 | 204;
  readonly errors?: Json;
  readonly sends?: object;
  /** Absent: nothing, or a module. */
  readonly answers?: object;
}

const refused: Json = {
  401: error('Nobody is signed in.'),
  403: error('The account’s roles in the form’s office do not allow it.'),
};

const script = { 'text/javascript': { schema: text } };

const call = (
  { id, summary, parameters = [], status = 200, errors, sends, answers }: Call,
  changes: boolean,
): Json => ({
  operationId: id,
  tags: ['builder'],
  summary,
  parameters: [...parameters, ...(changes ? [ourPage] : [])],
  ...(sends && { requestBody: body(sends) }),
  responses: {
    [status]:
      status === 204
        ? nothing('Done.')
        : answers
          ? ok('Done.', answers)
          : { description: 'The module.', content: script },
    ...(sends && { 400: error('`body-unreadable`: what was sent has not the shape; `fields` names the member.') }),
    ...refused,
    ...errors,
  },
});

const get = (one: Call): Json => call(one, false);
const send = (one: Call): Json => call(one, true);

const unknown: Json = { 404: error('No such form or version, or one of an office where the account has no role.') };
const stale: Json = {
  409: ok(
    'Another designer was faster; with `conflict`. Both works are kept. Or the form stands elsewhere.',
    Type.Union([DraftConflict, ApiError]),
  ),
};
const shape: Json = { 422: ok('No such document; with `problems`.', ImportRefusal) };

export const builderPaths: Json = {
  [`${base}/me`]: {
    get: get({
      id: 'builderStaff',
      answers: BuilderStaff,
      summary: 'Who is signed in, with which roles in which offices',
    }),
  },
  [`${base}/catalogue`]: {
    get: get({ id: 'builderCatalogue', answers: Catalogue, summary: 'Datasets and their fields, with an ETag' }),
  },
  [`${base}/forms`]: {
    get: get({ id: 'listForms', answers: FormList, summary: 'Forms with live version, draft and opening times' }),
    post: send({
      id: 'newForm',
      sends: NewForm,
      answers: DraftOfForm,
      summary: 'A new form in an office of theirs: empty, a copy, or from a document',
      status: 201,
      errors: { ...unknown, 409: error('The id is taken.'), ...shape },
    }),
  },
  [`${base}/forms/{form}/draft`]: {
    get: get({
      id: 'getForm',
      answers: DraftOfForm,
      summary: 'The draft, or the live version',
      parameters: [form],
      errors: unknown,
    }),
    put: send({
      id: 'saveForm',
      sends: SaveDocument,
      answers: SavedDocument,
      summary:
        'Saves document and history; with `keeps` what stood there is kept aside, `restores` says what was brought back',
      parameters: [form],
      errors: { ...unknown, ...stale, ...shape },
    }),
    delete: send({
      id: 'discardForm',
      sends: OfRevision,
      summary: 'Back to the live version; the draft is kept aside',
      parameters: [form],
      status: 204,
      errors: { ...unknown, ...stale },
    }),
  },
  [`${base}/forms/{form}/kept`]: {
    get: get({
      id: 'keptForms',
      answers: KeptList,
      summary: 'What lost a conflict, was discarded or replaced; who, when, why; and how much is kept',
      parameters: [form],
    }),
  },
  [`${base}/forms/{form}/kept/{kept}`]: {
    get: get({
      id: 'keptForm',
      answers: KeptContent,
      summary: 'One of them',
      parameters: [form, pathParameter('kept', 'Its id.')],
      errors: unknown,
    }),
  },
  [`${base}/forms/{form}/check`]: {
    post: send({
      id: 'checkForm',
      answers: CheckResult,
      summary: 'The list before publication',
      parameters: [form],
      errors: unknown,
    }),
  },
  [`${base}/check`]: {
    post: send({
      id: 'checkDocument',
      sends: CheckDocument,
      answers: CheckResult,
      summary: 'The same of a document in hand',
      errors: shape,
    }),
  },
  [`${base}/residents`]: {
    get: get({
      id: 'builderResidents',
      answers: Residents,
      summary: 'Invented residents to look through',
      errors: { 404: error('Not the test environment.') },
    }),
  },
  [`${base}/mapped`]: {
    post: send({
      id: 'mappedSample',
      sends: MapRequest,
      answers: MappedSample,
      summary: 'What a resident’s data would fill, step by step',
      errors: { 404: error('No such resident, or not the test environment.'), ...shape },
    }),
  },
  [`${base}/validator`]: {
    post: send({
      id: 'draftValidator',
      sends: ValidatorRequest,
      answers: ValidatorUrl,
      summary: 'Compiles the validator of a form in hand',
      errors: shape,
    }),
  },
  [`${base}/validators/{name}`]: {
    get: get({
      id: 'draftValidatorModule',
      summary: 'A compiled validator, an ES module',
      parameters: [pathParameter('name', 'SHA-256 of its text and `.js`.')],
      errors: { 404: error('Compiled too long ago, or never.') },
    }),
  },
  [`${base}/forms/{form}/sent`]: {
    post: send({
      id: 'sendForm',
      sends: Send,
      answers: Approval,
      summary: 'A revision is ready to be looked at 送核',
      parameters: [form],
      errors: { ...unknown, ...stale, 422: ok('The list blocks; with `tasks`.', ListOpen) },
    }),
    delete: send({
      id: 'withdrawForm',
      sends: OfRevision,
      summary: 'Takes it back: a draft again',
      parameters: [form],
      status: 204,
      errors: { ...unknown, ...stale },
    }),
  },
  [`${base}/forms/{form}/review`]: {
    get: get({
      id: 'reviewForm',
      answers: Review,
      summary: 'Old and new, and each change in plain words, with those that may skip approval',
      parameters: [form],
      errors: unknown,
    }),
  },
  [`${base}/approvals`]: {
    get: get({ id: 'waitingApprovals', answers: FormList, summary: 'Forms that wait for this approver' }),
  },
  [`${base}/publications`]: {
    get: get({ id: 'waitingPublications', answers: FormList, summary: 'Forms that wait to be published' }),
  },
  [`${base}/notices`]: {
    get: get({ id: 'builderNotices', answers: NoticeList, summary: 'Whose turn it is: notices to this person' }),
  },
  [`${base}/notices/read`]: {
    post: send({ id: 'readNotices', sends: ReadNotices, summary: 'Marks notices as read', status: 204 }),
  },
  [`${base}/forms/{form}/approval`]: {
    post: send({
      id: 'approveForm',
      sends: Send,
      answers: Approval,
      summary: 'The second pair of eyes says yes',
      parameters: [form],
      errors: { ...unknown, ...stale },
    }),
    delete: send({
      id: 'giveFormBack',
      sends: GiveBack,
      summary: 'Back to the designers, with a reason',
      parameters: [form],
      status: 204,
      errors: { ...unknown, ...stale },
    }),
  },
  [`${base}/forms/{form}/publish`]: {
    post: send({
      id: 'publishForm',
      sends: Publish,
      answers: VersionSummary,
      summary: 'Publishes the draft as the next version',
      parameters: [form],
      status: 201,
      errors: { ...unknown, ...stale, 422: ok('The list blocks; with `tasks`.', ListOpen) },
    }),
  },
  [`${base}/forms/{form}/schedule`]: {
    put: send({
      id: 'scheduleForm',
      sends: SetSchedule,
      answers: Schedule,
      summary: 'When it opens and closes',
      parameters: [form],
      errors: unknown,
    }),
  },
  [`${base}/forms/{form}/versions`]: {
    get: get({
      id: 'formVersions',
      answers: VersionList,
      summary: 'Newest first',
      parameters: [form],
      errors: unknown,
    }),
  },
  [`${base}/forms/{form}/versions/{version}`]: {
    get: get({
      id: 'formVersion',
      answers: VersionDetail,
      summary: 'One with its document',
      parameters: [form, version],
      errors: unknown,
    }),
  },
  [`${base}/forms/{form}/versions/{version}/diff/{other}`]: {
    get: get({
      id: 'compareVersions',
      answers: VersionDiff,
      summary: 'What is different, in words and as JSON',
      parameters: [form, version, pathParameter('other', 'Number of the version, or `draft`.')],
      errors: unknown,
    }),
  },
  [`${base}/forms/{form}/versions/{version}/restore`]: {
    post: send({
      id: 'restoreVersion',
      sends: OfRevision,
      answers: DraftOfForm,
      summary: 'An old version becomes the draft',
      parameters: [form, version],
      errors: { ...unknown, ...stale },
    }),
  },
  [`${base}/forms/{form}/export`]: {
    get: get({
      id: 'exportForm',
      answers: FormFile,
      summary: 'The form as one file',
      parameters: [form, query('version', 'Absent: the draft.', false)],
      errors: unknown,
    }),
  },
  [`${base}/import`]: {
    post: send({
      id: 'importForm',
      sends: FormFile,
      answers: FileRead,
      summary: 'Reads a form file',
      errors: { 422: ok('No form file; with `problems`, each with line, column and reason.', ImportRefusal) },
    }),
  },
};
