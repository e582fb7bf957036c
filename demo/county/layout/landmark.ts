import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { say } from './language.ts';
import type { Text } from '#schemas/text.ts';

/** The `:::` at the start of a region, reached by Alt and its key: the habit of the Taiwanese accessibility rules (110.07). */
export const landmark = (target: string, key: 'U' | 'C' | 'Z', name: Text): TemplateResult =>
  // eslint-disable-next-line lit-a11y/no-access-key -- those rules name U, C and Z for these three regions
  html`<a class="landmark" href="#${target}" id=${target} accesskey=${key} title="${say(name)} (Alt+${key})"
    ><span aria-hidden="true">:::</span><span class="visually-hidden">${say(name)}</span></a
  >`;
