/** The `{resources}` segment of the redirect: Base64 of the resource ids joined by `:`. */
import { decodeBase64Url } from './base64.ts';
import { ProtocolError } from './errors.ts';

const resourceId = /^API\.[A-Za-z0-9]{1,32}$/;

/** → standard Base64, with padding; not yet percent-encoded. Checks nothing. */
export const encodeResources = (ids: readonly string[]): string =>
  Buffer.from(ids.join(':'), 'utf8').toString('base64');

/** At least one id, each in the shape `API.` + text. Does not check duplicates: they have a return code of their own. */
export function decodeResources(text: string): string[] {
  const ids = decodeBase64Url(text.replaceAll(' ', '+'))?.toString('latin1').split(':') ?? [];
  if (!ids.length || !ids.every((id) => resourceId.test(id))) {
    throw new ProtocolError('resources-unreadable', 'The resource ids cannot be read.');
  }
  return ids;
}
