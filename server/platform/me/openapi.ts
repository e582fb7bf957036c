/** The resident's own area: pages and forms for the signed-in person, and the files that they take along. */
import {
  answers,
  anyObject,
  flag,
  form,
  inPath,
  inQuery,
  json,
  list,
  object,
  page,
  text,
  type Json,
} from '../openapi/parts.ts';

const download = inPath('id', 'Download');
const record = inPath('txId', 'Transaction');
const signedIn = { 303: 'nobody is signed in: to the door, and back afterwards' };
const own = { 404: 'none, or another resident’s' };
const csrf = 'Token of the page';
const tags = ['resident'];

const get = (operationId: string, summary: string, responses: Json, parameters: readonly Json[] = []): Json => ({
  operationId,
  summary,
  tags,
  ...(parameters.length ? { parameters } : {}),
  responses,
});

const post = (
  operationId: string,
  summary: string,
  fields: { readonly [name: string]: string },
  codes: { readonly [status: string]: string },
  parameters: readonly Json[] = [],
): Json => ({
  operationId,
  summary,
  tags,
  ...(parameters.length ? { parameters } : {}),
  requestBody: form({ csrf, ...fields }, ['csrf']),
  responses: answers({ 303: 'to a page', 403: 'the token is not this session’s, or another site sent it', ...codes }),
});

const shown = (codes: { readonly [status: string]: string } = {}): Json =>
  answers({ 200: 'page', ...signedIn, ...codes }, { 200: page });

const filters = [
  inQuery('days', '7, 30 or 90: of the last days', false),
  inQuery('from', 'yyyy-MM-dd, Taiwan’s day, inclusive', false),
  inQuery('to', 'yyyy-MM-dd, inclusive', false),
  inQuery('service', 'client_id, or SELF for own downloads', false),
  inQuery('dataset', 'resource_id', false),
  inQuery('outcome', 'delivered, open, refused or not-delivered', false),
];

const usageRecord = object(
  {
    transaction: text,
    startedAt: text,
    endedAt: text,
    service: object({ id: text, name: text, organisation: text }, ['id', 'name']),
    purpose: text,
    datasets: list(object({ id: text, name: text, agency: text })),
    identityMethod: text,
    outcome: object({ kind: text, text }),
    consent: object({ given: flag, at: text, words: text, wordsSha256: text, withdrawnAt: text }, [
      'given',
      'at',
      'words',
      'wordsSha256',
    ]),
    events: list(
      object({ at: text, number: { type: 'integer' }, text, by: text, ok: flag, dataset: text }, [
        'at',
        'number',
        'text',
        'by',
        'ok',
      ]),
    ),
  },
  ['transaction', 'startedAt', 'service', 'purpose', 'datasets', 'outcome', 'events'],
);

/** `/me…`: pages and forms of a resident's own area, the exports of usage records, and a download's progress. */
export const mePaths = (): Json => ({
  '/me': { get: get('me', 'What waits to be saved, and the latest uses', shown()) },
  '/me/sign-in': {
    get: get(
      'meDoor',
      'Prove identity, or prove more for what asks more',
      answers(
        { 200: 'page', 303: 'signed in well enough', 429: 'too many wrong tries; Retry-After in seconds' },
        { 200: page },
      ),
      [
        inQuery('method', 'citizen-certificate, tw-fido, nhi-card or two-document', false),
        inQuery('next', 'page of the own area to go on with', false),
      ],
    ),
    post: post(
      'meSignIn',
      'Sign in',
      {
        method: 'Way of proving',
        next: 'Page to go on with',
        nationalId: 'National id',
        birthdayYear: 'ROC, or A.D. in four digits',
        birthdayMonth: 'Month',
        birthdayDay: 'Day',
        birthday: 'In their place: the whole day in any style, such as 0690101',
        challenge: 'As the page gave it',
        certificate: 'Citizen certificate',
        signature: 'Of the challenge',
        credential: 'Of the passkey',
        nhiNumber: 'NHI card',
        nhiPassword: 'NHI card',
        householdNumber: 'Two documents',
      },
      {
        400: 'this way is not offered',
        422: 'the proof does not hold',
        429: 'too many wrong tries; Retry-After in seconds',
      },
    ),
  },
  '/me/sign-out': { post: post('meSignOut', 'End the session', {}, {}) },
  '/me/stay': { post: post('meStay', '“I am still here”', {}, { 204: 'counted as activity' }) },
  '/me/passkey': {
    get: get('mePasskey', 'Bind this device', shown()),
    post: post(
      'meBindPasskey',
      'Keep its passkey',
      { challenge: 'As the page gave it', credential: 'RegistrationResponseJSON' },
      { 422: 'it does not hold' },
    ),
  },
  '/me/records': {
    get: get('meRecords', 'Usage records, ten a page, newest first', shown(), [
      ...filters,
      inQuery('page', 'from 1', false),
    ]),
  },
  '/me/records.json': {
    get: get(
      'meRecordsJson',
      'The same records whole, with events and the words of consents',
      answers({ 200: 'file', ...signedIn }, { 200: json(object({ exportedAt: text, records: list(usageRecord) })) }),
      filters,
    ),
  },
  '/me/records.csv': {
    get: get(
      'meRecordsCsv',
      'The same for a spreadsheet, one line each',
      answers({ 200: 'file', ...signedIn }, { 200: { 'text/csv': { schema: text } } }),
      filters,
    ),
  },
  '/me/records/{txId}': {
    get: get('meRecord', 'One use: all that happened, and the words agreed to', shown(own), [record]),
  },
  '/me/records/{txId}/receipt': {
    get: get(
      'meReceipt',
      'The signed receipt of the consent',
      answers({ 200: 'file', ...signedIn, ...own }, { 200: json(anyObject) }),
      [record],
    ),
  },
  '/me/records/{txId}/withdraw': {
    post: post('meWithdraw', 'Take back what has not been handed out yet', {}, own, [record]),
  },
  '/me/download': {
    get: get('meChoose', 'Choose datasets for a self-download', shown(), [inQuery('q', 'search', false)]),
    post: post(
      'meChosen',
      'Keep the choice; search, or go on',
      {
        dataset: 'resource_id, repeated',
        shown: 'the search that the form was made for',
        search: 'what to search for',
        action: 'search or next',
      },
      { 400: 'not a dataset', 422: 'nothing chosen' },
    ),
  },
  '/me/download/{id}': { get: get('meDownload', 'Where this download is', shown(own), [download]) },
  '/me/download/{id}/answers': {
    post: post('meAnswer', 'What datasets ask', {}, { 422: 'to be corrected', ...own }, [download]),
  },
  '/me/download/{id}/consent': {
    post: post(
      'meConsent',
      'Agree or refuse',
      { decision: 'agree or refuse', words: 'SHA-256 of the words shown' },
      { 503: 'the log cannot be written', ...own },
      [download],
    ),
  },
  '/me/download/{id}/events': {
    get: get(
      'meProgress',
      'Progress as server-sent events: `progress`, then `moved`',
      answers({ 200: 'events', 401: 'signed out', ...own }, { 200: { 'text/event-stream': { schema: text } } }),
      [download],
    ),
  },
  '/me/download/{id}/status': {
    get: get(
      'meStatus',
      'Its state, and until when it is kept',
      answers(
        { 200: 'state', 401: 'signed out', ...own },
        { 200: json(object({ state: text, keepUntil: text, now: text }, ['state', 'now'])) },
      ),
      [download],
    ),
  },
  '/me/download/{id}/preview': {
    get: get('mePreview', 'What it holds, for its owner’s eyes; not printable', shown(own), [download]),
  },
  '/me/download/{id}/save': {
    post: post('meSave', 'The archive, once', {}, { 200: 'application/zip', 410: 'gone', ...own }, [download]),
  },
  '/me/download/{id}/discard': { post: post('meDiscard', 'Delete it unsaved', {}, own, [download]) },
});
