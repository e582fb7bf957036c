/** What `<mydata-consent>` asks of the county app. Errors: see `callCounty`. */
import type { ServiceDetail, StartJourney } from '#schemas/wire/county-api.ts';
import { callCounty, servicePath } from './county-api.ts';

export const getService = (api: string, service: string, signal?: AbortSignal) =>
  callCounty<ServiceDetail>(api, servicePath(service), { signal });

/** → the platform's address to go to, at top level; check it by `leadsToPlatform` first. */
export const startJourney = (api: string, service: string, body: StartJourney, signal?: AbortSignal) =>
  callCounty<{ readonly location: string }>(api, servicePath(service, '/journeys'), { method: 'POST', body, signal });
