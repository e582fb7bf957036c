/** A draft as the page gets it: values with their source, never a package, never a value that the resident is to type. */
import type { OfficialValue } from '../../../schemas/mapping/types.ts';
import type { DraftView, EvidenceDocument, TransferView } from '../../../schemas/wire/county-api.ts';
import { lifetimes } from '../../lifetimes.ts';
import type { County } from '../county.ts';
import type { TransferRow } from '../storage.ts';
import { datasetOf, type CountyService } from './catalogue.ts';
import type { Draft } from './drafts.ts';
import type { OfficialContents } from './official-contents.ts';

export async function draftView(county: County, service: CountyService, draft: Draft): Promise<DraftView> {
  const { row, form, typed, official } = draft;
  const contents = official?.contents;
  const id = service.service.id;
  return {
    service: id,
    form,
    formVersion: row.formVersion,
    validatorUrl: `/api/forms/${id}/${row.formVersion}/validator.js`,
    answers: typedBeside(draft),
    official: contents ? officialValues(contents) : {},
    missing: contents?.missing ?? {},
    officialRows: contents?.officialRows ?? {},
    claims: typed.claims,
    evidence: contents ? evidenceOf(contents) : [],
    transfer: transferView(county, await county.storage.latestTransfer(row.id), official),
    consentUrl: `/services/${id}/consent`,
    revision: row.revision,
    ...(row.savedAt !== undefined && { savedAt: row.savedAt }),
    ...(official && { officialUntil: official.row.expiresAt }),
    draftUntil: row.expiresAt,
  };
}

/**
 * What was typed before MyData answered stays in the draft but is not shown where an official value stands now; when
 * that value's time is over, the typed one is there again.
 */
function typedBeside({ typed, official }: Draft): DraftView['answers'] {
  const values = official?.contents.values ?? {};
  return Object.fromEntries(
    Object.entries(typed.answers).filter(([field]) => {
      const policy = values[field]?.policy;
      return policy !== 'locked' && policy !== 'confirm';
    }),
  );
}

function officialValues(contents: OfficialContents): DraftView['official'] {
  return Object.fromEntries(
    Object.entries(contents.values).map(([field, { policy, value, provenance }]): [string, OfficialValue] => [
      field,
      policy === 'compare' ? { policy, provenance } : { policy, value, provenance },
    ]),
  );
}

const evidenceOf = (contents: OfficialContents): EvidenceDocument[] =>
  contents.evidence.map(({ dataset, filename, issuedAt, digest }) => {
    const { name, agency } = datasetOf(dataset);
    return { dataset, datasetName: name, agency, filename, issuedAt, digest };
  });

function transferView(county: County, transfer: TransferRow | undefined, official: Draft['official']): TransferView {
  const received = {
    noRecord: (official?.contents.noRecord ?? []).map((id) => ({ id, name: datasetOf(id).name })),
    ...(official && { receivedAt: official.row.receivedAt }),
  };
  const status = official ? 'filled' : 'none';
  if (!transfer) return { status, ...received };
  switch (transfer.state) {
    case 'started': {
      const old = Date.parse(transfer.startedAt) + lifetimes.countyJourney.ms <= county.clock.now().getTime();
      if (old) return { status, ...received };
      return { status: transfer.returnCode === 200 ? 'fetching' : 'started', ...received };
    }
    case 'accepted':
      return { status: 'fetching', ...received };
    case 'failed':
      return { status: 'failed', code: transfer.failCode, ...received };
    case 'filled':
      return { status, ...received };
  }
}
