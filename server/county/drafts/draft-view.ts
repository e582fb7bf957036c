/** A draft as the page gets it: values with their source, never a package, never a value that the resident is to type. */
import type { FormDefinition, GroupField } from '#schemas/form/definition.ts';
import type { AnswerValue } from '#schemas/form/answers.ts';
import type { OfficialValue } from '#schemas/mapping/types.ts';
import type { DraftView, EvidenceDocument, TransferView } from '#schemas/wire/county-api.ts';
import { lifetimes } from '../../lifetimes.ts';
import { addressOf } from '../addresses.ts';
import type { County } from '../county.ts';
import type { OfficialRow, TransferRow } from '../storage.ts';
import { missingWithout } from '../journeys/absences.ts';
import { datasetOf } from '../services/catalogue.ts';
import type { CountyService } from '../services/county-service.ts';
import { stillConfirmed } from './confirmed.ts';
import { isFixed, rowHashes } from './drafts.ts';
import type { Draft } from './draft.ts';
import { fieldOf } from './form-fields.ts';
import type { OfficialContents } from './official-contents.ts';
import { fieldsFrom } from '../journeys/pending.ts';
import { stableJson } from '../stable-json.ts';
import { rowsBeside, rowsOf } from './rows-beside.ts';

/**
 * `answers` are the typed ones only; `official` has every value with its policy and provenance, but of a `compare`
 * question no value. Of a draft that is not kept yet there is no `id` and no file. Says what a transfer in hand will
 * still fill (`pending`); changes nothing.
 */
export async function draftView(county: County, service: CountyService, draft: Draft): Promise<DraftView> {
  const { row, form, typed, official } = draft;
  const contents = official?.contents;
  const id = service.service.id;
  const latest = await county.storage.latestTransfer(row.id);
  const transfer = transferView(county, latest, official);
  const waitedFor = transfer.status === 'preparing' && latest ? fieldsFrom(form, latest.resources) : [];
  return {
    ...(!draft.isNew && { id: row.id }),
    service: id,
    form,
    formVersion: row.formVersion,
    validatorUrl: `/api/forms/${id}/${row.formVersion}/validator.js`,
    answers: typedBeside(county, draft),
    official: contents ? officialValues(form, contents) : {},
    missing: contents?.missing ?? missingBecause(service, form, latest, transfer),
    officialRows: contents?.officialRows ?? {},
    claims: typed.claims,
    pending: waitedFor.filter((field) => !contents?.values[field]),
    typedBefore: typedBefore(draft),
    confirmed: stillConfirmed(county, draft),
    evidence: contents ? evidenceOf(contents) : [],
    files: draft.isNew ? [] : (await county.storage.files(row.id)).map((file) => file.id),
    transfer,
    consentUrl: addressOf(county.addresses, 'consent', id),
    revision: row.revision,
    ...(row.savedAt !== undefined && { savedAt: row.savedAt }),
    ...(official && { officialUntil: official.row.expiresAt }),
    draftUntil: row.expiresAt,
  };
}

/** As the page is told: kept with the application for whoever decides on it. */
export async function missingOf(
  county: County,
  service: CountyService,
  { row, form, official }: Draft,
): Promise<DraftView['missing']> {
  if (official) return official.contents.missing;
  const latest = await county.storage.latestTransfer(row.id);
  return missingBecause(service, form, latest, transferView(county, latest, undefined));
}

/** Nothing came: refused by the resident, or lost on the way. Of what was never begun nothing is said. */
function missingBecause(
  service: CountyService,
  form: FormDefinition,
  latest: TransferRow | undefined,
  { status, code }: TransferView,
): DraftView['missing'] {
  if (!latest || status !== 'failed') return {};
  return missingWithout(service, form, latest, code === 205 ? 'declined' : 'failed');
}

/**
 * What was typed before MyData answered stays in the draft but is not shown where an official value stands now; when
 * that value's time is over, the typed one is there again.
 */
function typedBeside(county: County, { form, typed, official }: Draft): DraftView['answers'] {
  const values = official?.contents.values ?? {};
  const shown: { [id: string]: AnswerValue | undefined } = {};
  for (const [id, answer] of Object.entries(typed.answers)) {
    const field = fieldOf(form, id);
    if (field?.type === 'group') {
      const given = rowsOf(values[id]?.value);
      const rows = rowsBeside(field, given, rowHashes(county, given), rowsOf(answer), typed.officialRows?.[id] ?? []);
      if (rows.length) shown[id] = rows as readonly AnswerValue[];
    } else if (!isFixed(values[id])) shown[id] = answer;
  }
  return shown;
}

function typedBefore({ form, typed, official }: Draft): DraftView['typedBefore'] {
  const values = official?.contents.values ?? {};
  return Object.fromEntries(
    Object.entries(typed.answers).filter(
      ([id, answer]) =>
        isFixed(values[id]) &&
        fieldOf(form, id)?.type !== 'group' &&
        answer !== undefined &&
        stableJson(answer) !== stableJson(values[id]!.value),
    ),
  );
}

function officialValues(form: FormDefinition, contents: OfficialContents): DraftView['official'] {
  return Object.fromEntries(
    Object.entries(contents.values).map(([id, { policy, value, provenance }]): [string, OfficialValue] => {
      const field = fieldOf(form, id);
      if (policy === 'compare') return [id, { policy, provenance }];
      return [id, { policy, value: field?.type === 'group' ? withoutCompared(field, value) : value, provenance }];
    }),
  );
}

/** In rows, too, what the resident is to type stays on the server. */
function withoutCompared(group: GroupField, value: AnswerValue): AnswerValue {
  const compared = new Set(group.fields.filter(({ fill }) => fill?.policy === 'compare').map(({ id }) => id));
  return rowsOf(value).map((row) =>
    Object.fromEntries(Object.entries(row).filter(([id]) => !compared.has(id))),
  ) as readonly AnswerValue[];
}

const evidenceOf = (contents: OfficialContents): EvidenceDocument[] =>
  contents.evidence.map(({ dataset, filename, issuedAt, digest }) => {
    const { name, agency } = datasetOf(dataset);
    return { dataset, datasetName: name, agency, filename, issuedAt, digest };
  });

/** @param official what is shown of it; without its contents no dataset is named */
export function transferView(
  county: Pick<County, 'clock'>,
  transfer: TransferRow | undefined,
  official: { readonly row: OfficialRow; readonly contents?: OfficialContents } | undefined,
): TransferView {
  const received = {
    noRecord: (official?.contents?.noRecord ?? []).map((id) => ({ id, name: datasetOf(id).name })),
    ...(official && { receivedAt: official.row.receivedAt }),
  };
  const status = official ? 'filled' : 'none';
  if (!transfer) return { status, ...received };
  const { state, returnCode, failCode, startedAt, fetching, resources } = transfer;
  if (state === 'failed') return { status: 'failed', code: failCode, ...received };
  // The package came, but the platform sent the browser back with another word: then it is not shown.
  if (returnCode !== undefined && returnCode !== 200) return { status: 'failed', code: returnCode, ...received };
  if (state === 'filled' && returnCode === 200) return { status, ...received };
  const old = Date.parse(startedAt) + lifetimes.countyJourney.ms <= county.clock.now().getTime();
  if (old && state !== 'accepted') return { status, ...received };
  if (returnCode !== 200) return { status: 'started', ...received };
  if (fetching?.readyAbout === undefined) return { status: 'fetching', ...received };
  const { readyAbout, until } = fetching;
  return { status: 'preparing', readyAbout, until, waitsFor: slowest(resources), ...received };
}

/** Those that take time; all, where the catalogue knows of none. */
function slowest(resources: readonly string[]): TransferView['waitsFor'] {
  const all = resources.map(datasetOf);
  const slow = all.filter(({ minutes }) => minutes);
  return (slow.length ? slow : all).map(({ id, name }) => ({ id, name }));
}
