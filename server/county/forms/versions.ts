/** Published versions, what changed between them, and who said so. */
import { compareDocuments } from '../../../schemas/publish/compare.ts';
import type { VersionDetail, VersionDiff, VersionSummary } from '../../../schemas/wire/builder-api.ts';
import type { County } from '../county.ts';
import { formState, trailView } from './drafts.ts';
import { FormsError } from './errors.ts';
import { versionOf } from './live.ts';
import type { FormVersion } from './storage.ts';

const summaryOf = (
  { version, publishedAt, publishedBy, approvedBy, notes, trail = [], skipped = [] }: FormVersion,
  live: number | undefined,
  applications: ReadonlyMap<number, number>,
): VersionSummary => ({
  version,
  publishedAt,
  ...(publishedBy && { publishedBy: publishedBy.name }),
  ...(approvedBy && { approvedBy: approvedBy.name }),
  ...(notes !== undefined && { notes }),
  ...(trail.length && { trail: trail.map(trailView) }),
  ...(skipped.length && { skipped }),
  live: version === live,
  applications: applications.get(version) ?? 0,
});

/** Newest first. */
export async function versionSummaries(county: County, form: string): Promise<readonly VersionSummary[]> {
  const [versions, applications] = await Promise.all([
    county.storage.formVersions(form),
    county.storage.applicationsByVersion(form),
  ]);
  const live = county.services.get(form)?.formVersion;
  return versions.map((one) => summaryOf(one, live, applications));
}

export async function versionDetail(county: County, form: string, version: number): Promise<VersionDetail> {
  const found = (await versionSummaries(county, form)).find((one) => one.version === version);
  const content = await versionOf(county, form, version);
  if (!found || !content) throw new FormsError('version-unknown');
  return { ...found, document: content.document };
}

export async function diffOf(
  county: County,
  form: string,
  from: number | 'draft',
  to: number | 'draft',
): Promise<VersionDiff> {
  const document = async (one: number | 'draft') => {
    if (one === 'draft') return (await formState(county, form)).document;
    const found = await versionOf(county, form, one);
    if (!found) throw new FormsError('version-unknown');
    return found.document;
  };
  return { from, to, differences: compareDocuments(await document(from), await document(to)) };
}
