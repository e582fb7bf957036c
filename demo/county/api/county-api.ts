/** The calls that the pages make themselves, by the components' own client; the components make their own. */
import { callCounty, getDraft as draftOf, getService as serviceOf } from '#components/county-calls.ts';
import type { DraftView, ProgressView, ServiceDetail, ServiceSummary } from '#schemas/wire/county-api.ts';

export const apiBase = '/api';

export const getServices = async (): Promise<readonly ServiceSummary[]> =>
  (await callCounty<{ services: readonly ServiceSummary[] }>(apiBase, '/services', {})).services;

export const getService = (id: string): Promise<ServiceDetail> => serviceOf(apiBase, id);

export const getDraft = (id: string): Promise<DraftView> => draftOf(apiBase, id);

/** By POST, so that neither number stands in an address or an access log. */
export const findProgress = (applicationNo: string, nationalId: string): Promise<ProgressView> =>
  callCounty(apiBase, '/progress', { method: 'POST', body: { applicationNo, nationalId } });
