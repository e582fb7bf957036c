/** The registrar of the real platform: an official letter 公文. What to send is on `/staff/registrations`; so is where its answer is entered. */
import type { Registrar } from './registrar.ts';

export const letterRegistrar: Registrar = {
  by: 'letter',
  submit: async () => ({ kind: 'posted' }),
  received: async () => true,
  look: async () => ({ kind: 'same' }),
};
