/** The two doors of the interface: where the browser comes back, and where the platform calls. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { addressOf, withParameter } from '../addresses.ts';
import type { County } from '../county.ts';
import { acceptDelivery } from './accept-delivery.ts';
import { recordReturn } from './record-return.ts';
import { ownerOf, serviceOf } from '../drafts/browser.ts';

const maxBody = 64 * 1024;

/**
 * `GET /mydata/return/:service` for the browser, always 303 to our own page; `POST /mydata/sp-api/:service` for the
 * platform, which sends no token of ours: what it may do follows from the transaction and, where one is registered, the
 * API key.
 */
export function mydataRoutes(county: County): Hono {
  const mydata = new Hono();

  mydata.get('/return/:service', async (c) => {
    const service = serviceOf(county, c);
    const ours = await recordReturn(county, service, ownerOf(county, c), c.req.query());
    // Not this browser's own transaction: nothing has happened, and the form says what can be done.
    const back = addressOf(county.addresses, 'return', service.service.id);
    return c.redirect(ours ? back : withParameter(back, 'return', 'unmatched'), 303);
  });

  const limit = bodyLimit({ maxSize: maxBody, onError: (c) => c.json({ code: 'body-unreadable' }, 400) });
  mydata.post('/sp-api/:service', limit, async (c) => {
    const service = county.services.get(c.req.param('service'));
    if (!service) return c.json({ code: 'service-unknown' }, 404);
    const { status, code } = await acceptDelivery(county, service, await c.req.json().catch(() => undefined));
    return c.json({ code }, status);
  });
  return mydata;
}
