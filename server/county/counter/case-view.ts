/** A case as its desk's page gets it, beside the draft that the form opens: what came, from whom, and its documents. */
import type { CaseView } from '#schemas/wire/counter-api.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';
import { datasetOf } from '../services/catalogue.ts';
import type { OfficialContents } from '../drafts/official-contents.ts';
import { caseDraft, caseEntry } from './cases.ts';
import type { CaseRow } from './storage.ts';

/**
 * National ids in clear: every look of a clerk is recorded by the route. Of the package values, absences, and names and
 * digests of documents. @throws 410 `case-over`
 */
export async function caseView(county: County, row: CaseRow): Promise<CaseView> {
  const draft = await caseDraft(county, row);
  const contents = draft.official?.contents;
  if (!contents) throw countyError('case-over');
  const { agent, resources = [] } = contents.atCounter ?? {};
  return {
    ...caseEntry(county, row),
    serviceId: row.service,
    expiresAt: row.expiresAt,
    ...(contents.person && {
      applicant: {
        nationalId: contents.person,
        ...(contents.personName !== undefined && { name: contents.personName }),
      },
    }),
    ...(agent && { agent }),
    // A clerk sees compared values too, and tells the applicant nothing that the form would not.
    official: contents.values,
    missing: contents.missing,
    datasets: resources.map((id) => ({
      id,
      name: datasetOf(id).name,
      agency: datasetOf(id).agency,
      noRecord: contents.noRecord.includes(id),
      files: contents.evidence
        .filter(({ dataset }) => dataset === id)
        .map(({ filename, issuedAt, digest }) => ({ name: filename, issuedAt, digest })),
    })),
  };
}

/** Of an open case. @throws 410 `case-over` */
export async function contentsOf(county: County, row: CaseRow): Promise<OfficialContents> {
  const contents = (await caseDraft(county, row)).official?.contents;
  if (!contents) throw countyError('case-over');
  return contents;
}
