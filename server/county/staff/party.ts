import { randomUUID } from 'node:crypto';
import { invite } from '../../accounts/invitations.ts';
import type { StaffParty } from '../../accounts/party.ts';
import type { County } from '../county.ts';
import type { CountyStep } from '../storage.ts';
import type { StaffInvitation, StaffKinds } from './storage.ts';

const joinAddress = ({ config }: Pick<County, 'config'>): string => `${config.publicUrl}/staff/join/`;

/** The county, as far as accounts of its staff go. */
export const staffParty = (county: County): StaffParty<StaffKinds, CountyStep> => ({
  ...county,
  keys: county.seals,
  csrfOf: (secret) => county.seals.hash('staff-csrf', secret),
  newId: randomUUID,
  signInPath: '/staff/sign-in',
  signInFirst: {
    'zh-Hant': '請先登入機關人員專區。登入後，畫面上已輸入的內容請再確認一次。',
    en: 'Please sign in as staff of the county first.',
  },
  joinAddress: joinAddress(county),
  join: ({ roles }, account) => [
    { step: 'add-account', account },
    ...roles.map(({ office, role }) => ({
      step: 'give-role' as const,
      membership: { staff: account.id, office, role },
    })),
  ],
  record: (action, invitation) => {
    const first = invitation?.roles[0];
    return { step: 'record-action', action: { ...action, ...(first && { office: first.office }) } };
  },
});

/** Put the step into the plan of the decision that grants the account. */
export const inviteStaff = (
  { seals, clock, config }: Pick<County, 'seals' | 'clock' | 'config'>,
  invited: Pick<StaffInvitation, 'name' | 'roles' | 'accountId'>,
): { readonly link: string; readonly step: CountyStep } =>
  invite({ keys: seals, clock, joinAddress: joinAddress({ config }) }, invited);
