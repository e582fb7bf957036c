/**
 * Who has written what stands in a draft, by their accounts: none of them is a second pair of eyes (`stage.ts`). Whoever
 * brings something back, or copies it, has not written it alone.
 */
import type { SaveDocument } from '#schemas/wire/builder-api.ts';
import type { FormDocument } from '#schemas/publish/form-document.ts';
import type { County } from '../county.ts';
import { stableJson } from '../stable-json.ts';
import type { FormState } from './form-state.ts';
import { FormsError } from './errors.ts';
import type { KeptEntry } from './storage.ts';

type Stored = Pick<County, 'storage'>;

/** Of the work, or of what was thrown away since: that comes back by other ways, too, e.g. out of a window. */
export const authorsSince = ({ row }: Pick<FormState, 'row'>): readonly string[] =>
  row?.work?.editors ?? row?.authors ?? [];

/** All that a version says may have been written for any version before it. */
export async function authorsOfVersion({ storage }: Stored, id: string, last: number): Promise<readonly string[]> {
  const versions = await storage.formVersions(id);
  return versions.flatMap(({ version, editors = [] }) => (version <= last ? editors : []));
}

/** Of every word that stands there. */
export async function authorsOfAll(county: Stored, state: Pick<FormState, 'id' | 'row' | 'live'>) {
  const { id, live } = state;
  return [...authorsSince(state), ...(live ? await authorsOfVersion(county, id, live.version) : [])];
}

const authorsOf = ({ by, of, editors = [] }: KeptEntry): readonly string[] => [
  by.id,
  ...(of ? [of.id] : []),
  ...editors,
];

/**
 * @param restores what was brought back, as whoever sends the document says: it may have been changed since
 * @throws 422 `restored-unknown`: nobody could say who has written it
 */
export async function authorsRestored(
  county: Stored,
  id: string,
  restores: SaveDocument['restores'],
  document: FormDocument | undefined,
): Promise<readonly string[]> {
  const kept = await county.storage.keptForms(id);
  const authors: string[] = [];
  for (const one of restores ?? []) {
    const keptId = 'kept' in one ? one.kept : undefined;
    const version = 'version' in one ? one.version : undefined;
    const entry = kept.find((other) => other.id === keptId);
    const isVersion = version !== undefined && (await county.storage.formVersion(id, version)) !== undefined;
    if (!entry && !isVersion) throw new FormsError('restored-unknown');
    authors.push(...(entry ? authorsOf(entry) : []), ...(isVersion ? await authorsOfVersion(county, id, version) : []));
  }
  // One after the other: each is a document.
  if (document)
    for (const entry of kept) {
      const other = await county.storage.keptForm(entry.id);
      if (other && stableJson(other.document) === stableJson(document)) authors.push(...authorsOf(entry));
    }
  return authors;
}
