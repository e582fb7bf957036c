/** The county app's OpenAPI 3.1 document; a test keeps it and the routes in step. */
import formSchema from '#schemas/form/definition.schema.json' with { type: 'json' };
import { jsonValueSchema } from '#schemas/shapes/json.ts';
import { answerValueSchema } from '#schemas/shapes/values.ts';
import { ApiError } from '#schemas/wire/county-api.ts';
import {
  componentRef,
  componentsOfFile,
  documentOf,
  type Document,
  type Guard,
  type Json,
} from '../../http/openapi.ts';
import type { CountyConfig } from '../config.ts';
import { builderPaths } from '../forms/openapi.ts';
import { looseForm, looseService, fileFormat } from '../forms/loose-schema.ts';
import { counterPaths, staffSandbox } from '../counter/openapi.ts';
import { blankForms, pagesOf, playgroundPages } from '../site/openapi.ts';
import { asJson, error, html } from './parts.ts';
import { paths, sandbox } from './paths.ts';

const of = (name: string): Json => ({ $ref: componentRef(name) });

const forms: Json = {
  ...componentsOfFile('FormDefinition', formSchema),
  ...componentsOfFile('DraftForm', looseForm),
  ...componentsOfFile('DraftService', looseService),
};

const elsewhere: Json = {
  JsonValue: jsonValueSchema,
  AnswerValue: answerValueSchema,
  FormDefinition: forms['FormDefinition'],
  DraftForm: forms['DraftForm'],
  DraftService: forms['DraftService'],
  FormDocument: {
    type: 'object',
    description: 'A service and its form, finished or not.',
    required: ['service', 'form'],
    properties: { service: of('DraftService'), form: of('DraftForm') },
  },
  FormFile: {
    type: 'object',
    required: ['format', 'service', 'form'],
    properties: {
      $schema: { type: 'string' },
      format: { type: 'string', const: fileFormat },
      exportedAt: { type: 'string', format: 'date-time' },
      version: { type: 'integer', description: 'The published version that it holds; absent: a draft.' },
      service: of('DraftService'),
      form: of('DraftForm'),
    },
  },
  PaletteDataset: {
    type: 'object',
    description: 'A dataset of the catalogue with its fields, as `schemas/wire/palette.ts` names them.',
    additionalProperties: of('JsonValue'),
  },
};

const tags = {
  services: 'What the county offers, and what each service asks.',
  mydata: 'The way to the MyData platform and back.',
  draft: 'What a resident has typed and received, before it is sent.',
  applications: 'What was sent, and where it stands.',
  forms: 'What a form needs besides its draft.',
  counter: 'For clerks at a desk.',
  builder: 'For those who design, approve and publish forms.',
  staff: 'The staff’s own pages.',
  pages: 'The site.',
  operation: 'For those who run it.',
  sandbox: 'In the test environment only.',
};

const cookie = (name: string, description: string): Json => ({ type: 'apiKey', in: 'cookie', name, description });

const failed = asJson(ApiError);
const pageOrJson: Json = { ...html, ...failed };

const refusedToStaff: Json = {
  401: error('`staff-sign-in`: nobody is signed in, and it was no page that was asked for.'),
  403: error('`staff-role`: not for this role, or another site’s form.'),
};

function guard(path: string, method: string): Guard {
  if (path.startsWith('/staff') && /^\/staff\/(assets|sign-in|join)\b/.test(path))
    return { security: [], failed: pageOrJson };
  if (/^\/(staff|desk)\b/.test(path)) return { security: [{ staff: [] }], failed: pageOrJson, errors: refusedToStaff };
  if (/^\/api\/(builder|counter)\b/.test(path)) return { security: [{ staff: [] }], failed, errors: refusedToStaff };
  const changes = method !== 'get' && path.startsWith('/api/');
  const errors = changes ? { 403: error('`header-missing`: not sent by a page of this site.') } : {};
  const ofDraft = /\/(draft|applications|signature)\b/.test(path) && path.startsWith('/api/services/');
  return {
    security: ofDraft ? [{ draft: [] }, {}] : [],
    failed: path.startsWith('/api/') ? failed : pageOrJson,
    errors,
  };
}

/**
 * With sandbox paths in the test environment only, and pages only where there is a site. No secret, no setting beyond
 * the address.
 */
export const openApi = (
  config: Pick<CountyConfig, 'publicUrl' | 'environment' | 'site' | 'cookieName' | 'playground'>,
): Document => {
  const named = `${config.publicUrl.startsWith('https:') ? '__Host-' : ''}mydata_${config.cookieName ?? 'county'}_`;
  return documentOf({
    info: {
      title: 'County e-service backend 縣市線上申辦',
      version: '1',
      description: 'What a county’s pages and the MyData platform say to the county’s backend.',
    },
    url: config.publicUrl,
    tags,
    paths: {
      ...paths,
      ...counterPaths(paths),
      ...builderPaths,
      ...blankForms,
      ...(config.environment === 'test' && { ...sandbox, ...staffSandbox }),
      ...(config.environment === 'test' && config.playground !== undefined && playgroundPages),
      ...(config.site && pagesOf(config.site)),
    } as { readonly [path: string]: Json },
    schemas: forms,
    elsewhere,
    securitySchemes: {
      draft: cookie(`${named}draft`, 'This browser’s draft; given with the first answer.'),
      staff: cookie(`${named}staff`, 'Of a member of staff who signed in at `/staff/sign-in`.'),
    },
    guard,
  });
};
