/** `/withdraw/:journey/:key`: the link in the notice that a delivery is waited for. The key is the right to it. */
import type { Context, Hono } from 'hono';
import { HttpError } from '../../http/errors.ts';
import type { Platform } from '../platform.ts';
import { findWithdrawal, withdraw, type Withdrawable } from './withdrawal.ts';
import { withdrawalView } from './views/withdrawal.ts';

/**
 * GET shows what can be withdrawn, POST does it and leads back there. No session and no token: the key in the address
 * suffices, and a wrong one is 404 `withdrawal-unknown`.
 */
export function withdrawalRoutes(app: Hono, platform: Platform): void {
  const test = platform.config.environment === 'test';

  const find = async (c: Context): Promise<Withdrawable> => {
    const found = await findWithdrawal(platform, c.req.param('journey') ?? '', c.req.param('key') ?? '');
    if (found) return found;
    throw new HttpError(404, 'withdrawal-unknown', {
      'zh-Hant': '這個連結不完整，或已經過了期限。請從通知信裡重新點一次連結。',
      en: 'This link is incomplete, or its time is over. Please follow it again from the notice.',
    });
  };

  app.get('/withdraw/:journey/:key', async (c) => c.html(withdrawalView(await find(c), test)));

  app.post('/withdraw/:journey/:key', async (c) => {
    const found = await find(c);
    if (found.state === 'waiting') await withdraw(platform, found.txId);
    // Somebody may have been faster: the page tells what has become of it.
    return c.redirect(new URL(c.req.url).pathname, 303);
  });
}
