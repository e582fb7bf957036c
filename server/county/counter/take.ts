/** What a clerk may look at or save of a case: documents one by one, or datasets as they were signed. */
import { zipSync } from 'fflate';
import { recordAction } from '../../accounts/session.ts';
import { trustFor } from '../../packages/trust.ts';
import { verifyInner } from '../../protocol/mydata-1/inner-zip.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';
import { caseObject } from '../records/looks.ts';
import type { Json } from '../drafts/read-input.ts';
import type { Clerk } from '../staff/desk.ts';
import { contentsOf } from './case-view.ts';
import { endCase } from './cases.ts';
import type { CaseRow } from './storage.ts';

export interface Saved {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** JSON and CSV as plain text: a browser shows them and runs nothing. */
const shownAs: Readonly<Record<string, string>> = { pdf: 'application/pdf' };

/** One file of a dataset, verified once more. @throws 404 `file-unknown` */
export async function documentOf(
  county: County,
  clerk: Clerk,
  row: CaseRow,
  { dataset, name }: { readonly dataset: string; readonly name: string },
): Promise<Saved> {
  const { packages = [] } = (await contentsOf(county, row)).atCounter ?? {};
  const kept = packages.find((one) => one.dataset === dataset);
  if (!kept) throw countyError('file-unknown');
  const { anchors, crls } = trustFor(county, dataset);
  const { files } = verifyInner(Buffer.from(kept.base64, 'base64'), { anchors, crls, now: county.clock.now() });
  const file = files.find((one) => one.name === name);
  if (!file) throw countyError('file-unknown');
  await county.storage.commit([
    recordAction(
      clerk,
      { verb: 'view-document', object: caseObject(row, clerk, dataset), office: row.office },
      county.clock.now(),
    ),
  ]);
  const type = shownAs[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'text/plain; charset=utf-8';
  return { name, type, bytes: file.bytes };
}

/** One dataset as its own signed zip, several in one. The case is over with it. @throws 422 `dataset-missing` */
export async function takeDatasets(county: County, clerk: Clerk, row: CaseRow, input: Json): Promise<Saved> {
  const { packages = [] } = (await contentsOf(county, row)).atCounter ?? {};
  const wanted = Array.isArray(input.datasets) ? new Set<unknown>(input.datasets) : new Set();
  const taken = packages.filter(({ dataset }) => wanted.has(dataset));
  if (!taken.length || taken.length !== wanted.size) throw countyError('dataset-missing');
  const zips = taken.map(({ dataset, base64 }) => ({ name: `${dataset}.zip`, bytes: Buffer.from(base64, 'base64') }));
  const [only] = zips;
  const bytes =
    zips.length === 1
      ? new Uint8Array(only!.bytes)
      : zipSync(Object.fromEntries(zips.map((zip) => [zip.name, new Uint8Array(zip.bytes)])), { level: 0 });
  await endCase(county, clerk, row, 'taken', taken.map(({ dataset }) => dataset).join(' '));
  return {
    name: zips.length === 1 ? only!.name : `mydata-${row.openedAt.slice(0, 10)}.zip`,
    type: 'application/zip',
    bytes,
  };
}
