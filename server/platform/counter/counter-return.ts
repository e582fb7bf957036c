/**
 * A journey for a counter comes from no service provider's page and goes back to none: what it carries as its return
 * address is the path of our own page of that service.
 */
import type { ReturnCode } from '../../protocol/mydata-1/return-codes.ts';
import type { Journey } from '../storage.ts';

const prefix = '/service/counter/';

/** Also the return address of a journey that began there. */
export const counterPath = (clientId: string): string => `${prefix}${clientId}`;

/** Registered return addresses are absolute, so none of them looks like it. */
export const isForCounter = ({ returnUrl }: Pick<Journey, 'returnUrl'>): boolean => returnUrl.startsWith(prefix);

/** Not signed in and in another browser, it leads to the door and back. */
export const barcodePath = (journeyId: string): string => `/journey/${journeyId}/barcode`;

/** Where the browser goes at the end: to the barcode, or back to the service's page, which says why there is none. */
export const counterBack = ({ id, returnUrl }: Pick<Journey, 'id' | 'returnUrl'>, code: ReturnCode): string =>
  code === 200 ? barcodePath(id) : `${returnUrl}?ended=${code}`;
