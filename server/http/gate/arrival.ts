/** Which requests are arrivals, told by method and path alone: a journey under way and what machines ask are none. */

const param = 'queue';

export interface ArrivalRequest {
  /** Path and query without a ticket. */
  readonly address: string;
  readonly ticket: string | undefined;
  /** Of a form: it is asked for anew, with what was ticked in its query. */
  readonly isForm: boolean;
  readonly isCounter: boolean;
}

/** @param url whole, as a `Request` has it */
export function arrivalOf(method: string, url: string): ArrivalRequest | undefined {
  const begin = url.indexOf('/', url.indexOf('://') + 3);
  const end = url.indexOf('?', begin);
  const path = plain(end < 0 ? url.slice(begin) : url.slice(begin, end));
  if (!path.startsWith('/service/')) return undefined;
  const parts = path.split('/');
  const isCounter = parts[2] === 'counter' && parts.length === 4 && !desks.has(parts[3] ?? '');
  const isEntry = parts.length >= (parts[2] === 'spsignature' ? 6 : 5);
  const isForm = method === 'POST' && isCounter;
  if (!isForm && !(method === 'GET' && (isCounter || isEntry))) return undefined;
  if (end < 0) return { address: url.slice(begin), ticket: undefined, isForm, isCounter };
  const query = url.slice(end + 1);
  const at = query.lastIndexOf(`${param}=`);
  if (at < 0 || (at > 0 && query[at - 1] !== '&'))
    return { address: url.slice(begin), ticket: undefined, isForm, isCounter };
  // Always written last.
  const before = query.slice(0, Math.max(0, at - 1));
  const address = `${url.slice(begin, end)}${before ? `?${before}` : ''}`;
  return { address, ticket: query.slice(at + param.length + 1), isForm, isCounter };
}

/** @param address path and query as asked for; the ticket is safe in an address as it is */
export const withTicket = (address: string, ticket: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}${param}=${ticket}`;

/** What a desk's machine asks beside the counter's pages. */
const desks = new Set(['present', 'resend', 'code']);

function plain(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
