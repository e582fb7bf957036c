/** The way from the notice to signing here, where the county app offers it. */
import { html, nothing, type TemplateResult } from 'lit';
import { callCounty } from '#components/county-calls.ts';
import { apiBase } from '../api/county-api.ts';
import { servicePath } from '../journey/service-path.ts';
import { say } from '../layout/language.ts';
import { signTexts as texts } from './sign-texts.ts';

export const isSigningOffered = (service: string): Promise<boolean> =>
  callCounty<{ offered: boolean }>(apiBase, `/services/${encodeURIComponent(service)}/signature`, {}).then(
    ({ offered }) => offered,
    () => false,
  );

export const signLink = (service: string, offered: boolean): TemplateResult | typeof nothing =>
  offered ? html`<p class="sheet"><a href=${servicePath(service, 'sign')}>${say(texts.link)}</a></p>` : nothing;
