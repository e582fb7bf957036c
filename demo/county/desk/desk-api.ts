/** The calls that the desk's page makes itself; the counter and the form make their own. */
import { callCounty, getDraft } from '#components/county-calls.ts';
import type { CaseEntry, CaseView, DeskView } from '#schemas/wire/counter-api.ts';
import type { DraftView } from '#schemas/wire/county-api.ts';

const counterBase = '/api/counter';
export const caseBase = (id: string): string => `${counterBase}/cases/${encodeURIComponent(id)}`;

export const getDesk = (): Promise<DeskView> => callCounty(counterBase, '', {});

export const getCases = async (): Promise<readonly CaseEntry[]> =>
  (await callCounty<{ readonly cases: readonly CaseEntry[] }>(counterBase, '/cases', {})).cases;

export interface OpenCase {
  readonly view: CaseView;
  readonly draft: DraftView;
}

export async function getCase(id: string): Promise<OpenCase> {
  const view = await callCounty<CaseView>(caseBase(id), '', {});
  return { view, draft: await getDraft(caseBase(id), view.serviceId) };
}

export const closeCase = (id: string): Promise<void> => callCounty(caseBase(id), '', { method: 'DELETE' });

export const fileHref = (id: string, dataset: string, name: string): string =>
  `${caseBase(id)}/files/${encodeURIComponent(dataset)}/${encodeURIComponent(name)}`;

/** Saves a zip of the datasets; the case is over with it. → whether it came */
export async function takeDatasets(id: string, datasets: readonly string[]): Promise<boolean> {
  const answer = await fetch(`${caseBase(id)}/datasets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-mydata-request': '1' },
    body: JSON.stringify({ datasets }),
  }).catch(() => undefined);
  if (!answer?.ok) return false;
  const named = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = decodeURIComponent(named ?? 'mydata.zip');
  link.click();
  URL.revokeObjectURL(link.href);
  return true;
}
