/** The calls that the pages make themselves; the components make their own. Shapes: `schemas/wire/county-api.ts`. */
import type { DraftView, ProgressView, ServiceDetail, ServiceSummary } from '../../../schemas/wire/county-api.ts';
import { ApiProblem } from './problem.ts';

export const apiBase = '/api';

async function ask<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${apiBase}${path}`, {
    credentials: 'same-origin',
    cache: 'no-store',
    ...init,
    headers: { accept: 'application/json', ...init.headers },
  }).catch(() => {
    throw new ApiProblem(0, 'unreachable');
  });
  if (!response.ok) throw await ApiProblem.from(response);
  return (await response.json()) as Answer;
}

export const getServices = async (): Promise<readonly ServiceSummary[]> =>
  (await ask<{ services: readonly ServiceSummary[] }>('/services')).services;

export const getService = (id: string): Promise<ServiceDetail> => ask(`/services/${encodeURIComponent(id)}`);

export const getDraft = (id: string): Promise<DraftView> => ask(`/services/${encodeURIComponent(id)}/draft`);

/** By POST, so that neither number stands in an address or an access log. */
export const findProgress = (applicationNo: string, nationalId: string): Promise<ProgressView> =>
  ask('/progress', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-mydata-request': '1' },
    body: JSON.stringify({ applicationNo, nationalId }),
  });
