/**
 * The counter: what a service provider's desk sends (our own addition to the profile mydata-1, whose platform has a staff
 * page only), and the resident's pages.
 */
import { Text } from '#schemas/shapes/text.ts';
import { answers, form, inPath, json, jsonBody, number, object, page, text, type Json } from '../openapi/parts.ts';

const basic = 'Basic client_id:client_secret, from a registered address';
const lockedOut = 'this desk is out of use after five wrong entries in 15 minutes; Retry-After in seconds';
const error = json(object({ error: object({ code: text, message: Text }) }));
const presented = json(object({ attempt: text, sent: { type: 'boolean' }, expires_in: number, resend_after: number }));
const over = '`barcode-over`, with `why`: taken, renewed, expired, burnt, gone, spent; nobody’s mistake';

function deskPost(
  operationId: string,
  summary: string,
  body: Json,
  codes: { readonly [status: string]: string },
  ok: Json,
  description?: string,
): Json {
  const responses = {
    ...codes,
    400: 'malformed; the message names the field',
    401: 'unknown client, wrong secret, or an address that is not registered',
    403: codes['403'] ?? 'not registered for counters, paused or ended',
    423: lockedOut,
  };
  return {
    post: {
      operationId,
      summary: `${summary} (${basic})`,
      ...(description && { description }),
      tags: ['counter'],
      requestBody: jsonBody(body),
      responses: answers(
        responses,
        Object.fromEntries(Object.keys(responses).map((code) => [code, code === '200' ? ok : error])),
      ),
    },
  };
}

const journeyId = inPath('id', 'journey: of this browser, of the person signed in, or of the agent who accepted');
const csrf = 'from the page';
const noBarcode = { 404: 'nobody’s, or another’s' };

const get = (operationId: string, summary: string, responses: Json): Json => ({
  get: { operationId, summary, tags: ['counter'], parameters: [journeyId], responses },
});
const post = (operationId: string, summary: string, fields: { readonly [name: string]: string }): Json => ({
  post: {
    operationId,
    summary,
    tags: ['counter'],
    parameters: [journeyId],
    requestBody: form({ csrf, ...fields }),
    responses: answers({ 303: 'to the page', 403: 'forged or outdated form', ...noBarcode }),
  },
});

const barcode = json(object({ serial: text, expiresAt: text, renewAfter: text, service: text, agency: text }));
const barcodeCodes = {
  200: 'the barcode',
  ...noBarcode,
  409: 'another page shows it, or the data is not there yet',
  410: 'none any more: `barcode-taken`, `barcode-burnt`, `barcode-expired`',
};

/** `/service/counter…` for desks and residents, the barcode's pages, and those of delegations. */
export const counterPaths = (): Json => ({
  '/service/counter/present': deskPost(
    'counterPresent',
    'A desk has scanned or typed a serial: sends the verification code',
    object({ serial: text, desk: object({ id: text, agency: text, counter: text, clerk: text }) }),
    {
      200: 'an attempt; whether a code was `sent` now (else the one before is still good), for how many seconds it is good, and after how many another may be sent',
      404: '`serial-unknown`; counts as a wrong entry of the desk',
      409: '`other-service`, with `client_id` and `service`, and `agency` where it is registered: another service’s barcode; nobody’s mistake',
      410: over,
    },
    presented,
  ),
  '/service/counter/resend': deskPost(
    'counterResend',
    'Sends another code; the one before is void',
    object({ attempt: text }),
    { 200: 'sent', 404: 'unknown or too old an attempt', 410: over, 429: 'not before Retry-After seconds' },
    presented,
  ),
  '/service/counter/code': deskPost(
    'counterCode',
    'The clerk types the code: gives the ticket for GET /service/data',
    object({ attempt: text, code: text }),
    {
      200: 'the ticket, once; `agent` where another presents for the person',
      403: '`code-refused`: wrong; counts for the desk, the clerk and the barcode',
      404: 'unknown or too old an attempt',
      410: `\`code-over\`: the code’s time is over, or another desk had one sent since; or ${over}`,
    },
    json(
      object(
        {
          tx_id: text,
          permission_ticket: text,
          secret_key: text,
          agent: object({ name: text, uid: text, acts_for: text }),
        },
        ['tx_id', 'permission_ticket', 'secret_key'],
      ),
    ),
  ),
  '/service/counter/{client_id}': {
    get: {
      operationId: 'counterService',
      summary: 'The page of one counter service, with its one button',
      tags: ['counter'],
      parameters: [inPath('client_id', '`CLI.` and ten characters')],
      responses: answers({ 200: 'page', 404: 'no counter service', 423: 'paused' }, { 200: page }),
    },
    post: {
      operationId: 'beginForCounter',
      summary: 'The one button: begins a journey for what is ticked',
      tags: ['counter'],
      parameters: [inPath('client_id', '`CLI.` and ten characters')],
      requestBody: form({ dataset: 'id of a dataset that was ticked; more than one may be sent' }, []),
      responses: answers({ 303: 'to the terms', 404: 'no counter service', 422: 'too few ticked', 423: 'paused' }),
    },
  },
  '/journey/{id}/barcode': {
    ...get(
      'barcodePage',
      'The page that shows the barcode',
      answers({ 200: 'page', 303: 'to where the journey is, or to sign in', ...noBarcode }, { 200: page }),
    ),
    ...post('renewBarcode', 'A new barcode, the old is dead at once', {}),
  },
  '/journey/{id}/barcode/cancel': post('cancelBarcode', 'Takes the consent back: barcode and data are gone', {}),
  '/journey/{id}/barcode.json': {
    ...get('barcode', 'The barcode that this browser shows', answers(barcodeCodes, { 200: barcode })),
    post: {
      operationId: 'renewBarcodeAsJson',
      summary: 'A new barcode, the old is dead at once; header `x-mydata-request`',
      tags: ['counter'],
      parameters: [journeyId],
      responses: answers({ ...barcodeCodes, 403: 'without the header' }, { 200: barcode }),
    },
  },
  '/journey/{id}/barcode/events': get(
    'barcodeEvents',
    'Server-sent events: `desk` (agency, counter, at, expiresAt: it waits for the code, which is never told here), `taken`, `burnt`, `expired`, `moved`',
    answers({ 200: 'stream', ...noBarcode }, { 200: { 'text/event-stream': { schema: text } } }),
  ),
  '/journey/{id}/delegation': {
    ...get(
      'delegationPage',
      'Names an agent, and tells what became of it',
      answers({ 200: 'page', ...noBarcode }, { 200: page }),
    ),
    ...post('nameAgent', 'Names the agent', { name: 'as on the id', nationalId: 'of the agent' }),
  },
  '/journey/{id}/delegation/withdraw': post(
    'withdrawDelegation',
    'Takes it back: the agent’s barcode is dead at once',
    {},
  ),
  '/me/barcode/{id}': get('openOwnBarcode', 'To the barcode, after signing in', answers({ 303: 'to the page' })),
  '/me/delegation/{id}': get(
    'agentPage',
    'What the agent is asked',
    answers({ 200: 'page', 303: 'to sign in', 404: 'not to this person' }, { 200: page }),
  ),
  '/me/delegation/{id}/accept': post('acceptDelegation', 'The agent accepts with their own identity', {}),
  '/me/delegation/{id}/decline': post('declineDelegation', 'The agent declines, or stops', {}),
  '/components/{file}': componentFile('componentFile'),
  '/components/chunks/{file}': componentFile('componentChunk'),
});

function componentFile(operationId: string): Json {
  return {
    get: {
      operationId,
      summary: 'A built web component',
      tags: ['pages'],
      parameters: [inPath('file', 'name')],
      responses: answers({ 200: 'script', 404: 'none' }, { 200: { 'text/javascript': { schema: text } } }),
    },
  };
}
