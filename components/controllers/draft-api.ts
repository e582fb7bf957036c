/** What `<mydata-form>` asks of the county app. Errors: see `callCounty`. */
import type { DraftView, SaveDraft, Saved, Submit, SubmitResult } from '#schemas/wire/county-api.ts';
import { callCounty, servicePath } from './county-api.ts';

export const getDraft = (api: string, service: string, signal?: AbortSignal) =>
  callCounty<DraftView>(api, servicePath(service, '/draft'), { signal });

/** 404 `draft-gone` · 409 `draft-conflict` when `revision` is stale. `keepalive` lets it outlive the page. */
export const saveDraft = (
  api: string,
  service: string,
  body: SaveDraft,
  options: { readonly signal?: AbortSignal; readonly keepalive?: boolean } = {},
) =>
  callCounty<Saved>(api, servicePath(service, '/draft'), {
    method: 'PUT',
    body,
    ...options,
  });

export const deleteDraft = (api: string, service: string, signal?: AbortSignal) =>
  callCounty<void>(api, servicePath(service, '/draft'), { method: 'DELETE', signal });

export const deleteFile = (api: string, service: string, file: string, signal?: AbortSignal) =>
  callCounty<void>(api, servicePath(service, `/draft/files/${encodeURIComponent(file)}`), { method: 'DELETE', signal });

/** 422 with `fields` when the county app finds an answer wrong. */
export const submitApplication = (api: string, service: string, body: Submit, signal?: AbortSignal) =>
  callCounty<SubmitResult>(api, servicePath(service, '/applications'), { method: 'POST', body, signal });

/** Towns by county, both by name. */
export const getTowns = (api: string, signal?: AbortSignal) =>
  callCounty<{ readonly [county: string]: readonly string[] }>(api, '/towns.json', { signal });
