import type { StaffParty } from '../../accounts/party.ts';
import { keyedHash, newId } from '../hashes.ts';
import type { Platform } from '../platform.ts';
import type { StaffKinds, Step } from '../storage.ts';

/** Where the links lead by which people make their accounts. */
export const joinAddress = ({ config }: Pick<Platform, 'config'>): string => `${config.publicUrl}/operator/invitation/`;

/** The platform, as far as accounts of its staff go. */
export const staffParty = (platform: Platform): StaffParty<StaffKinds, Step> => ({
  ...platform,
  csrfOf: (secret) => keyedHash(platform.keys.hashKey, 'csrf', `staff ${secret}`),
  newId,
  signInPath: '/operator/sign-in',
  signInFirst: {
    'zh-Hant': '請先登入維運平臺。',
    en: 'Please sign in to the console first.',
  },
  joinAddress: joinAddress(platform),
  join: ({ roles, organisationId }, account) => [
    { step: 'add-account', account: { ...account, roles, organisationId } },
  ],
  record: (action) => ({ step: 'record-action', action }),
});
