/** The counter's interface and the staff's pages. Their own contract is `schemas/wire/counter-api.ts`. */
import { CaseEntry, CaseView, DeskView, Presented } from '#schemas/wire/counter-api.ts';
import { Towns } from '#schemas/wire/county-api.ts';
import { body, error, file, nothing, ok, ourPage, pathParameter, required, text, type Json } from '../openapi/parts.ts';
import { form, page, staffPages } from '../staff/openapi.ts';

const caseId = pathParameter('case', 'Id of a case of the office where the clerk sits, or of one below it.');
const clerkOnly = {
  401: error('`staff-sign-in`: nobody is signed in.'),
  403: error('`staff-role`, `desk-address`: no clerk, or not from a counter.'),
  409: error('`desk-missing`: no counter chosen.'),
};
const ofCase = { ...clerkOnly, 404: error('Not this office’s.'), 410: error('`case-over`.') };
const presented = ok(
  'What the barcode is for, whether a code was sent now, and for how many seconds it is good.',
  Presented,
);
const barcodeOver = error('`barcode-taken`, `-renewed`, `-expired`, `-burnt`, `-spent`, `-gone`: no mistake.');

const operation = (operationId: string, summary: string, responses: Json, more: Json = {}): Json => ({
  operationId,
  tags: ['counter'],
  summary,
  ...more,
  responses,
});

const calls: Json = {
  '/api/counter': {
    get: operation('desk', 'Who is at which counter, and what is handled there', {
      200: ok('The desk.', DeskView),
      ...clerkOnly,
    }),
  },
  '/api/counter/present': {
    post: operation(
      'presentBarcode',
      'A resident’s barcode; the platform sends them a verification code',
      {
        200: presented,
        ...clerkOnly,
        404: error('`barcode-unknown`: a wrong entry.'),
        409: error('`desk-missing`, or `barcode-elsewhere`: another office’s or county’s; no mistake.'),
        410: barcodeOver,
        422: error('`counter-entry`: can be no serial.'),
        423: error('`desk-out`, with `Retry-After`: this counter is out of use.'),
        502: error('The platform does not answer.'),
      },
      { parameters: [ourPage], requestBody: body(required({ serial: text })) },
    ),
  },
  '/api/counter/resend': {
    post: operation(
      'resendCode',
      'Another code; the one before is void',
      {
        200: presented,
        ...clerkOnly,
        404: error('No such attempt of this sign-in.'),
        410: barcodeOver,
        429: error('Too early; `Retry-After`.'),
      },
      { parameters: [ourPage], requestBody: body(required({ attempt: text })) },
    ),
  },
  '/api/counter/code': {
    post: operation(
      'openCase',
      'The code that the resident says: opens a case, filled',
      {
        201: ok('Open.', required({ case: text })),
        ...clerkOnly,
        403: error('`counter-refused`: wrong.'),
        404: error('No such attempt of this sign-in.'),
        410: error('`code-over`: its two minutes are over; or `barcode-…`. No mistake.'),
        423: error('`desk-out`, with `Retry-After`.'),
        502: error('`case-package`: the package was refused; or no answer.'),
      },
      { parameters: [ourPage], requestBody: body(required({ attempt: text, code: text })) },
    ),
  },
  '/api/counter/cases': {
    get: operation('listCases', 'This counter’s cases since midnight', {
      200: ok(
        'Newest first; nothing of whom they are about.',
        required({ cases: { type: 'array', items: CaseEntry } }),
      ),
      ...clerkOnly,
    }),
  },
  '/api/counter/cases/{case}': {
    get: operation(
      'getCase',
      'What came with an open case',
      { 200: ok('The case.', CaseView), ...ofCase },
      { parameters: [caseId] },
    ),
    delete: operation(
      'closeCase',
      'End it without an application',
      { 204: nothing('Erased.'), ...ofCase },
      { parameters: [caseId, ourPage] },
    ),
  },
  '/api/counter/cases/{case}/files/{dataset}/{name}': {
    get: operation(
      'viewDocument',
      'One document; that it was seen is recorded',
      { 200: file('PDF or plain text.', 'application/pdf', 'text/plain'), ...ofCase },
      {
        parameters: [
          caseId,
          pathParameter('dataset', 'Id of the dataset.'),
          pathParameter('name', 'Name of the file.'),
        ],
      },
    ),
  },
  '/api/counter/cases/{case}/datasets': {
    post: operation(
      'takeDatasets',
      'Save datasets as their agencies signed them; the case is over',
      {
        200: file('One dataset’s own zip, or a zip of several.', 'application/zip'),
        ...ofCase,
        422: error('`dataset-missing`.'),
      },
      { parameters: [caseId, ourPage], requestBody: body(required({ datasets: { type: 'array', items: text } })) },
    ),
  },
  '/api/counter/cases/{case}/towns.json': {
    get: operation('caseTowns', 'Towns by county', { 200: ok('By name.', Towns), ...ofCase }, { parameters: [caseId] }),
  },
};

type Operations = Readonly<
  Record<string, { readonly operationId: string; readonly parameters: readonly Json[] } & Json>
>;

/** The form at the counter speaks to the case as it does to a resident's draft. */
function atCounter(paths: Json): Json {
  const drafts = Object.entries(paths).filter(([path]) =>
    /^\/api\/services\/\{service\}\/(draft|applications)/.test(path),
  );
  return Object.fromEntries(
    drafts.map(([path, operations]) => [
      path.replace('/api/', '/api/counter/cases/{case}/'),
      Object.fromEntries(
        Object.entries(operations as Operations)
          .filter(([method]) => !(method === 'delete' && path.endsWith('/draft')))
          .map(([method, one]) => [
            method,
            {
              ...one,
              operationId: `${one.operationId}AtCounter`,
              tags: ['counter'],
              parameters: [caseId, ...one.parameters],
            },
          ]),
      ),
    ]),
  );
}

const staff: Json = {
  '/staff': { get: page('staffHome', 'The staff’s own start') },
  '/staff/assets/staff.css': {
    get: {
      operationId: 'staffStyle',
      tags: ['staff'],
      summary: 'Style sheet',
      responses: { 200: file('CSS.', 'text/css') },
    },
  },
  '/staff/sign-in': {
    get: page('staffSignInPage', 'Sign-in 登入'),
    post: form('staffSignIn', 'Login name, password and code together', { login: text, password: text, code: text }),
  },
  '/staff/sign-out': { post: form('staffSignOut', 'End this session', { csrf: text }) },
  '/staff/desk': {
    get: page('openDeskPage', 'Desks 櫃檯 of the clerk’s offices: which are free'),
    post: form('openDesk', 'Work at this desk; 409 where a colleague has it', { csrf: text, desk: text }),
  },
  ...staffPages,
};

/**
 * @param paths the whole interface: a resident's draft has the same operations at a case, below
 * `/api/counter/cases/{case}`
 */
export const counterPaths = (paths: Json): Json => ({ ...calls, ...atCounter(paths), ...staff });

export const staffSandbox: Json = {
  '/sandbox/staff': {
    get: {
      operationId: 'sandboxStaff',
      tags: ['sandbox'],
      summary: 'Invented staff: login name, password, and the code that is taken now',
      responses: {
        200: ok(
          'One per role.',
          required({ staff: { type: 'array', items: required({ login: text, password: text, code: text }) } }),
        ),
      },
    },
  },
};
