/** The same of services and their forms 服務與表單: each is decided by the office that it belongs to. */
import { HttpError } from '../../http/errors.ts';
import type { County } from '../county.ts';
import type { ServiceOwner } from '../offices/storage.ts';
import { mayIn, type Person } from './may.ts';
import type { Verb } from './verbs.ts';

type Given = Pick<County, 'storage'>;

/** Ids of the services that the person may do this with. */
export async function servicesFor({ storage }: Given, person: Person, verb: Verb): Promise<ReadonlySet<string>> {
  const mine = ({ office }: ServiceOwner): boolean => mayIn(person, verb, office);
  return new Set((await storage.serviceOwners()).filter(mine).map(({ service }) => service));
}

/**
 * The office of a service, for whoever may do this there.
 * @param unseen what is thrown where the person may not even `see` it: the same as for one that is not there
 * @throws 403 `staff-role` where it may be seen, and no more
 */
export async function officeFor(
  { storage }: Given,
  person: Person,
  service: string,
  { see, verb, unseen }: { readonly see: Verb; readonly verb: Verb; readonly unseen: () => Error },
): Promise<string> {
  const owner = await storage.serviceOwner(service);
  if (!owner || !(mayIn(person, see, owner.office) || mayIn(person, verb, owner.office))) throw unseen();
  if (!mayIn(person, verb, owner.office)) throw notYours();
  return owner.office;
}

/** 403 `staff-role`: signed in, and what is asked for may be known of, but no more. */
export const notYours = (): HttpError =>
  new HttpError(403, 'staff-role', {
    'zh-Hant': '您的帳號沒有使用這個功能的權限。需要時，請洽機關的管理人員。',
    en: 'Your account may not use this. Please ask an administrator of the county where you need it.',
  });
