/** What service providers and data providers call: the interface profile mydata-1. */
import {
  answers,
  flag,
  form,
  inHeader,
  inPath,
  inQuery,
  json,
  jsonBody,
  list,
  number,
  object,
  text,
  type Json,
} from '../openapi/parts.ts';
import { transparencyPaths } from '../log/openapi.ts';

/** → the OpenAPI paths of the interface, the log among them */
export const interfacePaths = (): Json => ({
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
  '/service/spsignature/{client_id}': {
    post: {
      operationId: 'spSignature',
      summary: 'Model 2: with `tx_id` alone, a salt; with `data` and `pkcs7`, the signature over it',
      description:
        '`data` is Base64(AES-256-CBC(JSON of pid, holder, birthday yyyy/MM/dd, email, mobile, salt)), `pkcs7` Base64 of a CMS signature over that text.',
      tags: ['interface'],
      parameters: [inPath('client_id', '`CLI.` and ten characters')],
      requestBody: jsonBody(object({ tx_id: text, data: text, pkcs7: text }, ['tx_id'])),
      responses: answers(
        {
          200: 'the salt; no body: accepted',
          400: 'fields',
          401: 'cannot be decrypted, or wrong signature',
          403: 'unknown client, tx_id or salt, or a certificate that is not accepted',
          408: 'salt too old',
          409: 'certificate of another person',
          429: 'too many failures; not before Retry-After',
        },
        { 200: json(object({ tx_id: text, salt: text })) },
      ),
    },
  },
  '/service/spsignature/{client_id}/{resources}/{tx_id}': {
    get: {
      operationId: 'arriveSigned',
      summary: 'The browser arrives from a service provider that proved identity (model 2)',
      tags: ['interface'],
      parameters: [
        inPath('client_id', '`CLI.` and ten characters'),
        inPath('resources', 'Base64 of the resource ids joined by `:`'),
        inPath('tx_id', 'of an accepted signature'),
        inQuery('returnUrl', 'the registered address; its own query is kept'),
      ],
      responses: answers({
        302: 'to the first screen, or back with `code` 401 (no signature), 408 (too old), 409 (a `pid` of another person), 403, 423',
        400: 'returnUrl missing',
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
        inHeader('fetch_id', 'ours: of this fetch, made up by the caller (16 to 128 of A-Z a-z 0-9 _ -)', false),
      ],
      responses: answers(
        {
          200: 'compact JWE (A256KW, A256CBC-HS512); the platform’s copy is deleted, or kept for the same fetch_id until DELETE',
          201: 'fetched already, by another fetch_id or by none',
          400: 'no ticket, or a malformed fetch_id',
          401: 'caller address not registered',
          403: 'unknown or expired ticket',
          429: 'agreed to, and an agency still prepares it (or too many unknown tickets); not before Retry-After',
          504: 'a dataset could not be had',
        },
        { 200: { 'application/jwe': { schema: text } } },
      ),
    },
    delete: {
      operationId: 'confirmFetch',
      summary: 'Ours: what became of a fetch that had an id; the platform’s copy is deleted at once',
      tags: ['interface'],
      parameters: [
        inHeader('permission_ticket', 'as at the fetch', false),
        inHeader('fetch_id', 'as at the fetch', false),
        inHeader('stored', 'yes (default), or no: it does not verify and is not used', false),
      ],
      responses: answers({
        204: 'noted; also when it was said before',
        400: 'no ticket, no fetch_id, or neither yes nor no',
        401: 'caller address not registered',
        403: 'unknown ticket, or not fetched under this id',
        429: 'too many unknown tickets; not before Retry-After',
      }),
    },
  },
  '/service/txid_status': {
    get: {
      operationId: 'transactionStatus',
      summary: 'What became of a transaction',
      tags: ['interface'],
      parameters: [inHeader('tx_id', 'UUID')],
      responses: answers(
        {
          200: '429 preparing, 200 ready, 201 fetched, or the return code that ended it',
          401: 'caller address',
          403: 'unknown',
        },
        { 200: json(object({ code: text, text })) },
      ),
    },
  },
  '/service/type_valid': {
    get: {
      operationId: 'verificationType',
      summary: 'How identity was proved',
      tags: ['interface'],
      parameters: [inHeader('tx_id', 'UUID')],
      responses: answers(
        { 200: 'CER, TFD, NHI or PII', 401: 'caller address', 403: 'unknown, or nobody proved identity' },
        { 200: json(object({ verification: text })) },
      ),
    },
  },
  '/service/uid_valid': {
    get: {
      operationId: 'personIsSame',
      summary: 'Is this the person of the ticket?',
      tags: ['interface'],
      parameters: [
        inHeader('permission_ticket', 'ticket'),
        inHeader(
          'uid',
          'Base64URL(AES-192-ECB, PKCS#7, of the national id); key: the 32 characters of secret_key read as Base64',
        ),
      ],
      responses: answers(
        {
          200: 'yes or no; no for an unknown or expired ticket',
          401: 'caller address',
          403: 'a header is missing or unreadable',
        },
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
  ...transparencyPaths(),
  '/log/sp': { post: logOperation('logOfServiceProvider', 'client_id', 'tx_id') },
  '/log/dp': { post: logOperation('logOfDataProvider', 'resource_id', 'transaction_uid') },
  '/connect/introspect': {
    post: {
      operationId: 'introspect',
      'x-refuses': 'nothing',
      summary: 'Is this token active for my dataset? (Basic resource_id:resource_secret)',
      tags: ['data provider'],
      requestBody: form({ token: 'bearer token of the call' }),
      responses: answers(
        { 200: 'active, and how identity was proved; whatever is wrong, the secret included: not active' },
        { 200: json(object({ active: flag, verification: text }, ['active'])) },
      ),
    },
  },
  '/connect/userinfo': {
    get: {
      operationId: 'userInfo',
      summary: 'The person behind a bearer token',
      tags: ['data provider'],
      responses: answers(
        { 200: 'the person', 401: 'not active' },
        {
          200: json(
            object({
              sub: text,
              cn: text,
              uid: text,
              uid_verified: { type: 'string', enum: ['True'] },
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

function logOperation(operationId: string, id: string, of: string): Json {
  const day = 'yyyy-MM-dd, in Taipei; both days are included';
  const rows = { [of]: text, ...(of === 'tx_id' && { resource_id: text }), ctime: text, event: number, ip: text };
  return {
    operationId,
    summary: `Usage records: asked for (${id}, stime, etime), or reported (tx_id, event)`,
    description: `A question is answered to Basic ${id}:secret, and to the registered addresses of a service; in the test environment, where none are registered, to everybody. \`stime\` and \`etime\`: ${day}. A report is taken from Basic ${id}:secret alone. \`ip\` is empty: it is not kept.`,
    tags: ['interface'],
    requestBody: jsonBody(
      object(
        {
          [id]: text,
          stime: text,
          etime: text,
          [of]: { oneOf: [list(text), text] },
          event: { oneOf: [list(number), number] },
          ok: flag,
          ...(of !== 'tx_id' && { tx_id: text }),
        },
        [],
      ),
    ),
    responses: answers(
      {
        200: 'the records, oldest first, 10,000 at most',
        204: 'a report, kept',
        400: 'unreadable, or without times',
        401: 'unknown caller',
        403: 'no such id',
        404: 'a report of no transaction of yours',
      },
      { 200: json(object({ [id]: text, data: list(object(rows)) })) },
    ),
  };
}
