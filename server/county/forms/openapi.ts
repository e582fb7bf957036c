/** The form builder's interface; its shapes are those of `schemas/wire/builder-api.ts`. */
import { body, error, nothing, object, ok, ourPage, pathParameter, query, type Json } from '../openapi/parts.ts';

const form = pathParameter('form', 'Id of the form, which is its service’s.');
const version = pathParameter('version', 'Number of the version, or `draft` where two are compared.');
const base = '/api/builder';

interface Call {
  readonly id: string;
  readonly summary: string;
  readonly parameters?: readonly Json[];
  readonly status?: 200 | 201 | 204;
  readonly errors?: Json;
}

const refused: Json = {
  401: error('Nobody is signed in.'),
  403: error('The account’s roles in the form’s office do not allow it.'),
};

const call = ({ id, summary, parameters = [], status = 200, errors }: Call, changes: boolean): Json => ({
  operationId: id,
  tags: ['builder'],
  summary,
  parameters: [...parameters, ...(changes ? [ourPage] : [])],
  ...(changes && { requestBody: body(object) }),
  responses: { [status]: status === 204 ? nothing('Done.') : ok('See the shapes.', object), ...refused, ...errors },
});

const get = (one: Call): Json => call(one, false);
const send = (one: Call): Json => call(one, true);

const unknown: Json = { 404: error('No such form or version, or one of an office where the account has no role.') };
const stale: Json = { 409: error('Another designer was faster; with `conflict`. Both works are kept.') };
const shape: Json = { 422: error('No such document; with `problems`.') };

export const builderPaths: Json = {
  [`${base}/me`]: { get: get({ id: 'builderStaff', summary: 'Who is signed in, with which roles in which offices' }) },
  [`${base}/catalogue`]: {
    get: get({ id: 'builderCatalogue', summary: 'Datasets and their fields, with an ETag' }),
  },
  [`${base}/forms`]: {
    get: get({ id: 'listForms', summary: 'Forms with live version, draft and opening times' }),
    post: send({
      id: 'newForm',
      summary: 'A new form in an office of theirs: empty, a copy, or from a document',
      status: 201,
      errors: { ...unknown, 409: error('The id is taken.'), ...shape },
    }),
  },
  [`${base}/forms/{form}/draft`]: {
    get: get({ id: 'getForm', summary: 'The draft, or the live version', parameters: [form], errors: unknown }),
    put: send({
      id: 'saveForm',
      summary:
        'Saves document and history; with `keeps` what stood there is kept aside, `restores` says what was brought back',
      parameters: [form],
      errors: { ...unknown, ...stale, ...shape },
    }),
    delete: send({
      id: 'discardForm',
      summary: 'Back to the live version; the draft is kept aside',
      parameters: [form],
      status: 204,
      errors: { ...unknown, ...stale },
    }),
  },
  [`${base}/forms/{form}/kept`]: {
    get: get({
      id: 'keptForms',
      summary: 'What lost a conflict, was discarded or replaced; who, when, why; and how much is kept',
      parameters: [form],
    }),
  },
  [`${base}/forms/{form}/kept/{kept}`]: {
    get: get({
      id: 'keptForm',
      summary: 'One of them',
      parameters: [form, pathParameter('kept', 'Its id.')],
      errors: unknown,
    }),
  },
  [`${base}/forms/{form}/check`]: {
    post: send({ id: 'checkForm', summary: 'The list before publication', parameters: [form], errors: unknown }),
  },
  [`${base}/check`]: {
    post: send({ id: 'checkDocument', summary: 'The same of a document in hand', errors: shape }),
  },
  [`${base}/residents`]: {
    get: get({
      id: 'builderResidents',
      summary: 'Invented residents to look through',
      errors: { 404: error('Not the test environment.') },
    }),
  },
  [`${base}/mapped`]: {
    post: send({
      id: 'mappedSample',
      summary: 'What a resident’s data would fill, step by step',
      errors: { 404: error('No such resident, or not the test environment.'), ...shape },
    }),
  },
  [`${base}/validator`]: {
    post: send({ id: 'draftValidator', summary: 'Compiles the validator of a form in hand', errors: shape }),
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
      summary: 'A revision is ready to be looked at 送核',
      parameters: [form],
      errors: { ...unknown, ...stale, 422: error('The list blocks; with `tasks`.') },
    }),
    delete: send({
      id: 'withdrawForm',
      summary: 'Takes it back: a draft again',
      parameters: [form],
      status: 204,
      errors: { ...unknown, ...stale },
    }),
  },
  [`${base}/forms/{form}/review`]: {
    get: get({
      id: 'reviewForm',
      summary: 'Old and new, and each change in plain words, with those that may skip approval',
      parameters: [form],
      errors: unknown,
    }),
  },
  [`${base}/approvals`]: { get: get({ id: 'waitingApprovals', summary: 'Forms that wait for this approver' }) },
  [`${base}/publications`]: {
    get: get({ id: 'waitingPublications', summary: 'Forms that wait to be published' }),
  },
  [`${base}/notices`]: { get: get({ id: 'builderNotices', summary: 'Whose turn it is: notices to this person' }) },
  [`${base}/notices/read`]: {
    post: send({ id: 'readNotices', summary: 'Marks notices as read', status: 204 }),
  },
  [`${base}/forms/{form}/approval`]: {
    post: send({
      id: 'approveForm',
      summary: 'The second pair of eyes says yes',
      parameters: [form],
      errors: { ...unknown, ...stale },
    }),
    delete: send({
      id: 'giveFormBack',
      summary: 'Back to the designers, with a reason',
      parameters: [form],
      status: 204,
      errors: { ...unknown, ...stale },
    }),
  },
  [`${base}/forms/{form}/publish`]: {
    post: send({
      id: 'publishForm',
      summary: 'Publishes the draft as the next version',
      parameters: [form],
      status: 201,
      errors: { ...unknown, ...stale, 422: error('The list blocks; with `tasks`.') },
    }),
  },
  [`${base}/forms/{form}/schedule`]: {
    put: send({ id: 'scheduleForm', summary: 'When it opens and closes', parameters: [form], errors: unknown }),
  },
  [`${base}/forms/{form}/versions`]: {
    get: get({ id: 'formVersions', summary: 'Newest first', parameters: [form], errors: unknown }),
  },
  [`${base}/forms/{form}/versions/{version}`]: {
    get: get({ id: 'formVersion', summary: 'One with its document', parameters: [form, version], errors: unknown }),
  },
  [`${base}/forms/{form}/versions/{version}/diff/{other}`]: {
    get: get({
      id: 'compareVersions',
      summary: 'What is different, in words and as JSON',
      parameters: [form, version, pathParameter('other', 'Number of the version, or `draft`.')],
      errors: unknown,
    }),
  },
  [`${base}/forms/{form}/versions/{version}/restore`]: {
    post: send({
      id: 'restoreVersion',
      summary: 'An old version becomes the draft',
      parameters: [form, version],
      errors: { ...unknown, ...stale },
    }),
  },
  [`${base}/forms/{form}/export`]: {
    get: get({
      id: 'exportForm',
      summary: 'The form as one file',
      parameters: [form, query('version', 'Absent: the draft.', false)],
      errors: unknown,
    }),
  },
  [`${base}/import`]: {
    post: send({
      id: 'importForm',
      summary: 'Reads a form file',
      errors: { 422: error('No form file; with `problems`, each with line, column and reason.') },
    }),
  },
};
