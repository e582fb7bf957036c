/**
 * Refuses a form whose body is none (a boundary that never comes, say) with 400, before a route trips over it. What was
 * read here is kept by the request, so the route does not read it again.
 */
import type { MiddlewareHandler } from 'hono';
import { HttpError } from './errors.ts';

/** Put it after the limit of the body's size. */
export function readableForm(): MiddlewareHandler {
  return async function readForm(c, next) {
    const type = c.req.header('content-type') ?? '';
    if (c.req.method === 'POST' && /^multipart\/form-data\b/i.test(type))
      await c.req.parseBody().catch(() => {
        throw new HttpError(400, 'form-unreadable', {
          'zh-Hant': '送出的表單無法讀取，沒有存入任何資料。請回上一頁再送一次。',
          en: 'The form cannot be read and nothing was kept. Please go back and send it again.',
        });
      });
    await next();
  };
}
