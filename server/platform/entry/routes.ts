/** `GET /service/{client_id}/{resources}/{tx_id}`: the browser arrives from a service provider. */
import type { Context, Hono } from 'hono';
import { HttpError, type ErrorStatus } from '../../http/errors.ts';
import type { ReturnCode } from '../../protocol/mydata-1/return-codes.ts';
import type { Text } from '#schemas/text.ts';
import type { Platform } from '../platform.ts';
import { ofJourneys } from '../space.ts';
import { browserOf, keepBrowser } from '../journey/browser.ts';
import { verifiedBySignature } from '../identity/sp-signature.ts';
import { openJourney } from './open-journey.ts';

const texts: Partial<Record<ReturnCode, Text>> = {
  401: {
    'zh-Hant': '這個服務沒有在本平臺登錄，或要求了沒有登錄的資料。請通知原服務網站的承辦單位。',
    en: 'This service is not registered here, or asks for datasets that are not.',
  },
  404: {
    'zh-Hant': '服務網站給的返回網址與登錄的不同，為了保護您，本平臺不會轉過去。請通知原服務網站的承辦單位。',
    en: 'The return address differs from the registered one, so we do not go there.',
  },
};

const otherwise: Text = {
  'zh-Hant': '服務網站送來的要求不完整或無法讀取。請回到原服務網站重新開始；若一直如此，請通知承辦單位。',
  en: 'What the service’s site sent is incomplete or cannot be read. Please start again there.',
};

/**
 * For every browser. Led on with 302: to the first screen, or back to the registered return address with a code; where
 * that is not the one given, throws `arrival-refused` with the code as status. Costs what `public-budgets.ts` says.
 */
export function entryRoutes(app: Hono, platform: Platform): void {
  const arrive = async (c: Context, signed = false): Promise<Response> => {
    const segments = new URL(c.req.url).pathname.split('/');
    const clientId = c.req.param('client_id') ?? '';
    const txId = decoded(segments.at(-1) ?? '');
    // Base64 may hold slashes: what lies between the client and the last segment is the resources.
    const browser = browserOf(platform, c);
    const arrival = {
      browser: browser.secret,
      clientId,
      resources: segments.slice(signed ? 4 : 3, -1).join('/'),
      txId,
      returnUrl: c.req.query('returnUrl'),
      pid: c.req.query('pid'),
    };
    await platform.space.require(...ofJourneys);
    const elsewhere = signed ? await verifiedBySignature(platform, clientId, txId) : undefined;
    const opened = await openJourney(platform, arrival, elsewhere);
    if (opened.kind === 'stopped') {
      platform.log.warn({ code: opened.code }, 'arrival refused');
      throw new HttpError(opened.code as ErrorStatus, 'arrival-refused', texts[opened.code] ?? otherwise);
    }
    if (opened.kind === 'back') {
      platform.log.warn({ code: opened.code }, 'arrival sent back');
      return c.redirect(opened.location, 302);
    }
    keepBrowser(platform, c, browser);
    return c.redirect(`/journey/${opened.journeyId}/facts`, 302);
  };
  // Model 2; before the others, whose pattern it would match.
  app.get('/service/spsignature/:client_id/:resources/:tx_id', (c) => arrive(c, true));
  app.get('/service/spsignature/:client_id/:resources/:rest{.+}', (c) => arrive(c, true));
  app.get('/service/:client_id/:resources/:tx_id', (c) => arrive(c));
  app.get('/service/:client_id/:resources/:rest{.+}', (c) => arrive(c));
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
