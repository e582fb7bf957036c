/**
 * The rooms of the house, and what each may import: an allow-list over resolved paths. What is not named is refused, packages
 * and Node's own modules included, and `import()` as well. The first zone that a file lies in is its zone.
 */

/** Files that only tests load. What ships imports none of them. */
export const tests = '(\\.(test|e2e|contract|fixture)\\.ts$|(^|/)(testing|e2e)/)';

const crypto = 'node:crypto';
const files = ['node:fs', 'node:fs/promises', 'node:path'];
const elements = ['lit'];

/** Below every party of the server, each with what lies under it. */
const pure = ['schemas', 'shapes', 'queries', 'patterns', 'engines'];
const ground = [...pure, 'foundation'];
const shared = [
  ...ground,
  'crypto',
  'protocol',
  'packages',
  'files',
  'limits',
  'http',
  'calls',
  'space',
  'storage',
  'pdf',
];
const ofParty = [...shared, 'accounts', 'sandbox'];
const node = [crypto, ...files, 'node:net', 'node:timers/promises', 'node:url', 'node:util'];

/**
 * @typedef {object} Zone
 * @property {string} name
 * @property {string} at regular expression over the path from the root of the repository
 * @property {readonly string[]} zones names of other zones
 * @property {readonly string[]} packages of npm, and `node:` modules
 */
/** @type {readonly Zone[]} */
export const zones = [
  // What all sides share: no server, no page, no clock.
  {
    name: 'queries',
    at: '^schemas/mapping/(find-nodes|path)\\.ts$',
    zones: ['schemas', 'patterns'],
    packages: ['json-p3'],
  },
  { name: 'patterns', at: '^schemas/patterns/linear\\.ts$', zones: ['schemas'], packages: ['re2js'] },
  {
    name: 'engines',
    at: '^schemas/(datasets/payload-engine|form/engine)\\.ts$',
    zones: ['schemas'],
    packages: ['ajv'],
  },
  // What things are, said once. Of these all others but the server take types only (`rules.mjs`).
  {
    name: 'shapes',
    at: '^schemas/(shapes/|wire/|services/types\\.ts$|publish/(task|approval-change|diff)\\.ts$)',
    zones: ['schemas'],
    packages: ['typebox'],
  },
  { name: 'schemas', at: '^schemas/', zones: ['shapes', 'queries', 'patterns', 'engines'], packages: [] },

  // What a page drops in. `entries` is all that others see of it.
  {
    name: 'entries',
    at: '^components/((index|county-calls|scanning)\\.ts$|define/)',
    zones: ['components', 'shown', 'schemas', 'shapes'],
    packages: [],
  },
  { name: 'qr', at: '^components/barcode/qr-symbol\\.ts$', zones: ['components'], packages: ['uqr'] },
  { name: 'camera', at: '^components/counter/zxing\\.ts$', zones: ['components'], packages: ['@zxing/library'] },
  // What the builder shows of a form is drawn by the elements themselves.
  {
    name: 'shown',
    at: '^components/(i18n/translator|styles/tokens|controllers/language-of|fields/(create-field|display|field-element)|form/(form-element|load-validator))\\.ts$',
    zones: ['components', 'schemas', 'shapes'],
    packages: elements,
  },
  { name: 'components', at: '^components/', zones: ['schemas', 'shapes', 'shown', 'qr', 'camera'], packages: elements },

  // The builder: a model and its commands know no screen.
  { name: 'model', at: '^builder/model/', zones: ['schemas', 'shapes'], packages: [] },
  { name: 'commands', at: '^builder/commands/', zones: ['schemas', 'shapes', 'model'], packages: [] },
  { name: 'builder-entries', at: '^builder/(store\\.ts$|define/)', zones: ['builder', 'entries'], packages: [] },
  { name: 'builder', at: '^builder/', zones: ['schemas', 'shapes', 'model', 'commands', 'shown'], packages: elements },

  // A county's pages use what any county's pages could.
  {
    name: 'demo',
    at: '^demo/',
    zones: ['schemas', 'shapes', 'entries', 'builder-entries', 'shown'],
    packages: elements,
  },

  // The server, from the ground up.
  { name: 'foundation', at: '^server/(context|lifetimes|package-root)\\.ts$', zones: ['schemas'], packages: files },
  {
    name: 'crypto',
    at: '^server/crypto/',
    zones: ['schemas'],
    packages: [
      ...[crypto, 'node:util', 'reflect-metadata'],
      ...['@peculiar/asn1-cms', '@peculiar/asn1-schema', '@peculiar/x509'],
    ],
  },
  {
    name: 'protocol',
    at: '^server/protocol/',
    zones: ['schemas', 'shapes', 'crypto'],
    packages: [crypto, 'node:zlib', 'fast-xml-parser', 'fflate', 'jose'],
  },
  { name: 'packages', at: '^server/packages/', zones: [...pure, 'crypto', 'protocol'], packages: [crypto] },
  { name: 'files', at: '^server/files/', zones: ['foundation', 'crypto'], packages: [crypto, ...files] },
  {
    name: 'limits',
    at: '^server/limits/',
    zones: [...ground, 'http'],
    packages: ['hono', 'node:net', 'node:timers/promises'],
  },
  { name: 'http', at: '^server/http/', zones: ground, packages: ['ajv', 'hono', crypto, 'node:perf_hooks'] },
  {
    name: 'calls',
    at: '^server/calls/',
    zones: [...ground, 'config'],
    packages: ['ipaddr.js', 'node:dns', 'node:dns/promises', 'node:fs', 'node:net'],
  },
  { name: 'space', at: '^server/space/', zones: [...ground, 'http', 'limits'], packages: files },
  { name: 'storage', at: '^server/storage/', zones: ground, packages: [] },
  { name: 'pdf', at: '^server/pdf/', zones: [], packages: [...files, 'node:module', 'fontkit'] },
  {
    name: 'accounts',
    at: '^server/accounts/',
    zones: [...ground, 'crypto', 'http', 'limits'],
    packages: ['hono', 'otpauth', crypto, 'node:module'],
  },
  {
    name: 'sandbox',
    at: '^server/sandbox/',
    zones: [...ground, 'files', 'http'],
    packages: ['ajv', 'hono', ...files, 'node:url', 'node:zlib'],
  },

  // The parties share nothing in memory: they speak the interface.
  { name: 'of-browsers', at: '^server/platform/browser/', zones: ['schemas', 'shapes'], packages: [] },
  {
    name: 'platform',
    at: '^server/platform/',
    zones: ofParty,
    packages: [...node, 'ajv', 'fflate', 'hono', 'jose', 'uqr', '@simplewebauthn/server'],
  },
  {
    name: 'county',
    at: '^server/county/',
    zones: ofParty,
    packages: [...node, 'ajv', 'fflate', 'fontkit', 'hono', 'pdfkit', 'tinypool', 'typebox', 'uqr'],
  },
  {
    name: 'provider',
    at: '^server/provider/',
    zones: ofParty,
    packages: [...node, 'fflate', 'fontkit', 'hono', 'pdfkit'],
  },
  {
    name: 'witness',
    at: '^server/witness/',
    zones: [...shared, 'folders'],
    packages: ['hono', crypto, 'node:path'],
  },

  // What drizzle-kit reads, when a migration is written.
  { name: 'migrating', at: '^server/adapters/sqlite/.*drizzle\\.config\\.ts$', zones: [], packages: ['drizzle-kit'] },
  // What keeps their records. One party's never touches another's.
  ...['platform', 'county', 'provider'].map((party) => ({
    name: `${party}-records`,
    at: `^server/adapters/(sqlite|memory)/${party}[/.-]`,
    zones: [...ground, party, 'accounts', 'crypto', 'limits', 'space', 'storage', 'records'],
    packages: [crypto, 'node:path', 'node:url', 'drizzle-orm'],
  })),
  {
    name: 'records',
    at: '^server/adapters/(sqlite|memory)/',
    zones: [...ground, 'crypto', 'limits', 'space', 'storage'],
    packages: [crypto, 'node:path', 'node:url', 'better-sqlite3', 'drizzle-orm'],
  },
  {
    name: 'senders',
    at: '^server/adapters/(mail|sms)/',
    zones: [...ground, 'calls', 'platform'],
    packages: ['nodemailer', crypto],
  },
  { name: 'log', at: '^server/adapters/pino-log\\.ts$', zones: ['foundation'], packages: ['pino'] },

  // What puts a process together.
  {
    name: 'config',
    at: '^server/config\\.ts$',
    zones: [...shared, 'counties', 'county', 'platform'],
    packages: [...files, 'node:net'],
  },
  {
    name: 'counties',
    at: '^server/counties/',
    zones: [...ground, 'config', 'county'],
    packages: ['ajv', ...files],
  },
  {
    name: 'folders',
    at: '^server/start/folders/',
    zones: [
      ...ofParty,
      'config',
      'counties',
      'county',
      'county-records',
      'platform',
      'platform-records',
      'provider-records',
      'records',
      'start',
    ],
    packages: [crypto, ...files, 'better-sqlite3'],
  },
  {
    name: 'start',
    at: '^server/(start/|[a-z-]+\\.ts$)',
    zones: [
      ...[...ofParty, 'platform', 'county', 'provider', 'witness', 'config', 'counties', 'folders'],
      ...['platform-records', 'county-records', 'provider-records', 'records', 'senders', 'log'],
    ],
    packages: [crypto, ...files, 'node:http', 'node:readline', '@hono/node-server', 'hono', 'uqr'],
  },
  {
    name: 'conform',
    at: '^server/conform/',
    zones: [...ofParty, 'platform', 'provider'],
    packages: [...node, 'node:http', 'fflate', 'jose'],
  },
];
