/** The log of transfer events, for everybody. */
import { answers, anyObject, inQuery, json, list, number, object, text, type Json } from '../openapi/parts.ts';

const plain: Json = { 'text/plain': { schema: text } };
const hashes = list({ type: 'string', description: 'Base64 of 32 bytes' });
const bad = { 400: 'a number is unreadable, or outside the log', 404: 'the log is still empty' };

/** → the OpenAPI paths of what is public below `/log` */
export const transparencyPaths = (): Json => ({
  '/log/checkpoint': {
    get: {
      operationId: 'logCheckpoint',
      summary: 'The newest signed checkpoint (c2sp.org/tlog-checkpoint), or the one of a size',
      tags: ['log'],
      parameters: [inQuery('size', 'entries that it covers', false)],
      responses: answers({ 200: 'signed note', 400: 'size is unreadable', 404: 'none was signed' }, { 200: plain }),
    },
  },
  '/log/entries': {
    get: {
      operationId: 'logEntries',
      summary: 'Entries from start to before end, at most 256',
      tags: ['log'],
      parameters: [inQuery('start', 'first index, from 0'), inQuery('end', 'one after the last', false)],
      responses: answers(
        { 200: 'entries, each as the exact text that is hashed', ...bad },
        {
          200: json(
            object({
              origin: text,
              size: number,
              start: number,
              end: number,
              entries: list(object({ index: number, entry: text, leaf_hash: text })),
            }),
          ),
        },
      ),
    },
  },
  '/log/proof/inclusion': {
    get: {
      operationId: 'logInclusionProof',
      summary: 'That an entry is in the tree of a size (RFC 9162, 2.1.3)',
      tags: ['log'],
      parameters: [inQuery('index', 'of the entry, from 0'), inQuery('size', 'of the tree; the newest', false)],
      responses: answers(
        { 200: 'proof', ...bad },
        { 200: json(object({ index: number, size: number, leaf_hash: text, proof: hashes })) },
      ),
    },
  },
  '/log/proof/consistency': {
    get: {
      operationId: 'logConsistencyProof',
      summary: 'That the tree of one size begins with the tree of another (RFC 9162, 2.1.4)',
      tags: ['log'],
      parameters: [inQuery('from', 'the smaller size, from 1'), inQuery('to', 'the larger; the newest', false)],
      responses: answers({ 200: 'proof', ...bad }, { 200: json(object({ from: number, to: number, proof: hashes })) }),
    },
  },
  '/log/export': {
    get: {
      operationId: 'exportLog',
      summary: 'All entries with their stored hashes and the checkpoints signed on the way, one JSON object per line',
      tags: ['log'],
      responses: answers({ 200: 'lines' }, { 200: { 'application/x-ndjson': { schema: text } } }),
    },
  },
  '/log/keys': {
    get: {
      operationId: 'logKeys',
      summary: 'Verifier keys of checkpoints and receipts, past ones too (c2sp.org/signed-note)',
      tags: ['log'],
      responses: answers({ 200: 'one key per line; comment lines tell its time' }, { 200: plain }),
    },
  },
  '/log/receipt-keys': {
    get: {
      operationId: 'receiptKeys',
      summary: 'The keys of receipts as a JWK set',
      tags: ['log'],
      responses: answers({ 200: 'JWK set' }, { 200: json(object({ keys: list(anyObject) })) }),
    },
  },
});
