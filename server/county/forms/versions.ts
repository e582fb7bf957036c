/** Published versions, what changed between them, and who said so. */
import { compareDocuments } from '#schemas/publish/compare.ts';
import type { FormDefinition } from '#schemas/form/definition.ts';
import { askedOf, type Asked } from '#schemas/services/asked.ts';
import type { VersionDetail, VersionDiff, VersionSummary } from '#schemas/wire/builder-api.ts';
import type { County } from '../county.ts';
import { registrationView } from '../registration/view.ts';
import type { CountyService } from '../services/county-service.ts';
import { formState, trailView } from './drafts.ts';
import { FormsError } from './errors.ts';
import { versionOf } from './live.ts';
import type { FormVersion } from './storage.ts';

const summaryOf = (
  { version, publishedAt, publishedBy, approvedBy, notes, trail = [], skipped = [] }: FormVersion,
  live: CountyService | undefined,
  asked: Asked,
  applications: ReadonlyMap<number, number>,
): VersionSummary => ({
  version,
  publishedAt,
  ...(publishedBy && { publishedBy: publishedBy.name }),
  ...(approvedBy && { approvedBy: approvedBy.name }),
  ...(notes !== undefined && { notes }),
  ...(trail.length && { trail: trail.map(trailView) }),
  ...(skipped.length && { skipped }),
  live: version === live?.formVersion,
  registration: registrationView(live, asked),
  applications: applications.get(version) ?? 0,
});

/** Newest first. */
export async function versionSummaries(county: County, form: string): Promise<readonly VersionSummary[]> {
  const [versions, applications] = await Promise.all([
    county.storage.formVersions(form),
    county.storage.applicationsByVersion(form),
  ]);
  const live = county.services.get(form);
  return Promise.all(versions.map(async (one) => summaryOf(one, live, await askedBy(county, live, one), applications)));
}

/** The live one's and the newest's are at hand. */
async function askedBy(
  county: County,
  live: CountyService | undefined,
  { form, version, service }: FormVersion,
): Promise<Asked> {
  if (live?.formVersion === version) return live.asks;
  if (live?.newest.formVersion === version) return askedOf(live.newest);
  const published = await county.storage.form(form, version);
  return askedOf({ service, form: JSON.parse(published?.definition ?? '{"steps":[]}') as FormDefinition });
}

/** One version with its document, as it was published. @throws 404 `version-unknown` */
export async function versionDetail(county: County, form: string, version: number): Promise<VersionDetail> {
  const found = (await versionSummaries(county, form)).find((one) => one.version === version);
  const content = await versionOf(county, form, version);
  if (!found || !content) throw new FormsError('version-unknown');
  return { ...found, document: content.document };
}

/**
 * Between two versions, or one and the draft in hand (`draft`; without one: what was published last). @throws 404
 * `version-unknown`, `form-unknown`
 */
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
