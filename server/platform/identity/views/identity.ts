/** Third screen: proving identity by one of the methods that all asked datasets accept. */
import type { OwnJourney } from '../../journey/journey.ts';
import { identityForm, identityScripts, type IdentityFormOptions } from './identity-form.ts';
import { csrfField, journeyPage, journeyPath } from '../../journey/views/journey-page.ts';
import type { Html } from '../../site/views/page.ts';

export interface IdentityViewOptions extends Omit<IdentityFormOptions, 'action' | 'wayAt' | 'bindAt' | 'csrf'> {
  readonly own: OwnJourney;
  readonly test: boolean;
}

/**
 * To the resident of a journey who has agreed to the terms and is not yet proved. The `pid` that the service provider
 * sent is not shown.
 */
export const identityView = ({ own, test, ...options }: IdentityViewOptions): Html =>
  journeyPage({
    own,
    test,
    screen: 'identity',
    title: '驗證您的身分',
    error: options.problem !== undefined,
    scripts: identityScripts(options.method),
    body: identityForm({
      ...options,
      action: journeyPath(own, 'identity'),
      wayAt: (method) => `${journeyPath(own, 'identity')}?method=${method}`,
      bindAt: journeyPath(own, 'passkey'),
      csrf: csrfField(own),
    }),
  });
