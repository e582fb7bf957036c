/** The OpenAPI 3.1 description of the platform's app. A test holds it against the routes. */
import { jsonValueSchema } from '#schemas/shapes/json.ts';
import { Problem } from '#schemas/shapes/problem.ts';
import { Text } from '#schemas/shapes/text.ts';
import { documentOf, type Document, type Guard } from '../../http/openapi.ts';
import type { PlatformConfig } from '../platform.ts';
import { counterPaths } from '../counter/openapi.ts';
import { interfacePaths } from '../delivery/openapi.ts';
import { journeyPaths } from '../journey/openapi.ts';
import { json, list, number, object, page, text, type Json } from './parts.ts';
import { mePaths } from '../me/openapi.ts';
import { operatorPaths, sandboxStaffPaths } from '../staff/openapi.ts';
import { pagePaths, sandboxPaths } from '../site/openapi.ts';
import { registerPaths } from '../registry/register-openapi.ts';
import { registryAccountPaths, registryPaths, registrySchemas } from '../registry/openapi.ts';

const basic = (description: string): Json => ({ type: 'http', scheme: 'basic', description });
const cookie = (name: string, description: string): Json => ({ type: 'apiKey', in: 'cookie', name, description });

const tags = {
  interface: 'Interface profile mydata-1: what service providers call.',
  'data provider': 'What data providers call.',
  counter: 'Barcodes: the desk’s calls, and the resident’s pages.',
  journey: 'The resident’s screens from arrival to consent.',
  resident: 'The resident’s own area.',
  register: 'Organisations and services: joining, the portal, the review.',
  registry: 'The registry, for an organisation’s own system.',
  console: 'The console of the platform’s people.',
  log: 'The log of transfer events, for everybody.',
  pages: 'Pages and files for everybody.',
  sandbox: 'In the test environment only.',
};

const failed = json(Problem);
const pageOrJson: Json = { ...page, ...failed };

/** The first that fits the path. What the interface refuses has no body: the status says it. */
const guards: readonly (readonly [path: RegExp, guard: Guard])[] = [
  [/^\/service\/counter\/(present|resend|code)$/, { security: [{ client: [] }], failed }],
  [/^\/service\/counter\//, { security: [], failed: pageOrJson }],
  [/^\/service\/(data|uid_valid)$/, { security: [{ ticket: [] }] }],
  [/^\/(service\/(txid_status|type_valid|spsignature\/\{client_id\}$)|find_all_resources)/, { security: [] }],
  [/^\/service\//, { security: [], failed: page }],
  [/^\/log\/(sp|dp)$/, { security: [{ client: [] }, {}] }],
  [/^\/log\//, { security: [], failed }],
  [/^\/connect\/introspect$/, { security: [{ client: [] }] }],
  [/^\/connect\/userinfo$/, { security: [{ token: [] }] }],
  [/^\/registry\//, { security: [{ account: [] }], failed }],
  [/^\/(operator\/(sign-in|invitation)|portal\/join|me\/sign-in)\b/, { security: [], failed: pageOrJson }],
  [/^\/(operator|portal)\b/, { security: [{ staff: [] }], failed: pageOrJson }],
  [/^\/me\b/, { security: [{ resident: [] }], failed: pageOrJson }],
  [/^\/journey\//, { security: [{ browser: [] }], failed: page }],
];

const open: Guard = { security: [], failed: pageOrJson };
const guard = (path: string): Guard => guards.find(([fits]) => fits.test(path))?.[1] ?? open;

/** → the whole document; the sandbox's paths are in it in the test environment only */
export const openApi = ({ environment, publicUrl }: Pick<PlatformConfig, 'environment' | 'publicUrl'>): Document => {
  const named = `${publicUrl.startsWith('https:') ? '__Host-' : ''}mydata_platform_`;
  return documentOf({
    info: {
      title: 'MyData reference platform',
      version: '0.1.0',
      description: 'Interface profile mydata-1, the resident’s journey, and in the test environment a sandbox.',
    },
    url: publicUrl,
    tags,
    paths: merge(
      interfacePaths(),
      counterPaths(),
      journeyPaths(),
      mePaths(),
      pagePaths(),
      registerPaths(),
      registryPaths(),
      registryAccountPaths(),
      operatorPaths(),
      environment === 'test' ? sandboxPaths() : {},
      environment === 'test' ? sandboxStaffPaths() : {},
    ),
    schemas: {
      ...registrySchemas,
      Resident: object({
        slug: text,
        name: text,
        note: Text,
        nationalId: text,
        birthDate: text,
        rocBirthday: text,
        methods: list(text),
        card: object({ number: text, pin: text, certificatePem: text, privateKeyPem: text }),
        nhi: object({ number: text, password: text }),
        householdNumber: text,
        passkey: object({ credentialId: text, privateKeyPkcs8: text, userHandle: text, rpId: text, signCount: number }),
      }),
      /** With `channel`, `to`, `email`, `mobile`, `subject`, `text`, `short`, `service`, `datasets` while its words are kept. */
      Notice: object({
        id: text,
        kind: text,
        at: text,
        state: text,
        tries: number,
        channels: list(text),
        sentBy: list(text),
      }),
    },
    elsewhere: { JsonValue: jsonValueSchema },
    securitySchemes: {
      client: basic(
        'client_id and client_secret, or resource_id and resource_secret; for a service from a registered address.',
      ),
      account: basic('The organisation’s registry account and its password.'),
      token: { type: 'http', scheme: 'bearer', description: 'Of one dataset and one consent.' },
      ticket: { type: 'apiKey', in: 'header', name: 'permission_ticket', description: 'From the SP-API call.' },
      staff: cookie(`${named}staff`, 'Of somebody who signed in at `/operator/sign-in`.'),
      resident: cookie(`${named}me`, 'Of a resident who signed in at `/me/sign-in`.'),
      browser: cookie(`${named}browser`, 'Of the browser that began the journey.'),
    },
    guard,
  });
};

const merge = (...parts: readonly Json[]): { readonly [path: string]: Json } =>
  Object.assign({}, ...parts) as { readonly [path: string]: Json };
