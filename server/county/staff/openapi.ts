/** The staff's pages: offices 單位, people 人員, whose a service is, records 紀錄, applications 申辦案件. */
import { html, error, nothing, pathParameter, required, text, type Json } from '../openapi/parts.ts';

/** A page under `/staff` that answers 200 as HTML, or 303 to the sign-in. */
export const page = (operationId: string, summary: string, parameters: readonly Json[] = []): Json => ({
  operationId,
  tags: ['staff'],
  summary,
  ...(parameters.length && { parameters }),
  responses: { 200: { description: 'HTML', content: html }, 303: nothing('To sign in, or onward.') },
});

/**
 * A form of such a page: every one of `fields` required, `csrf` among them; 303 when it is done, 422 with the page
 * again.
 */
export const form = (operationId: string, summary: string, fields: Json, parameters: readonly Json[] = []): Json => ({
  ...page(operationId, summary, parameters),
  requestBody: { required: true, content: { 'application/x-www-form-urlencoded': { schema: required(fields) } } },
  responses: {
    303: nothing('Done.'),
    403: error('`csrf`, `staff-role`.'),
    422: { description: 'What is wrong, as a page.', content: html },
    429: { description: 'Too many tries; `Retry-After` in seconds.', content: html },
  },
});

const office = [pathParameter('office', 'Id of an office that the administrator administers; else 404.')];
const desk = [pathParameter('desk', 'Id of a desk of an office that the administrator administers; else 404.')];
const looks = ['staff', 'case'].map((name) => ({
  name,
  in: 'query',
  required: false,
  description: 'Looks of this person, or at this case, only.',
  schema: text,
}));
const person = [pathParameter('person', 'Id of an account that is theirs as a whole; else 404 or 403.')];
const service = [pathParameter('service', 'Id of a service of an office that they administer; else 404.')];
const versioned = [...service, pathParameter('version', 'Number of a version that waits for its registration.')];
const secret = [pathParameter('secret', 'Of a one-time link; 410 when it is used or over its time.')];
const csrf = text;

export const staffPages: Json = {
  '/staff/offices': {
    get: page('officesPage', 'Offices 單位 that the administrator administers'),
    post: form('addOffice', 'A new office below one of them', { csrf, parent: text, name: text }),
  },
  '/staff/offices/{office}': { get: page('officePage', 'One office with its people and services', office) },
  '/staff/offices/{office}/name': { post: form('renameOffice', 'Another name', { csrf, name: text }, office) },
  '/staff/offices/{office}/parent': {
    post: form(
      'moveOffice',
      'Below another office, with all that is in it; from above only',
      { csrf, parent: text },
      office,
    ),
  },
  '/staff/offices/{office}/close': {
    post: form('closeOffice', 'Close it, its roles with it; from above only', { csrf }, office),
  },
  '/staff/offices/{office}/roles': {
    post: form('giveRole', 'Give somebody a role in it', { csrf, login: text, role: text }, office),
  },
  '/staff/offices/{office}/roles/take': {
    post: form('takeRole', 'Take a role back', { csrf, staff: text, role: text }, office),
  },
  '/staff/desks': {
    get: page('desksPage', 'Desks 櫃檯 of the administrator’s offices, and who has them open'),
    post: form('enrolDesk', 'A new desk', { csrf, office: text, number: text, place: text }),
  },
  '/staff/desks/{desk}/place': { post: form('placeDesk', 'It stands elsewhere', { csrf, place: text }, desk) },
  '/staff/desks/{desk}/free': { post: form('freeDesk', 'Whoever has it open loses it', { csrf }, desk) },
  '/staff/desks/{desk}/close': { post: form('closeDesk', 'Nobody can open it any more', { csrf }, desk) },
  '/staff/registrations': { get: page('registrationsPage', 'Where each service stands with its registration 登錄') },
  '/staff/registrations/{service}': {
    get: page('registrationPage', 'One service: its state, the application to send, the answer to enter', service),
  },
  '/staff/registrations/{service}/decision': {
    post: form(
      'enterRegistration',
      'What the platform answered by letter about a version; the first time with `clientId`, `clientSecret`, `cbcIv`',
      { csrf, version: text, decision: text, words: text },
      service,
    ),
  },
  '/staff/registrations/{service}/{version}/application.odt': {
    get: page('applicationOdt', 'The application for a version that waits, to stamp: OpenDocument', versioned),
  },
  '/staff/registrations/{service}/{version}/application.pdf': {
    get: page('applicationPdf', 'The same as PDF', versioned),
  },
  '/staff/services': { get: page('serviceOwnersPage', 'To which office each service belongs') },
  '/staff/services/{service}/office': {
    post: form(
      'moveService',
      'To another office, with a reason that is recorded',
      { csrf, office: text, reason: text },
      service,
    ),
  },
  '/staff/people': { get: page('peoplePage', 'People 人員 with roles in these offices') },
  '/staff/people/invite': {
    post: {
      ...form('inviteStaff', 'A one-time link for a new account', { csrf, name: text, office: text, role: text }),
      responses: { 200: { description: 'The link, shown once.', content: html } },
    },
  },
  '/staff/people/{person}/renew': {
    post: {
      ...form('renewAccount', 'A one-time link for a new password and second factor', { csrf }, person),
      responses: { 200: { description: 'The link, shown once.', content: html } },
    },
  },
  '/staff/people/{person}/close': { post: form('closeAccount', 'Close an account', { csrf }, person) },
  '/staff/join/{secret}': {
    get: page('joinPage', 'Making one’s account behind a one-time link', secret),
    post: form(
      'join',
      'Make it, and be signed in',
      { login: text, password: text, repeated: text, code: text },
      secret,
    ),
  },
  '/staff/password': {
    get: page('passwordPage', 'Change one’s own password'),
    post: form(
      'changePassword',
      'Change it, with the one before and a code; all sessions of the account end but this browser’s',
      { csrf, current: text, password: text, repeated: text, code: text },
    ),
  },
  '/staff/looks': {
    get: page('looksPage', 'Who of the staff saw the data of which case 查閱紀錄; auditors, administrators', looks),
  },
  '/staff/records': {
    get: page('recordsPage', 'What the staff did and what was transferred 紀錄; auditors, administrators'),
  },
  '/staff/applications': { get: page('applicationsPage', 'Applications 申辦案件 of the case officer’s offices') },
};
