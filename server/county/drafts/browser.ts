/** Who is asking: the browser's draft token, in a cookie of the county's own name. Stored as a hash only. */
import type { Context } from 'hono';
import { isSecret, newSecret } from '../../crypto/secret.ts';
import { lifetimes } from '../../lifetimes.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';
import type { CountyService } from '../services/county-service.ts';

const cookie = 'draft';

/** Hash of the browser's token; undefined when it has none. */
export function ownerOf(county: County, c: Context): string | undefined {
  const token = county.cookies.read(c, cookie);
  return isSecret(token) ? county.seals.hash('owner', token) : undefined;
}

/** As `ownerOf`, giving the browser a token when it has none; renews the cookie's time either way. */
export function ensureOwner(county: County, c: Context): string {
  const known = county.cookies.read(c, cookie);
  const token = isSecret(known) ? known : newSecret();
  county.cookies.write(c, cookie, token, lifetimes.countyDraft.ms / 1000);
  return county.seals.hash('owner', token);
}

/** The service that `:service` of the address names, as residents get it now. @throws 404 `service-unknown` */
export function serviceOf(county: County, c: Context): CountyService {
  const service = county.services.get(c.req.param('service') ?? '');
  if (!service) throw countyError('service-unknown');
  return service;
}
