/** The log of transfer events for everybody: checkpoint, entries, proofs, keys, and all of it for a verifier. */
import type { Context, Hono } from 'hono';
import { stream } from 'hono/streaming';
import { leafHash } from '../../crypto/merkle/hash.ts';
import { keyIdHex } from '../../crypto/signed-note.ts';
import { HttpError } from '../../http/errors.ts';
import { exportLines, pageSize } from './export.ts';
import { keyName, logOrigin, verifierKeyOf } from './names.ts';
import { base64, consistencyProof, inclusionProof } from './proof.ts';
import type { Platform } from '../platform.ts';
import type { Checkpoint } from '../storage.ts';

/**
 * GET below `/log`, for everybody: `checkpoint`, `entries`, `proof/inclusion`, `proof/consistency`, `export`, `keys`,
 * `receipt-keys`. Numbers that are unreadable or outside are 400, an empty log 404.
 */
export function transparencyRoutes(app: Hono, platform: Platform): void {
  const { storage, keys, config } = platform;
  const origin = logOrigin(config.publicUrl);
  const head = async (): Promise<Checkpoint> =>
    (await storage.checkpoint()) ?? refused(404, 'log-empty', '還沒有任何紀錄。', 'The log is still empty.');

  app.get('/log/checkpoint', async (c) => {
    const asked = wholeNumber(c, 'size', true);
    const found =
      asked === undefined ? await storage.checkpoint() : (await storage.checkpoints(asked - 1, asked)).at(0);
    return found
      ? c.text(found.note)
      : refused(404, 'checkpoint-unknown', '沒有這個大小的檢查點。', 'No checkpoint of this size was signed.');
  });

  app.get('/log/entries', async (c) => {
    const start = wholeNumber(c, 'start');
    const asked = wholeNumber(c, 'end', true) ?? start + pageSize;
    const { size } = await head();
    if (asked <= start) return refused(400, 'range-empty', 'end 必須大於 start。', 'end must be greater than start.');
    if (asked - start > pageSize)
      return refused(400, 'range-too-long', `一次最多 ${pageSize} 筆。`, `At most ${pageSize} entries at once.`);
    if (start >= size) return outside(size);
    const rows = await storage.logEntries(start, Math.min(asked, size));
    const leaves = await storage.logNodes(rows.map(({ index }) => ({ level: 0, index })));
    return c.json({
      origin,
      size,
      start,
      end: Math.min(asked, size),
      entries: rows.map(({ index, entry }, row) => ({
        index,
        entry,
        // As stored, so that it tells on an entry that was changed.
        leaf_hash: base64(leaves[row] ?? leafHash(entry)),
      })),
    });
  });

  app.get('/log/proof/inclusion', async (c) => {
    const index = wholeNumber(c, 'index');
    const { size: signed } = await head();
    const size = wholeNumber(c, 'size', true) ?? signed;
    if (size > signed || index >= size) return outside(signed);
    const [leaf] = await storage.logNodes([{ level: 0, index }]);
    return c.json({ index, size, leaf_hash: leaf && base64(leaf), proof: await inclusionProof(storage, index, size) });
  });

  app.get('/log/proof/consistency', async (c) => {
    const from = wholeNumber(c, 'from');
    const { size: signed } = await head();
    const to = wholeNumber(c, 'to', true) ?? signed;
    if (from < 1 || from > to)
      return refused(400, 'range-empty', 'from 必須至少是 1，且不大於 to。', 'from must be at least 1 and at most to.');
    if (to > signed) return outside(signed);
    return c.json({ from, to, proof: await consistencyProof(storage, from, to) });
  });

  app.get('/log/export', async (c) => {
    const checkpoint = await storage.checkpoint();
    c.header('content-type', 'application/x-ndjson; charset=utf-8');
    c.header('content-disposition', 'attachment; filename="log.ndjson"');
    return stream(c, async (out) => {
      if (checkpoint) for await (const lines of exportLines(storage, checkpoint.size)) await out.write(lines);
    });
  });

  // Comment lines tell the time; the others are verifier keys as every client of such logs reads them.
  app.get('/log/keys', (c) =>
    c.text(
      keys.log
        .list()
        .map((key) => {
          const until = key.until ? ` until ${key.until.toISOString()}` : ', in use';
          return `# ${key.use}, from ${key.from.toISOString()}${until}\n${verifierKeyOf(origin, key)}\n`;
        })
        .join(''),
    ),
  );

  app.get('/log/receipt-keys', (c) =>
    c.json({
      keys: keys.log
        .list()
        .filter(({ use }) => use === 'receipt')
        .map(({ raw }) => ({
          kty: 'OKP',
          crv: 'Ed25519',
          use: 'sig',
          alg: 'EdDSA',
          kid: keyIdHex(keyName(origin, 'receipt'), raw),
          x: raw.toString('base64url'),
        })),
    }),
  );
}

function wholeNumber(c: Context, name: string): number;
function wholeNumber(c: Context, name: string, optional: true): number | undefined;
function wholeNumber(c: Context, name: string, optional = false): number | undefined {
  const text = c.req.query(name);
  if (text === undefined && optional) return undefined;
  return /^\d{1,15}$/.test(text ?? '')
    ? Number(text)
    : refused(400, 'range-unreadable', `${name} 必須是不小於 0 的整數。`, `${name} must be a whole number, 0 or more.`);
}

const outside = (size: number): never =>
  refused(400, 'range-outside', `紀錄目前到 ${size} 筆為止。`, `The log holds ${size} entries.`);

function refused(status: 400 | 404, code: string, zh: string, en: string): never {
  throw new HttpError(status, code, { 'zh-Hant': zh, en });
}
