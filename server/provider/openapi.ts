/** The OpenAPI 3.1 document of the data provider. A test holds it to the routes. */
import { jsonObject, jsonValueSchema } from '#schemas/shapes/json.ts';
import { Problem } from '#schemas/shapes/problem.ts';
import { documentOf, type Document, type Guard } from '../http/openapi.ts';
import { samplePaths } from './openapi-samples.ts';
import { faultNames, faults } from './services/faults.ts';

const errorAnswer = (description: string, headers?: object) => ({
  description,
  ...(headers ? { headers } : {}),
  content: { 'application/json': { schema: Problem } },
});

const status = {
  description: 'up',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Status' } } },
};

const faultsAnswer = {
  description: 'dataset → fault',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Faults' } } },
};

const parameters = [
  { $ref: '#/components/parameters/resource' },
  { $ref: '#/components/parameters/transactionUid' },
  { $ref: '#/components/parameters/fields' },
  { $ref: '#/components/parameters/purpose' },
  { $ref: '#/components/parameters/heartbeat' },
];

/** Errors of the DP-API have no body. */
const emptyAnswer = (text: string, headers: object = {}) => ({
  description: text,
  headers: { 'X-Error': { description: 'its name, for who tries it out', schema: { type: 'string' } }, ...headers },
});

const responses = {
  '200': {
    description:
      'The signed inner zip: the files of the dataset’s formats (`{resource_id}.json` or `.csv`, `{resource_id}.pdf`), `META-INFO/manifest.xml`, `META-INFO/manifest.sha256withrsa`, `META-INFO/certificate.cer`. With `?heartbeat=true` nothing.',
    content: {
      'application/zip': { schema: { type: 'string', contentMediaType: 'application/zip' } },
    },
  },
  '204': { description: 'The agency holds no record of this person. An answer, not an error.' },
  '400': emptyAnswer(
    '`transaction_uid` is no UUID, a parameter’s header is not percent-encoded UTF-8, the body of a POST is no JSON object, or `fields` cannot be read or names fields of a dataset that comes as a whole (CSV, PDF).',
  ),
  '401': emptyAnswer('No token, or one that the platform does not call active for this dataset.', {
    'WWW-Authenticate': { schema: { type: 'string' } },
  }),
  '404': emptyAnswer('There is no such dataset here.'),
  '429': emptyAnswer('Still being prepared for this `transaction_uid`.', {
    'Retry-After': { description: 'seconds', schema: { type: 'integer', minimum: 1 } },
  }),
  '503': { description: 'Only by the fault `dead`.' },
  '500': emptyAnswer('The platform could not be asked about the token, or something broke.'),
};

const description =
  'Hands the record of the person that the bearer token stands for to the platform, signed by the agency. Parameters of a dataset come as headers, with POST in a JSON body as well. The token, with or without the word `Bearer` before it, is checked at the platform by `POST /connect/introspect` and `GET /connect/userinfo`.';

const tagOf = (path: string): string =>
  path.startsWith('/dp/')
    ? 'DP-API'
    : path.endsWith('.pem')
      ? 'keys'
      : /^\/s(andbox|amples)\b/.test(path)
        ? 'sandbox'
        : 'pages';

const guard = (path: string): Guard => ({
  tag: tagOf(path),
  security: path.startsWith('/dp/') ? [{ bearer: [] }] : [],
});

/** @param url public address of the app */
export const openApi = (url: string): Document =>
  documentOf({
    url,
    tags: {
      'DP-API': 'What the platform calls.',
      keys: 'What its signatures stand under.',
      sandbox: 'In the test environment only: samples, and faults on purpose.',
      pages: 'Pages, and whether it is up.',
    },
    guard,
    info: {
      title: 'MyData reference data provider',
      version: '1.0.0',
      description: 'The DP-API of the interface profile mydata-1, answered with invented people. For tests only.',
    },
    paths: {
      '/dp/{resource}': {
        get: {
          operationId: 'getDataset',
          summary: 'DP-API',
          description,
          parameters,
          security: [{ bearer: [] }],
          responses,
        },
        post: {
          operationId: 'postDataset',
          summary: 'DP-API, by POST',
          description,
          parameters,
          security: [{ bearer: [] }],
          responses,
        },
      },
      '/ca.pem': {
        get: {
          operationId: 'getCa',
          summary: 'The test CA under which all agency certificates of this provider stand',
          responses: {
            '200': {
              description: 'one certificate',
              content: { 'application/x-pem-file': { schema: { type: 'string' } } },
            },
          },
        },
      },
      '/crl.pem': {
        get: {
          operationId: 'getCrl',
          summary: 'Revocation list of the test CA',
          responses: {
            '200': {
              description: 'one list; names a certificate that the fault `revoked-certificate` signs with',
              content: { 'application/x-pem-file': { schema: { type: 'string' } } },
            },
          },
        },
      },
      '/sandbox/faults': {
        get: {
          operationId: 'getFaults',
          summary: 'Which datasets misbehave, in the test environment; with `Accept: text/html` a page',
          responses: { '200': faultsAnswer },
        },
        put: {
          operationId: 'putFault',
          summary: 'Make a dataset misbehave from the next call on, or be well again; in the test environment',
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/FaultWish' } } },
          },
          responses: {
            '200': faultsAnswer,
            '400': errorAnswer('Not JSON, no dataset of this provider, no such fault, or no id of a person.'),
          },
        },
        post: {
          operationId: 'postFault',
          summary: 'The same, from the form of the page',
          responses: { '303': { description: 'to the page' }, '400': { description: 'the page, and what was wrong' } },
        },
      },
      ...samplePaths,
      '/health': {
        get: {
          operationId: 'getHealth',
          summary: 'Whether the app and its storage answer',
          responses: { '200': status },
        },
      },
      '/openapi.json': {
        get: {
          operationId: 'getOpenApi',
          summary: 'This document',
          responses: {
            '200': { description: 'OpenAPI 3.1', content: { 'application/json': { schema: jsonObject } } },
          },
        },
      },
      '/': {
        get: {
          operationId: 'getHomePage',
          summary: 'A page that says what this is',
          responses: { '200': { description: 'a page', content: { 'text/html': { schema: { type: 'string' } } } } },
        },
      },
      '/style.css': {
        get: {
          operationId: 'getStyle',
          summary: 'Style of that page',
          responses: {
            '200': { description: 'a style sheet', content: { 'text/css': { schema: { type: 'string' } } } },
          },
        },
      },
    },
    securitySchemes: {
      bearer: {
        type: 'http',
        scheme: 'bearer',
        description: 'Given out by the platform for one dataset and one consent.',
      },
    },
    parameters: {
      resource: {
        name: 'resource',
        in: 'path',
        required: true,
        description: 'resource_id',
        schema: { type: 'string', examples: ['API.7QovE2Gev6'] },
      },
      transactionUid: {
        name: 'transaction_uid',
        in: 'header',
        description:
          'Of this one call; the same again when the platform asks anew after a 429. Not needed for the heartbeat.',
        schema: { type: 'string', format: 'uuid' },
      },
      purpose: {
        name: 'purpose',
        in: 'header',
        schema: { type: 'string', enum: ['self-download'] },
        description:
          'The person takes the data home: documents then open with their own national id, first letter a capital. The signature is over the locked document.',
      },
      fields: {
        name: 'fields',
        in: 'header',
        description:
          'Field names of the payload, joined by commas; names inside a part are written with a dot. Only these are signed then, and the document (PDF) that would show the others is left out. For datasets with a JSON payload only.',
        schema: { type: 'string', examples: ['person_name,birth_yyymmdd'] },
      },
      heartbeat: {
        name: 'heartbeat',
        in: 'query',
        description: 'Answers 200 at once, without a token.',
        schema: { type: 'boolean' },
      },
    },
    schemas: {
      Faults: {
        type: 'object',
        required: ['faults'],
        properties: {
          faults: { type: 'object', additionalProperties: { enum: [...faults] }, description: 'for everybody' },
          persons: {
            type: 'array',
            description: 'for one person each',
            items: {
              type: 'object',
              properties: { resource: { type: 'string' }, person: { type: 'string' }, fault: { enum: [...faults] } },
            },
          },
        },
      },
      FaultWish: {
        type: 'object',
        required: ['resource', 'fault'],
        properties: {
          resource: { type: 'string', examples: ['API.7QovE2Gev6'] },
          fault: { enum: [...faultNames, null], description: 'null: well again' },
          person: { type: 'string', description: 'id of an invented person; absent: for everybody' },
        },
      },
      Status: { type: 'object', required: ['status'], properties: { status: { const: 'ok' } } },
    },
    elsewhere: { JsonValue: jsonValueSchema },
  });
