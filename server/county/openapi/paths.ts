/** The pages' interface, the doors of MyData, and what only the test environment has. */
import { publishedPaths } from '../forms/published-schemas.ts';
import { Type } from 'typebox';
import { jsonObject } from '#schemas/shapes/json.ts';
import {
  AskProgress,
  DraftView,
  Onward,
  OpenCard,
  OpenedCard,
  PrepareSignature,
  ProgressView,
  SaveDraft,
  Saved,
  ServiceDetail,
  ServiceList,
  Signed,
  SigningOffered,
  StartJourney,
  Submit,
  SubmitResult,
  ToSign,
  Towns,
  UploadedFile,
} from '#schemas/wire/county-api.ts';
import { OrganisationView } from '#schemas/wire/organisation.ts';
import {
  body,
  error,
  file,
  nothing,
  ok,
  ourPage,
  pathParameter,
  query,
  required,
  service,
  text,
  type Json,
} from './parts.ts';

const unreadable = error('`body-unreadable`: what was sent has not the shape; `fields` names the member.');
/** Interface profile mydata-1, step 9. */
const Delivery = Type.Object(
  {
    tx_id: Type.String({ format: 'uuid' }),
    permission_ticket: Type.Optional(Type.String({ format: 'uuid' })),
    secret_key: Type.Optional(
      Type.String({ description: 'Base64 of the encrypted key, 32 ASCII characters of any kind.' }),
    ),
    apiKey: Type.Optional(Type.String()),
    unable_to_deliver: Type.Optional(Type.Array(Type.String())),
  },
  {
    title: 'Delivery',
    description: 'Interface profile mydata-1, step 9. Either ticket and key, or `unable_to_deliver`.',
  },
);
const Taken = Type.Object({ code: Type.String() }, { title: 'Taken', description: 'What became of it.' });
const told = (description: string): Json => ok(description, Taken);

export const sandbox: Json = {
  '/sandbox/applications': {
    get: {
      operationId: 'sandboxApplications',
      tags: ['sandbox'],
      summary: 'Applications received',
      responses: { 200: ok('Newest first.', required({ applications: { type: 'array', items: jsonObject } })) },
    },
  },
  '/sandbox/applications/{number}': {
    get: {
      operationId: 'sandboxApplication',
      tags: ['sandbox'],
      summary: 'One application with the provenance of every value',
      parameters: [pathParameter('number', 'Application number.')],
      responses: { 200: ok('The application.', jsonObject), 404: error('Unknown.') },
    },
  },
  '/api/services/{service}/signature/sandbox-card': {
    post: {
      operationId: 'openSandboxCard',
      tags: ['sandbox'],
      summary: 'Certificate and key of an invented resident’s card, for number and PIN',
      parameters: [service, ourPage],
      requestBody: body(OpenCard),
      responses: {
        400: unreadable,
        200: ok('What a real card keeps to itself.', OpenedCard),
        422: error('Number or PIN.'),
      },
    },
  },
  '/sandbox/transfers': {
    get: {
      operationId: 'sandboxTransfers',
      tags: ['sandbox'],
      summary: 'Transfer records 傳輸紀錄',
      responses: {
        200: ok(
          'Oldest first; persons as keyed hashes.',
          required({ transfers: { type: 'array', items: jsonObject } }),
        ),
      },
    },
  },
};

export const paths: Json = {
  '/api/organisation': {
    get: {
      operationId: 'organisation',
      tags: ['pages'],
      summary: 'Whose app this is 機關: names, contact, what its site shows',
      responses: { 200: ok('The organisation.', OrganisationView) },
    },
  },
  '/theme.css': {
    get: {
      operationId: 'theme',
      tags: ['pages'],
      summary: 'The organisation’s colours as custom properties, light and dark',
      responses: { 200: file('CSS; empty where none are set.', 'text/css') },
    },
  },
  '/health': {
    get: {
      operationId: 'health',
      tags: ['operation'],
      summary: 'Alive',
      responses: { 200: ok('Alive.', required({ status: { type: 'string', const: 'ok' } })) },
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'openapi',
      tags: ['operation'],
      summary: 'This document',
      responses: { 200: ok('OpenAPI 3.1.', jsonObject) },
    },
  },
  ...Object.fromEntries(
    publishedPaths.map((path) => [
      path,
      {
        get: {
          operationId: `schema-${path.replace(/^.*\/|-\d+\.json$/g, '')}`,
          tags: ['forms'],
          summary: 'A JSON Schema under the path of its `$id`',
          responses: { 200: file('JSON Schema 2020-12.', 'application/schema+json') },
        },
      },
    ]),
  ),
  '/api/services': {
    get: {
      operationId: 'listServices',
      tags: ['services'],
      summary: 'What the county offers',
      responses: { 200: ok('All services.', ServiceList) },
    },
  },
  '/api/services/{service}': {
    get: {
      operationId: 'getService',
      tags: ['services'],
      summary: 'One service, and what it asks',
      parameters: [service],
      responses: { 200: ok('The service.', ServiceDetail), 404: error('No such service.') },
    },
  },
  '/api/services/{service}/journeys': {
    post: {
      operationId: 'startJourney',
      tags: ['mydata'],
      summary: 'Begin a transaction; the page then goes to `location` at top level',
      parameters: [service, ourPage],
      requestBody: body(StartJourney),
      responses: {
        400: unreadable,
        200: ok('Where to go.', Onward),
        409: error('Nothing to ask.'),
        422: error('Id or choice.'),
      },
    },
  },
  '/api/services/{service}/signature': {
    get: {
      operationId: 'signingOffered',
      tags: ['mydata'],
      summary: 'Whether residents can sign with the citizen certificate on this site',
      parameters: [service],
      responses: { 200: ok('The answer.', SigningOffered), 404: error('No such service.') },
    },
    post: {
      operationId: 'acceptSigned',
      tags: ['mydata'],
      summary: 'The signature; the page then goes to `location` at top level, where identity is not asked again',
      parameters: [service, ourPage],
      requestBody: body(Signed),
      responses: {
        400: unreadable,
        200: ok('Where to go.', Onward),
        422: error('What the platform refused.'),
        502: error('The platform does not answer.'),
      },
    },
  },
  '/api/services/{service}/signature/request': {
    post: {
      operationId: 'prepareSignature',
      tags: ['mydata'],
      summary: 'What to sign: asks a salt of the platform and encrypts the request',
      parameters: [service, ourPage],
      requestBody: body(PrepareSignature),
      responses: {
        400: unreadable,
        200: ok('Text to sign, and a ticket to give back.', ToSign),
        409: error('Nothing to ask.'),
        422: error('Id, name, birthday, address or choice.'),
        502: error('The platform does not answer.'),
      },
    },
  },
  '/api/services/{service}/draft': {
    get: {
      operationId: 'getDraft',
      tags: ['draft'],
      summary: 'This browser’s draft; an empty one, kept when first saved, where there is none',
      parameters: [service],
      responses: { 200: ok('The draft.', DraftView), 404: error('No such service.') },
    },
    put: {
      operationId: 'saveDraft',
      tags: ['draft'],
      summary: 'Keep what was typed',
      parameters: [service, ourPage],
      requestBody: body(SaveDraft),
      responses: {
        400: unreadable,
        200: ok('Kept.', Saved),
        404: error('`draft-gone`: the one that it is meant for is no more.'),
        409: error('`draft-conflict`: the revision is stale, or there is another draft by now.'),
      },
    },
    delete: {
      operationId: 'deleteDraft',
      tags: ['draft'],
      summary: 'Erase everything typed and received',
      parameters: [service, ourPage],
      responses: { 204: nothing('Gone.') },
    },
  },
  '/api/services/{service}/draft/events': {
    get: {
      operationId: 'draftEvents',
      tags: ['draft'],
      summary: 'News of this browser’s draft, as server-sent events',
      parameters: [service],
      responses: {
        200: {
          description: 'Events `transfer`, each a `DraftNews` as JSON; a comment at least every 15 seconds.',
          content: { 'text/event-stream': { schema: text } },
        },
        404: error('No draft.'),
        429: error('`too-many-listeners`: five at a time.'),
      },
    },
  },
  '/api/services/{service}/draft/files': {
    post: {
      operationId: 'addFile',
      tags: ['draft'],
      summary: 'Upload a file for a question',
      parameters: [service, ourPage, query('field', 'Id of the file question.')],
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: required({ file: { type: 'string', contentMediaType: 'application/octet-stream' } }),
          },
        },
      },
      responses: {
        201: ok('Kept.', UploadedFile),
        409: error('`too-many-files`.'),
        413: error('`file-too-large`.'),
        415: error('`file-type` or `file-heic`: judged by its first bytes.'),
      },
    },
  },
  '/api/services/{service}/draft/files/{file}': {
    delete: {
      operationId: 'removeFile',
      tags: ['draft'],
      summary: 'Remove a file',
      parameters: [service, pathParameter('file', 'Id given on upload.'), ourPage],
      responses: { 204: nothing('Gone.'), 404: error('Not this draft’s.') },
    },
  },
  '/api/services/{service}/applications': {
    post: {
      operationId: 'submitApplication',
      tags: ['applications'],
      summary: 'Submit; the same submit again gets the same number',
      parameters: [service, ourPage],
      requestBody: body(Submit),
      responses: {
        400: unreadable,
        201: ok('Received.', SubmitResult),
        404: error('No draft.'),
        409: error('`draft-conflict`, `form-changed`.'),
        422: error('`answers-invalid`, `official-changed`; names the questions.'),
        429: error('`too-many-tries` at a compared value.'),
      },
    },
  },
  '/api/progress': {
    post: {
      operationId: 'progress',
      tags: ['applications'],
      summary: 'Where an application stands',
      parameters: [ourPage],
      requestBody: body(AskProgress),
      responses: {
        400: unreadable,
        200: ok('Status and history.', ProgressView),
        404: error('Unknown and mismatch alike.'),
        429: error('Five wrong tries in 15 minutes.'),
      },
    },
  },
  '/api/forms/{service}/{version}/validator.js': {
    get: {
      operationId: 'validator',
      tags: ['forms'],
      summary: 'The compiled validator of a form’s version, an ES module',
      parameters: [service, pathParameter('version', '1, 2, 3 …')],
      responses: {
        200: file('The module; never changes.', 'text/javascript'),
        404: error('No such version.'),
      },
    },
  },
  '/api/towns.json': {
    get: {
      operationId: 'towns',
      tags: ['forms'],
      summary: 'Towns by county',
      responses: { 200: ok('County → towns.', Towns) },
    },
  },
  '/mydata/return/{service}': {
    get: {
      operationId: 'mydataReturn',
      tags: ['mydata'],
      summary: 'Where the platform sends the browser back (interface, step 11)',
      parameters: [
        service,
        query('code', 'Return code.', false),
        query('tx_id', 'Base64 of the encrypted transaction id.', false),
      ],
      responses: { 303: nothing('On to the form, whatever the code: the draft says what happened.') },
    },
  },
  '/mydata/sp-api/{service}': {
    post: {
      operationId: 'spApi',
      tags: ['mydata'],
      summary: 'The SP-API, called by the platform (interface, step 9)',
      parameters: [service],
      requestBody: body(Delivery),
      responses: {
        200: told('Taken; the package is fetched after this answer.'),
        400: told('Malformed.'),
        403: told('Without the key that was agreed.'),
        404: told('No such transaction.'),
        409: told('Taken before, or over.'),
      },
    },
  },
};
