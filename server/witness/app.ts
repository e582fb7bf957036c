/** The doors of a witness: `add-checkpoint` of c2sp.org/tlog-witness, its key, and what it last cosigned. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Witness } from './witness.ts';

/** 63 lines of proof and a note with some signatures. */
const bodyMost = 16 * 1024;

/** Under `/witness`. */
export function witnessApp(witness: Witness): Hono {
  const app = new Hono().basePath('/witness');
  app.post(
    '/add-checkpoint',
    bodyLimit({ maxSize: bodyMost, onError: (c) => c.text('too large\n', 413) }),
    async (c) => {
      const { status, body } = await witness.add(await c.req.text());
      const isSize = status === 409;
      return c.body(body, status, { 'content-type': isSize ? 'text/x.tlog.size' : 'text/plain; charset=utf-8' });
    },
  );
  app.get('/key', (c) => c.text(`${witness.verifierKey}\n`));
  app.get('/checkpoint', async (c) => {
    const note = await witness.latest();
    return note === undefined ? c.text('nothing was cosigned yet\n', 404) : c.text(note);
  });
  app.onError((_error, c) => c.text('not now\n', 503));
  return app;
}
