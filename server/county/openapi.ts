/** The county app's OpenAPI 3.1 document. The shapes' own contract is `schemas/wire/county-api.ts`; a test keeps the routes in step. */
import type { CountyConfig } from './config.ts';

type Json = { readonly [key: string]: unknown };

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const asJson = (schema: Json): Json => ({ 'application/json': { schema } });
const body = (schema: Json): Json => ({ required: true, content: asJson(schema) });
const ok = (description: string, schema: Json): Json => ({ description, content: asJson(schema) });
const nothing = (description: string): Json => ({ description });
const error = (description: string): Json => ok(description, ref('ApiError'));
const pathParameter = (name: string, description: string): Json => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});
const query = (name: string, description: string, required = true): Json => ({
  name,
  in: 'query',
  required,
  description,
  schema: { type: 'string' },
});

const service = pathParameter('service', 'Id of the service, e.g. `emergency-relief`.');
/** Without it no state-changing call is answered: another site's form cannot send it. */
const ourPage: Json = { name: 'x-mydata-request', in: 'header', required: true, schema: { const: '1' } };
const object: Json = { type: 'object' };
const text: Json = { type: 'string' };
const instant: Json = { type: 'string', format: 'date-time' };

const required = (properties: Json): Json => ({ type: 'object', required: Object.keys(properties), properties });

const schemas: Json = {
  Text: required({ 'zh-Hant': text, en: text }),
  ApiError: required({
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { type: 'string', description: 'Stable, kebab-case.' },
        message: ref('Text'),
        fields: {
          type: 'array',
          items: required({
            field: { type: 'string', description: 'Field id, or `group[2].inner`.' },
            keyword: text,
            message: ref('Text'),
          }),
        },
      },
    },
  }),
  ServiceSummary: required({
    id: text,
    name: ref('Text'),
    summary: ref('Text'),
    agency: ref('Text'),
    modes: { type: 'array', items: { enum: ['online', 'counter'] } },
  }),
  ServiceDetail: {
    ...required({ id: text, asked: object, platformName: ref('Text'), platformOrigin: text, manualUrl: text }),
    description: 'The service as its file says, and what it asks of MyData.',
  },
  StartJourney: required({
    nationalId: text,
    chosen: { type: 'array', items: text, description: 'One dataset of each group that lets the resident choose.' },
  }),
  DraftView: {
    ...required({
      service: text,
      form: object,
      formVersion: { type: 'integer' },
      validatorUrl: text,
      answers: object,
      official: object,
      missing: object,
      officialRows: object,
      claims: object,
      evidence: { type: 'array' },
      transfer: object,
      consentUrl: text,
      revision: { type: 'integer' },
      draftUntil: instant,
    }),
    description:
      'Answers typed so far, and official values with their source. Values that the resident is to type are not in it.',
  },
  SaveDraft: required({ answers: object, claims: object, revision: { type: 'integer' } }),
  Saved: required({ savedAt: instant, revision: { type: 'integer' } }),
  Submit: required({
    answers: object,
    claims: object,
    formVersion: { type: 'integer' },
    revision: { type: 'integer' },
  }),
  SubmitResult: required({
    applicationNo: { type: 'string', pattern: '^[A-Z]{2}\\d{7}-\\d{7}$' },
    submittedAt: instant,
    processingDays: { type: 'integer' },
  }),
  UploadedFile: required({ id: text, name: text, size: { type: 'integer', description: 'Bytes.' }, type: text }),
  ProgressView: required({
    applicationNo: text,
    serviceName: ref('Text'),
    submittedAt: instant,
    status: { enum: ['received', 'reviewing', 'returned', 'decided'] },
    history: { type: 'array' },
    contact: object,
  }),
  Delivery: {
    type: 'object',
    description: 'Interface profile mydata-1, step 9. Either ticket and key, or `unable_to_deliver`.',
    required: ['tx_id'],
    properties: {
      tx_id: { type: 'string', format: 'uuid' },
      permission_ticket: { type: 'string', format: 'uuid' },
      secret_key: { type: 'string', description: 'Base64 of the encrypted 32 hex characters.' },
      apiKey: text,
      unable_to_deliver: { type: 'array', items: text },
    },
  },
};

const page = (operationId: string, summary: string, parameters: readonly Json[] = []): Json => ({
  get: {
    operationId,
    tags: ['pages'],
    summary,
    ...(parameters.length && { parameters }),
    responses: { 200: { description: 'HTML', content: { 'text/html': {} } }, 404: nothing('No such page.') },
  },
});

const pages: Json = {
  '/': page('homePage', 'Home'),
  '/services': page('servicesPage', 'List of services 服務列表'),
  '/services/{service}': page('servicePage', 'One service 服務說明', [service]),
  '/services/{service}/consent': page('consentPage', 'What would be asked of MyData 取用說明', [service]),
  '/services/{service}/apply': page('applyPage', 'The form 填寫', [service]),
  '/services/{service}/done': page('donePage', 'Received 完成', [service]),
  '/progress': page('progressPage', 'Progress 進度查詢'),
  '/privacy': page('privacyPage', 'Privacy 隱私權'),
  '/accessibility': page('accessibilityPage', 'Accessibility 無障礙'),
  '/assets/{name}': page('asset', 'Script, style, image; its name changes with its content', [
    pathParameter('name', 'Path below /assets.'),
  ]),
  '/{name}': page('siteFile', 'favicon and robots.txt', [
    pathParameter('name', '`favicon.ico`, `favicon.svg` or `robots.txt`.'),
  ]),
};

const sandbox: Json = {
  '/sandbox/applications': {
    get: {
      operationId: 'sandboxApplications',
      tags: ['sandbox'],
      summary: 'Applications received',
      responses: { 200: ok('Newest first.', object) },
    },
  },
  '/sandbox/applications/{number}': {
    get: {
      operationId: 'sandboxApplication',
      tags: ['sandbox'],
      summary: 'One application with the provenance of every value',
      parameters: [pathParameter('number', 'Application number.')],
      responses: { 200: ok('The application.', object), 404: error('Unknown.') },
    },
  },
  '/sandbox/transfers': {
    get: {
      operationId: 'sandboxTransfers',
      tags: ['sandbox'],
      summary: 'Transfer records 傳輸紀錄',
      responses: { 200: ok('Oldest first; persons as keyed hashes.', object) },
    },
  },
};

const paths: Json = {
  '/health': {
    get: {
      operationId: 'health',
      tags: ['operation'],
      summary: 'Alive',
      responses: { 200: ok('Alive.', required({ status: { const: 'ok' } })) },
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'openapi',
      tags: ['operation'],
      summary: 'This document',
      responses: { 200: ok('OpenAPI 3.1.', object) },
    },
  },
  '/api/services': {
    get: {
      operationId: 'listServices',
      tags: ['services'],
      summary: 'What the county offers',
      responses: { 200: ok('All services.', required({ services: { type: 'array', items: ref('ServiceSummary') } })) },
    },
  },
  '/api/services/{service}': {
    get: {
      operationId: 'getService',
      tags: ['services'],
      summary: 'One service, and what it asks',
      parameters: [service],
      responses: { 200: ok('The service.', ref('ServiceDetail')), 404: error('No such service.') },
    },
  },
  '/api/services/{service}/journeys': {
    post: {
      operationId: 'startJourney',
      tags: ['mydata'],
      summary: 'Begin a transaction; the page then goes to `location` at top level',
      parameters: [service, ourPage],
      requestBody: body(ref('StartJourney')),
      responses: {
        200: ok('Where to go.', required({ location: { type: 'string', format: 'uri' } })),
        409: error('Nothing to ask.'),
        422: error('Id or choice.'),
      },
    },
  },
  '/api/services/{service}/draft': {
    get: {
      operationId: 'getDraft',
      tags: ['draft'],
      summary: 'This browser’s draft; made when there is none',
      parameters: [service],
      responses: { 200: ok('The draft.', ref('DraftView')), 404: error('No such service.') },
    },
    put: {
      operationId: 'saveDraft',
      tags: ['draft'],
      summary: 'Keep what was typed',
      parameters: [service, ourPage],
      requestBody: body(ref('SaveDraft')),
      responses: {
        200: ok('Kept.', ref('Saved')),
        404: error('No draft.'),
        409: error('`draft-conflict`: the revision is stale.'),
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
        201: ok('Kept.', ref('UploadedFile')),
        409: error('`too-many-files`.'),
        413: error('`file-too-large`.'),
        415: error('`file-type`: judged by its first bytes.'),
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
      requestBody: body(ref('Submit')),
      responses: {
        201: ok('Received.', ref('SubmitResult')),
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
      requestBody: body(required({ applicationNo: text, nationalId: text })),
      responses: {
        200: ok('Status and history.', ref('ProgressView')),
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
        200: { description: 'The module; never changes.', content: { 'text/javascript': {} } },
        404: error('No such version.'),
      },
    },
  },
  '/api/towns.json': {
    get: {
      operationId: 'towns',
      tags: ['forms'],
      summary: 'Towns by county',
      responses: { 200: ok('County → towns.', object) },
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
      requestBody: body(ref('Delivery')),
      responses: {
        200: nothing('Taken; the package is fetched after this answer.'),
        400: nothing('Malformed.'),
        404: nothing('No such transaction.'),
        409: nothing('Taken before, or over.'),
      },
    },
  },
};

export function openApi(config: Pick<CountyConfig, 'publicUrl' | 'environment' | 'siteFolder'>) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'County e-service backend 縣市線上申辦',
      version: '1',
      description: 'What a county’s pages and the MyData platform say to the county’s backend.',
    },
    servers: [{ url: config.publicUrl }],
    paths: {
      ...paths,
      ...(config.environment === 'test' && sandbox),
      ...(config.siteFolder !== undefined && pages),
    } as Record<string, Record<string, unknown>>,
    components: { schemas },
  };
}
