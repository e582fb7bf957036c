/** The OpenAPI 3.1 description of the platform's app. A test holds it against the routes. */
import type { PlatformConfig } from './platform.ts';

type Json = { readonly [key: string]: unknown };

const answers = (codes: { readonly [status: string]: string }, content?: { readonly [status: string]: Json }): Json =>
  Object.fromEntries(
    Object.entries(codes).map(([status, description]) => [
      status,
      content?.[status] ? { description, content: content[status] } : { description },
    ]),
  );

const inPath = (name: string, description: string): Json => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});
const inQuery = (name: string, description: string, required = true): Json => ({
  name,
  in: 'query',
  required,
  description,
  schema: { type: 'string' },
});
const inHeader = (name: string, description: string, required = true): Json => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
});

const json = (schema: Json): Json => ({ 'application/json': { schema } });
const page: Json = { 'text/html': { schema: { type: 'string' } } };
const object = (
  properties: { readonly [name: string]: Json },
  required: readonly string[] = Object.keys(properties),
): Json => ({ type: 'object', properties, required });
const text: Json = { type: 'string' };
const number: Json = { type: 'integer' };
const flag: Json = { type: 'boolean' };
const list = (items: Json): Json => ({ type: 'array', items });

const form = (
  fields: { readonly [name: string]: string },
  required: readonly string[] = Object.keys(fields),
): Json => ({
  required: true,
  content: {
    'application/x-www-form-urlencoded': {
      schema: object(
        Object.fromEntries(
          Object.entries(fields).map(([name, description]) => [name, { type: 'string', description }]),
        ),
        required,
      ),
    },
  },
});
const jsonBody = (schema: Json): Json => ({ required: true, content: json(schema) });

const journeyId = inPath('id', 'journey; only the browser that began it may see it (cookie)');
const csrf = 'from the page';
const afterPost = {
  303: 'to the next screen, or back to the service provider when the journey is over',
  403: 'forged or outdated form',
  404: 'no such journey in this browser',
};

function journeyPost(
  operationId: string,
  summary: string,
  fields: { readonly [name: string]: string },
  more: { readonly [status: string]: string } = {},
  required?: readonly string[],
): Json {
  return {
    post: {
      operationId,
      summary,
      tags: ['journey'],
      parameters: [journeyId],
      requestBody: form({ csrf, ...fields }, required && ['csrf', ...required]),
      responses: answers({ ...afterPost, ...more }),
    },
  };
}

const person = { nationalId: 'national id', birthday: 'seven digits, ROC year first' };
const card = {
  challenge: 'as the page gave it',
  certificate: 'PEM, or Base64 of DER',
  signature: 'Base64 of RSA-SHA256 over the text of the challenge',
};

const interfacePaths = (): Json => ({
  '/service/{client_id}/{resources}/{tx_id}': {
    get: {
      operationId: 'arrive',
      summary: 'The browser arrives from a service provider (model 1)',
      description:
        'Refusals go back to the registered return address with `code`; where that address is not the one given, the status says it.',
      tags: ['interface'],
      parameters: [
        inPath('client_id', '`CLI.` and ten characters'),
        inPath('resources', 'Base64 of the resource ids joined by `:`'),
        inPath('tx_id', 'UUID, never used before'),
        inQuery('returnUrl', 'the registered address; its own query is kept'),
        inQuery('pid', 'Base64(AES-256-CBC(national id))'),
      ],
      responses: answers({
        302: 'to the first screen, or back with `code` 400, 401, 403, 423',
        400: 'returnUrl missing, or what was sent is unreadable',
        401: 'unknown client',
        404: 'returnUrl is not the registered one',
      }),
    },
  },
  '/service/data': {
    get: {
      operationId: 'fetchData',
      summary: 'MyData-API: the package, once',
      tags: ['interface'],
      parameters: [
        inHeader('permission_ticket', 'from the SP-API call', false),
        inHeader('tx_id', 'checked where given', false),
      ],
      responses: answers(
        {
          200: 'compact JWE (A256KW, A256CBC-HS512); the platform’s copy is deleted',
          201: 'fetched already',
          400: 'no ticket',
          401: 'caller address not registered',
          403: 'unknown or expired ticket',
          429: 'too many unknown tickets; see Retry-After',
          504: 'a dataset could not be had',
        },
        { 200: { 'application/jwe': { schema: text } } },
      ),
    },
  },
  '/service/txid_status': {
    get: {
      operationId: 'transactionStatus',
      summary: 'What became of a transaction',
      tags: ['interface'],
      parameters: [inHeader('tx_id', 'UUID')],
      responses: answers(
        { 200: 'return code, 102 while in progress', 404: 'unknown' },
        { 200: json(object({ code: number, text })) },
      ),
    },
  },
  '/service/type_valid': {
    get: {
      operationId: 'verificationType',
      summary: 'How identity was proved',
      tags: ['interface'],
      parameters: [inHeader('permission_ticket', 'ticket')],
      responses: answers(
        { 200: 'CER, TFD, NHI or PII', 403: 'unknown or expired ticket' },
        { 200: json(object({ verification: text })) },
      ),
    },
  },
  '/service/uid_valid': {
    get: {
      operationId: 'personIsSame',
      summary: 'Is this the person of the ticket?',
      tags: ['interface'],
      parameters: [inHeader('permission_ticket', 'ticket'), inHeader('uid', 'Base64(AES-256-CBC(national id))')],
      responses: answers(
        { 200: 'yes or no', 400: 'a header is missing', 403: 'unknown or expired ticket' },
        { 200: json(object({ code: flag })) },
      ),
    },
  },
  '/find_all_resources': {
    get: {
      operationId: 'listResources',
      summary: 'The catalogue of datasets',
      tags: ['interface'],
      responses: answers(
        { 200: 'status 01 up, 00 maintenance' },
        { 200: json(list(object({ resource_id: text, dep: text, name: text, link: text, cate: text, status: text }))) },
      ),
    },
  },
  '/log/sp': {
    post: logOperation('logOfServiceProvider', 'Usage record of a service provider (Basic client_id:client_secret)'),
  },
  '/log/dp': {
    post: logOperation('logOfDataProvider', 'Usage record of a data provider (Basic resource_id:resource_secret)'),
  },
  '/connect/introspect': {
    post: {
      operationId: 'introspect',
      summary: 'Is this token active for my dataset? (Basic resource_id:resource_secret)',
      tags: ['data provider'],
      requestBody: form({ token: 'bearer token of the call' }),
      responses: answers(
        { 200: 'active, and how identity was proved', 401: 'unknown provider' },
        { 200: json(object({ active: flag, verification: text }, ['active'])) },
      ),
    },
  },
  '/connect/userinfo': {
    get: {
      operationId: 'userInfo',
      summary: 'The person behind a bearer token',
      tags: ['data provider'],
      parameters: [inHeader('Authorization', 'Bearer token')],
      responses: answers(
        { 200: 'the person', 401: 'not active' },
        {
          200: json(
            object({
              sub: text,
              cn: text,
              uid: text,
              uid_verified: flag,
              birthdate: text,
              gender: text,
              email: text,
              account: text,
            }),
          ),
        },
      ),
    },
  },
});

function logOperation(operationId: string, summary: string): Json {
  return {
    operationId,
    summary,
    tags: ['interface'],
    requestBody: jsonBody(object({ tx_id: text, event: number, ok: flag, resource_id: text }, ['tx_id', 'event'])),
    responses: answers({ 204: 'kept', 400: 'unreadable', 401: 'unknown caller', 404: 'no such transaction of yours' }),
  };
}

const journeyPaths = (): Json => ({
  '/journey/{id}': {
    get: {
      operationId: 'resumeJourney',
      summary: 'To the screen where the journey is',
      tags: ['journey'],
      parameters: [journeyId],
      responses: answers({ 303: 'to the screen' }),
    },
  },
  '/journey/{id}/progress': {
    get: {
      operationId: 'journeyProgress',
      summary: 'Which screen is next, for a page that waits',
      tags: ['journey'],
      parameters: [journeyId],
      responses: answers(
        { 200: 'screen', 404: 'no such journey in this browser' },
        { 200: json(object({ screen: text })) },
      ),
    },
  },
  '/journey/{id}/{screen}': {
    get: {
      operationId: 'showScreen',
      summary: 'A screen: facts, terms, identity (?method=), passkey, fetching, preview, consent, delivering',
      tags: ['journey'],
      parameters: [
        journeyId,
        inPath('screen', 'another than the current one leads there'),
        inQuery('method', 'identity method', false),
      ],
      responses: answers(
        {
          200: 'page',
          303: 'to the current screen, or back to the service provider',
          404: 'no such journey in this browser',
        },
        { 200: page },
      ),
    },
  },
  '/journey/{id}/facts': journeyPost('leaveFacts', 'On to the terms', {}),
  '/journey/{id}/terms': journeyPost('acceptTerms', 'On to identity', { agree: 'yes' }, { 422: 'not ticked' }),
  '/journey/{id}/identity': journeyPost(
    'proveIdentity',
    'Proves identity; method decides which further fields are read',
    {
      method: 'citizen-certificate, tw-fido, nhi-card or two-document',
      ...person,
      ...card,
      credential: 'AuthenticationResponseJSON',
      nhiNumber: '12 digits',
      nhiPassword: 'password',
      householdNumber: 'household number',
    },
    { 400: 'method not offered', 422: 'what was given does not fit', 423: 'locked after five wrong tries' },
    ['method', 'nationalId', 'birthday'],
  ),
  '/journey/{id}/passkey/proof': journeyPost(
    'proveForBinding',
    'Citizen certificate, before a passkey is bound',
    { ...person, ...card },
    { 422: 'what was given does not fit', 423: 'locked' },
  ),
  '/journey/{id}/passkey': journeyPost(
    'bindPasskey',
    'Binds a new passkey',
    { challenge: 'as the page gave it', credential: 'RegistrationResponseJSON' },
    { 422: 'what was given does not fit' },
  ),
  '/journey/{id}/preview': journeyPost('leavePreview', 'On to consent', {}),
  '/journey/{id}/consent': journeyPost('decide', 'Consents or refuses', {
    words: 'hash of the words shown',
    decision: 'agree or refuse',
  }),
  '/journey/{id}/cancel': journeyPost('cancelJourney', 'Leaves with code 205', {}),
  '/journey/{id}/stay': journeyPost('stay', 'Is still there', {}, { 204: 'time counts anew' }),
});

const pagePaths = (): Json => ({
  '/': {
    get: {
      operationId: 'home',
      summary: 'Front page',
      tags: ['pages'],
      responses: answers({ 200: 'page' }, { 200: page }),
    },
  },
  '/health': {
    get: {
      operationId: 'health',
      summary: 'Is the app up, with its storage?',
      tags: ['pages'],
      responses: answers({ 200: 'up' }, { 200: json(object({ status: text, app: text })) }),
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'describe',
      summary: 'This document',
      tags: ['pages'],
      responses: answers({ 200: 'OpenAPI 3.1' }),
    },
  },
});

const sandboxPaths = (): Json => ({
  '/sandbox/residents': {
    get: {
      operationId: 'sandboxResidents',
      summary: 'The invented residents, with all they hold',
      tags: ['sandbox'],
      responses: answers({ 200: 'residents' }, { 200: json(list({ $ref: '#/components/schemas/Resident' })) }),
    },
  },
  '/sandbox/outbox': {
    get: {
      operationId: 'sandboxOutbox',
      summary: 'Notices sent, newest first',
      tags: ['sandbox'],
      responses: answers({ 200: 'notices' }, { 200: json(list({ $ref: '#/components/schemas/Notice' })) }),
    },
  },
  '/outbox': {
    get: {
      operationId: 'outboxPage',
      summary: 'The same as a page',
      tags: ['sandbox'],
      responses: answers({ 200: 'page' }, { 200: page }),
    },
  },
  '/sandbox/records': {
    get: {
      operationId: 'sandboxRecords',
      summary: 'Transfer records with their events',
      tags: ['sandbox'],
      responses: answers({ 200: 'records, newest first' }),
    },
  },
  '/sandbox/card/sign': {
    post: {
      operationId: 'signWithCard',
      summary: 'The simulated card signs a challenge',
      tags: ['sandbox'],
      requestBody: jsonBody(object({ card: text, pin: text, challenge: text })),
      responses: answers(
        {
          200: 'certificate and signature',
          400: 'unreadable',
          403: 'wrong card number or PIN',
          423: 'locked after three wrong PINs',
        },
        { 200: json(object({ certificate: text, signature: text })) },
      ),
    },
  },
});

export const openApi = ({
  environment,
  publicUrl,
}: Pick<PlatformConfig, 'environment' | 'publicUrl'>): Json & {
  openapi: string;
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, unknown>>;
} => ({
  openapi: '3.1.0',
  info: {
    title: 'MyData reference platform',
    version: '0.1.0',
    description: 'Interface profile mydata-1, the resident’s journey, and in the test environment a sandbox.',
  },
  servers: [{ url: publicUrl }],
  paths: merge(interfacePaths(), journeyPaths(), pagePaths(), environment === 'test' ? sandboxPaths() : {}),
  components: {
    schemas: {
      Resident: object({
        slug: text,
        name: text,
        note: { type: 'object' },
        nationalId: text,
        birthDate: text,
        rocBirthday: text,
        methods: list(text),
        card: object({ number: text, pin: text, certificatePem: text, privateKeyPem: text }),
        nhi: object({ number: text, password: text }),
        householdNumber: text,
        passkey: object({ credentialId: text, privateKeyPkcs8: text, userHandle: text, rpId: text, signCount: number }),
      }),
      Notice: object({
        channel: text,
        to: text,
        at: text,
        subject: text,
        text,
        service: text,
        datasets: list(object({ id: text, name: text })),
      }),
    },
  },
});

const merge = (...parts: readonly Json[]): Record<string, Record<string, unknown>> =>
  Object.assign({}, ...parts) as Record<string, Record<string, unknown>>;
