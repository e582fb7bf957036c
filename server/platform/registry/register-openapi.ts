/** The register of organisations and services: joining, the portal of service providers, and the review. Pages and forms. */
import { answers, form, inPath, page, type Json } from '../openapi/parts.ts';

const tags = ['register'];
const csrf = 'Token of the page';
const service = inPath('id', 'Service');
const organisation = inPath('id', 'Organisation');
const entry = { 303: 'nobody is signed in: to the door, and back afterwards', 403: 'not this role' };

const get = (
  operationId: string,
  summary: string,
  codes: { readonly [status: string]: string } = {},
  parameters: readonly Json[] = [],
): Json => ({
  operationId,
  summary,
  tags,
  ...(parameters.length ? { parameters } : {}),
  responses: answers({ 200: 'page', ...entry, ...codes }, { 200: page }),
});

const post = (
  operationId: string,
  summary: string,
  fields: { readonly [name: string]: string },
  codes: { readonly [status: string]: string } = {},
  parameters: readonly Json[] = [],
): Json => ({
  operationId,
  summary,
  tags,
  ...(parameters.length ? { parameters } : {}),
  requestBody: form({ csrf, ...fields }, ['csrf']),
  responses: answers({
    303: 'done, to a page; or nobody is signed in',
    403: 'not this role, or the token is not this session’s',
    422: 'the page again with what was typed, and what is wrong',
    ...codes,
  }),
});

const joining = {
  name: 'Full name',
  kind: 'executive-yuan, other-yuan, local-government, university or supervised',
  forwardedBy: 'Agency that agreed and forwarded (university, supervised)',
  forwardedNo: 'Number of its document',
  contactUnit: 'Office',
  contactPhone: 'Its telephone',
  contactEmail: 'Its address, where the decision goes',
};

const definition = {
  do: 'submit; more, fields.N and remove.N only change the form',
  name: 'As the resident reads it',
  kind: 'application or look-up (refused)',
  modes: 'online, counter; may come twice',
  applicant: 'self or agent',
  agentBasis: 'Law by which another may act',
  centralService: 'none or exists',
  purpose: 'In words',
  purposeCodes: '001 to 182',
  dataClasses: 'C001 …',
  legalBasis: 'Law and article',
  extraDatasetsBasis: 'For more than five datasets',
  specialBasis: 'For special categories (個資法第 6 條)',
  specialConsent: 'yes',
  'datasets.N.id': 'resource_id, N from 0',
  'datasets.N.shown': 'The same, when its fields are ticked',
  'datasets.N.fields': 'Normal path, `$.person_name`; may come often',
  'datasets.N.document': 'Paper proof that it replaces',
  'datasets.N.rule': 'Rule that demands it',
  'datasets.N.demanded': 'demanded or not-demanded',
  'datasets.N.lookUp': 'no, in-part or yes',
  'datasets.N.lookUpNote': 'Why looking up is not enough',
  terms: 'Terms of service',
  choices: 'From the form: JSON of choices among the datasets, and of the counter’s page',
  retentionDays: 'Whole number',
  contactUnit: 'Office',
  contactPhone: 'Its telephone',
  contactEmail: 'Its address',
  returnUrl: 'https',
  spApiUrl: 'https',
  addresses: 'Network addresses that may fetch data',
  jwe: 'How packages are sealed: A256KW (usual) or A256GCMKW',
};

const notThere = { 404: 'none, or another organisation’s' };
const notNow = { ...notThere, 409: 'not in this phase' };

const step = (
  path: string,
  operationId: string,
  summary: string,
  fields: { readonly [name: string]: string } = {},
  codes: { readonly [status: string]: string } = {},
): Json => ({
  [`/portal/services/{id}/${path}`]: { post: post(operationId, summary, fields, { ...notThere, ...codes }, [service]) },
});

/** `/join`, the portal `/portal…`, and on the console the review of organisations and services. */
export const registerPaths = (): Json => ({
  '/join': {
    get: {
      operationId: 'joinPage',
      summary: 'Form for organisations (附件一 三, 四)',
      tags,
      responses: answers({ 200: 'page' }, { 200: page }),
    },
    post: {
      operationId: 'join',
      summary: 'An organisation applies',
      tags,
      requestBody: form(joining, ['name', 'kind']),
      responses: answers({ 201: 'received', 422: 'refused, with the clause', 429: 'too many of one address' }),
    },
  },
  '/portal': { get: get('portal', 'The services of one’s organisation') },
  '/portal/import': {
    get: get('importPage', 'Form for a published form'),
    post: {
      operationId: 'importForm',
      summary: 'The builder’s file, or service.json and form.json, become an application that is not sent yet',
      tags,
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: {
              type: 'object',
              properties: {
                csrf: { type: 'string' },
                serviceFile: { type: 'string', format: 'binary' },
                formFile: { type: 'string', format: 'binary' },
              },
              required: ['csrf', 'serviceFile'],
            },
          },
        },
      },
      responses: answers({
        200: 'the form, filled',
        403: 'not this role',
        422: 'each mistake with file, line and field',
      }),
    },
  },
  '/portal/services/new': {
    get: get('newService', 'Form of the first application'),
    post: post(
      'applyForService',
      'First application; the answer shows the keys, once',
      { id: 'From the form', ...definition },
      { 200: 'client_id, client_secret and cbc_iv', 400: 'the form is out of date' },
    ),
  },
  '/portal/services/{id}': { get: get('ownService', 'Where it stands, and what may be done', notThere, [service]) },
  '/portal/services/{id}/change': {
    get: get('changePage', 'The form as it stands', notNow, [service]),
    post: post(
      'changeService',
      'A new version; of a live service with its day, 30 days ahead',
      { ...definition, effectiveDay: 'yyyy-MM-dd' },
      notNow,
      [service],
    ),
  },
  '/portal/services/{id}/request-live': {
    get: get('requestLivePage', 'Form of the second application', notNow, [service]),
    post: post('requestLive', 'Second application', definition, notNow, [service]),
  },
  ...step('start-trial', 'startTrial', 'From test to trial'),
  ...step('withdraw-live', 'withdrawLive', 'Take the second application back'),
  ...step('testers', 'setTesters', 'Who may use it in trial', { testers: 'National ids' }),
  ...step('announce', 'announce', 'Pause or end, 30 days ahead', {
    what: 'pause or end',
    day: 'yyyy-MM-dd',
    reason: 'Why',
  }),
  ...step('withdraw-announcement', 'withdrawAnnouncement', 'Take an announcement back'),
  ...step('suspend', 'suspendOwn', 'Emergency: at once', { stopReason: 'Why' }),
  ...step('restore', 'restoreOwn', 'After one’s own suspension', { stopReason: 'Why' }),
  ...step('prepare-key', 'prepareKey', 'New secrets beside the old; shown once', {}, { 200: 'the new secrets' }),
  ...step('switch-key', 'switchKey', 'Use the new secrets; the old are accepted 7 days more'),
  ...step('drop-key', 'dropKey', 'Secrets that are not in use', { key: 'Which' }),
  '/operator/organisations': { get: get('organisations', 'Organisations, those that wait first') },
  '/operator/organisations/{id}': { get: get('organisation', 'One of them', { 404: 'none' }, [organisation]) },
  '/operator/organisations/{id}/decide': {
    post: post(
      'decideOrganisation',
      'Approve, return or refuse; approved, its people get a one-time link',
      { decision: 'approve, return or refuse', reason: 'Why' },
      { 200: 'the link, once', 404: 'none' },
      [organisation],
    ),
  },
  '/operator/services': { get: get('serviceQueue', 'Services, those that wait first') },
  '/operator/services/{id}': { get: get('serviceReview', 'Findings, questions, record', { 404: 'none' }, [service]) },
  '/operator/services/{id}/decide': {
    post: post(
      'decideService',
      'Answer the questions and decide',
      { decision: 'approve, return or refuse', reason: 'Why', 'answer.RULE:FIELD': 'To each question, when approving' },
      { 404: 'none' },
      [service],
    ),
  },
  '/operator/services/{id}/stop': {
    post: post(
      'stopService',
      'Suspend at once, or restore (operator)',
      { verb: 'suspend or restore', stopReason: 'Why' },
      { 404: 'none' },
      [service],
    ),
  },
});
