/** What has to be right about registrations before a county serves, and what is taken up again at its start. */
import { askedOf } from '#schemas/services/asked.ts';
import { CountySetupError } from '../setup-error.ts';
import type { County } from '../county.ts';
import { asksNothing } from './cover.ts';
import { submissionSteps } from './submit.ts';

/**
 * Live does not start with a service of its files that has no keys, unless it is to be filled in by hand for as long: nobody
 * is sent anywhere with keys that were made up. Of what is published in the builder the page says where it stands.
 * @throws CountySetupError with every such service
 */
export function requireRegistered({ config, services }: Pick<County, 'config' | 'services'>): void {
  if (config.environment !== 'live' || config.unregistered === 'manual') return;
  const without = config.services.flatMap(({ service: { id } }) => {
    const live = services.get(id);
    return live && !live.client && !asksNothing(live.asks) ? [id] : [];
  });
  if (without.length)
    throw new CountySetupError(
      'no-client',
      `no keys for ${without.join(', ')}: name them in MYDATA_COUNTY_CLIENTS, or set MYDATA_UNREGISTERED=manual to have these filled in by hand`,
    );
}

/**
 * Each service's newest version once more: the county's address may be another now, and the register may never have heard of
 * it. What it knows already changes nothing there.
 */
export async function resubmit(county: County): Promise<void> {
  const { registrar, storage, clock } = county;
  if (!registrar) return;
  for (const [service, { newest, known }] of county.services) {
    const { formVersion: version } = newest;
    const asked = askedOf(newest);
    // One that waits is sent anyway.
    if (known.submission?.version === version || asksNothing(asked)) continue;
    const submission = { service, version, asked, submittedAt: clock.now().toISOString() };
    await storage.commit(
      registrar.by === 'platform'
        ? [{ step: 'submit-registration', submission }]
        : submissionSteps(county, known, { service, version, asked }),
    );
  }
}
