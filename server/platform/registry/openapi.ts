/** The registry, as an organisation's own system speaks to it; its accounts. */
import askedSchema from '#schemas/services/asked.schema.json' with { type: 'json' };
import { submissionSchema } from './submission.ts';
import {
  answers,
  form,
  inHeader,
  inPath,
  json,
  jsonBody,
  list,
  object,
  page,
  text,
  type Json,
} from '../openapi/parts.ts';

const tags = ['registry'];
const service = inPath('service', 'The organisation’s own name of it: `^[a-z][a-z0-9]*(-[a-z0-9]+)*$`, at most 60');
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const failed = json(ref('RegistryError'));

const entry = {
  401: 'registry-account: no such account, a wrong password, or revoked; with WWW-Authenticate',
  403: 'organisation-not-joined',
  429: 'too-many-tries (20 wrong passwords of one address in 15 minutes) or too-many-submissions; Retry-After in seconds',
};

/** Every answer with its body. */
const told = (codes: { readonly [status: string]: string }, good: Json): Json =>
  answers(
    codes,
    Object.fromEntries(Object.keys(codes).map((status) => [status, status.startsWith('2') ? good : failed])),
  );

const missing = { 404: 'service-unknown: none of this organisation’s' };

/** `/registry/…`, JSON under HTTP Basic; the bodies are in `registrySchemas`. */
export const registryPaths = (): Json => ({
  '/registry/services': {
    get: {
      operationId: 'registrations',
      summary: 'The organisation’s registrations, without keys; to be asked as often as one likes with If-None-Match',
      tags,
      parameters: [inHeader('if-none-match', 'The ETag of the answer before', false)],
      responses: {
        ...told({ 200: 'the list, with its ETag', ...entry }, json(object({ services: list(ref('Registration')) }))),
        304: { description: 'nothing has changed since' },
      },
    },
  },
  '/registry/services/{service}': {
    get: {
      operationId: 'registration',
      summary: 'One registration; with its keys until they were received',
      tags,
      parameters: [service],
      responses: told({ 200: 'it', ...entry, ...missing }, json(ref('Registration'))),
    },
    put: {
      operationId: 'register',
      summary: 'Register what a service asks, or that it asks something else',
      description:
        'One content has one effect: sent again it changes nothing. The same or less runs at once. More waits for the platform’s people (`in-review`); what a rule refuses comes back with its findings (`returned`). The newest takes the place of one that waits; sending what runs takes it back. A live service’s change is announced for the first day that is 30 days ahead (附件一 四-(二)).',
      tags,
      parameters: [service],
      requestBody: jsonBody(ref('Submission')),
      responses: told(
        {
          200: 'known',
          201: 'new, with its keys',
          ...entry,
          ...missing,
          400: 'submission-unreadable: not JSON',
          409: 'service-refused, service-busy (an end or a pause is announced), service-changed (try again)',
          413: 'too-large: more than 256 KB',
          415: 'submission-type: not application/json',
          422: 'submission-invalid, with `fields`',
        },
        json(ref('Registration')),
      ),
    },
  },
  '/registry/services/{service}/keys/received': {
    post: {
      operationId: 'keysReceived',
      summary: 'The organisation’s system has stored the keys: nobody gets them any more. Said again, it is the same',
      tags,
      parameters: [service],
      responses: told({ 200: 'the registration, without keys', ...entry, ...missing }, json(ref('Registration'))),
    },
  },
});

const staffEntry = { 303: 'nobody is signed in, or done', 403: 'not this role, or the token is not this session’s' };
const account = inPath('account', 'Registry account');
const organisation = inPath('id', 'Organisation');
const csrf = form({ csrf: 'Token of the page' });

const act = (
  operationId: string,
  summary: string,
  parameters: readonly Json[],
  more: Record<string, string>,
): Json => ({
  post: {
    operationId,
    summary,
    tags: ['register'],
    ...(parameters.length ? { parameters } : {}),
    requestBody: csrf,
    responses: answers({ ...staffEntry, ...more }, more['200'] ? { 200: page } : {}),
  },
});

const once = { 200: 'the account and its password, once' };
const none = { 404: 'none, or another organisation’s' };

/**
 * Pages and forms with which registry accounts 登錄帳號 are made, renewed and revoked, at the portal and on the console.
 */
export const registryAccountPaths = (): Json => ({
  '/portal/registry': {
    get: {
      operationId: 'ownRegistryAccounts',
      summary: 'The organisation’s registry accounts',
      tags: ['register'],
      responses: answers({ 200: 'page', ...staffEntry }, { 200: page }),
    },
  },
  '/portal/registry/accounts': act('makeRegistryAccount', 'Make one', [], { ...once, 422: 'there are five already' }),
  '/portal/registry/accounts/{account}/renew': act(
    'renewRegistryAccount',
    'Another password, good at once',
    [account],
    {
      ...once,
      ...none,
      422: 'it was revoked meanwhile',
    },
  ),
  '/portal/registry/accounts/{account}/revoke': act('revokeRegistryAccount', 'Good no more, at once', [account], {
    ...none,
    422: 'it was revoked meanwhile',
  }),
  '/operator/organisations/{id}/registry-accounts': act(
    'makeRegistryAccountFor',
    'Make one (operator)',
    [organisation],
    {
      ...once,
      ...none,
    },
  ),
  '/operator/organisations/{id}/registry-accounts/{account}/renew': act(
    'renewRegistryAccountOf',
    'Another password (operator)',
    [organisation, account],
    { ...once, ...none },
  ),
  '/operator/organisations/{id}/registry-accounts/{account}/revoke': act(
    'revokeRegistryAccountOf',
    'Good no more (operator)',
    [organisation, account],
    none,
  ),
});

const { $id: _id, $schema: _schema, title: _title, $defs, ...asked } = askedSchema;
/** The same schemas that submissions are checked with, their references turned into this document's. */
const here = (schema: unknown): Json =>
  JSON.parse(
    JSON.stringify(schema)
      .replaceAll('"#/$defs/', '"#/components/schemas/Asked/$defs/')
      .replaceAll(`"${askedSchema.$id}"`, '"#/components/schemas/Asked"'),
  ) as Json;

const { $id: _submission, ...submission } = submissionSchema;
const time: Json = { type: 'string', format: 'date-time' };
const findings = list(ref('RegistryFinding'));

export const registrySchemas: Json = {
  Asked: here({ ...asked, $defs }),
  Submission: here(submission),
  RegistryFinding: object({
    rule: text,
    verdict: { enum: ['refused', 'question'] },
    clause: text,
    field: text,
    text,
  }),
  Registration: object(
    {
      service: text,
      clientId: text,
      state: { enum: ['registered', 'in-review', 'returned', 'refused', 'suspended', 'ended'] },
      phase: { enum: ['test', 'trial', 'live', 'closed', 'ended'] },
      covers: ref('Asked'),
      noted: findings,
      pending: object({ asked: ref('Asked'), submittedAt: time, findings, effectiveAt: time }, [
        'asked',
        'submittedAt',
        'findings',
      ]),
      decision: object({
        at: time,
        what: { enum: ['approved', 'returned', 'refused', 'suspended', 'ended'] },
        reason: text,
      }),
      keys: object({ clientSecret: text, cbcIv: text }),
    },
    ['service', 'clientId', 'state', 'phase', 'noted'],
  ),
  RegistryError: object({
    error: object(
      {
        code: text,
        message: object({ 'zh-Hant': text, en: text }),
        fields: list(object({ path: text, message: object({ 'zh-Hant': text, en: text }) })),
      },
      ['code', 'message'],
    ),
  }),
};
