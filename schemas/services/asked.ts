/**
 * What a service asks, computed from its document in this one place: the object that its registration 登錄 is. The county
 * submits it, the platform keeps it as the service's version, and consent, the provider's narrowed answer, purge and records
 * follow from it. No secrets, no people: the contact is an office. Texts are those that count (Traditional Chinese).
 */
import { datasets } from '../datasets/catalogue.ts';
import type { FormDefinition } from '../form/definition.ts';
import { askedFields, payloadFieldsFor } from '../mapping/asked.ts';
import { personPath } from '../mapping/person-path.ts';
import type { ResourceId } from '../mapping/types.ts';
import type { Text } from '../text.ts';
import type { Service } from './types.ts';

export type ServiceMode = Service['modes'][number];

/** Does the rule of this application demand the proof of every applicant? `''`: nothing is said. */
type Demanded = 'demanded' | 'not-demanded' | '';

/** Can the office look it up by itself? `in-part`: with a note why that is not enough. `''`: nothing is said. */
type LookUp = 'no' | 'in-part' | 'yes' | '';

export interface DatasetAsked {
  readonly id: ResourceId;
  /**
   * Paths as the dataset lists them (`$.person_name`), in its order, the one that says whose data it is among them; `$` alone
   * for the whole document; none where the dataset has no fields.
   */
  readonly fields: readonly string[];
  /** The paper proof 證明文件 that it replaces. */
  readonly document: string;
  /** The rule that demands that proof. */
  readonly rule: string;
  readonly demanded: Demanded;
  readonly lookUp: LookUp;
  readonly lookUpNote: string;
}

/** "At least `n` of these": a dataset in none of them is required. */
export interface AtLeast {
  readonly n: number;
  readonly of: readonly ResourceId[];
}

/** What the platform's page of a counter service says beside the datasets. */
export interface CounterOffer {
  readonly atLeast: readonly AtLeast[];
  /** What to bring along. */
  readonly bring: readonly string[];
}

export interface Asked {
  /** As the resident reads it at the platform, with the county. */
  readonly name: string;
  /** What the resident gets by it. */
  readonly kind: 'application' | 'look-up' | '';
  readonly modes: readonly ServiceMode[];
  /** Of a counter service. */
  readonly counter?: CounterOffer;
  readonly purpose: string;
  /** Official codes, `057`. */
  readonly purposeCodes: readonly string[];
  /** Official codes, `C001`. */
  readonly dataClasses: readonly string[];
  readonly legalBasis: string;
  readonly datasets: readonly DatasetAsked[];
  /** Of each group the resident chooses one; a dataset in none of them is required. Absent: all are required. */
  readonly anyOf?: readonly (readonly ResourceId[])[];
  /** Why more than five datasets are asked for; empty when none is stated. */
  readonly extraDatasetsBasis: string;
  /** Does a central agency already offer this service online? `''`: nothing is said. */
  readonly centralService: 'none' | 'exists' | '';
  readonly applicant: 'self' | 'agent' | '';
  /** The law that lets another act. */
  readonly agentBasis: string;
  /** For special categories (個資法第 6 條): the law, and that written consent is asked for. */
  readonly specialBasis: string;
  readonly specialConsent: boolean;
  /** Terms of service that the resident reads before agreeing. */
  readonly terms: string;
  readonly retentionDays: number | undefined;
  readonly contact: { readonly unit: string; readonly phone: string; readonly email: string };
}

/** Normal path → ids of the questions that it fills; none for the path that only says whose data it is. */
export type PathsUsed = ReadonlyMap<string, readonly string[]>;

/**
 * What the form's reachable questions read of which dataset. The person's own row (`$.self`) is read from the list that it
 * is a row of; whose data it is is always read.
 */
export function pathsUsed(form: FormDefinition): ReadonlyMap<ResourceId, PathsUsed> {
  return new Map(
    [...askedFields(form)].map(([id, paths]) => {
      const dataset = datasets.get(id);
      const own = dataset && personPath(dataset);
      const rows = own && /^(.*\[\*\])\.\w+$/.exec(own)?.[1];
      const merged = new Map<string, string[]>();
      for (const [path, fields] of paths) {
        const real = rows && /^\$\.self\b/.test(path) ? path.replace('$.self', () => rows) : path;
        merged.set(real, [...new Set([...(merged.get(real) ?? []), ...fields])]);
      }
      if (own && !merged.has(own) && !merged.has('$')) merged.set(own, []);
      return [id, merged] as const;
    }),
  );
}

interface Choices {
  readonly all: readonly ResourceId[];
  readonly anyOf: readonly (readonly ResourceId[])[];
}

/** The datasets that the service lists and a question uses. One that is left of a choice leaves no choice. */
function choicesOf(service: Pick<Service, 'datasets'>, used: ReadonlySet<ResourceId>): Choices {
  const groups = service.datasets.map((entry) =>
    (typeof entry === 'string' ? [entry] : entry.anyOf).filter((id) => used.has(id)),
  );
  return { all: groups.flatMap((group) => (group.length === 1 ? group : [])), anyOf: groups.filter(isChoice) };
}

const isChoice = (group: readonly ResourceId[]): boolean => group.length > 1;

const zh = (text: Text | undefined): string => text?.['zh-Hant'].trim() ?? '';

/** @param document of a draft too: what it does not say is empty */
export function askedOf({ service, form }: { readonly service: Service; readonly form: FormDefinition }): Asked {
  const used = pathsUsed(form);
  const { anyOf } = choicesOf(service, new Set(used.keys()));
  // In the order in which the service lists them.
  const ids = service.datasets
    .flatMap((entry) => (typeof entry === 'string' ? [entry] : entry.anyOf))
    .filter((id, index, all) => used.has(id) && all.indexOf(id) === index);
  const { notice, contact } = service;
  return {
    name: named(service),
    kind: 'application',
    modes: (['online', 'counter'] as const).filter((mode) => service.modes.includes(mode)),
    ...(service.modes.includes('counter') && {
      counter: { atLeast: anyOf.map((of) => ({ n: 1, of })), bring: service.prepare.map(zh).filter(Boolean) },
    }),
    purpose: zh(service.purpose),
    purposeCodes: [...new Set(service.purposes.map(({ code }) => code))],
    dataClasses: [...new Set(zh(notice.dataClasses).match(/C\d{3}/g) ?? [])],
    legalBasis: zh(service.legalBasis),
    datasets: ids.map((id) => datasetOf(service, id, [...(used.get(id)?.keys() ?? [])])),
    ...(anyOf.length && { anyOf }),
    extraDatasetsBasis: zh(service.extraDatasetsBasis),
    centralService: service.centralService ?? '',
    applicant: service.agentBasis ? 'agent' : 'self',
    agentBasis: zh(service.agentBasis),
    specialBasis: zh(service.special?.basis),
    specialConsent: service.special?.writtenConsent ?? false,
    terms: [notice.period, notice.area, notice.recipients, notice.manner, notice.rights, notice.ifRefused]
      .map(zh)
      .filter(Boolean)
      .join('\n'),
    retentionDays: service.retentionDays,
    contact: { unit: zh(contact.unit), phone: contact.phone.trim(), email: contact.email?.trim() ?? '' },
  };
}

function named({ county, name }: Service): string {
  const own = zh(name);
  return own.startsWith(county) ? own : `${county}${own}`;
}

function datasetOf({ replaces }: Service, id: ResourceId, paths: readonly string[]): DatasetAsked {
  const replaced = replaces.find(({ dataset }) => dataset === id);
  return {
    id,
    fields: listedPaths(id, paths),
    document: zh(replaced?.document),
    rule: zh(replaced?.rule),
    // To replace a proof is to say that the rule demands it.
    demanded: replaced ? 'demanded' : '',
    lookUp: replaced?.lookUp ?? '',
    lookUpNote: zh(replaced?.lookUpNote),
  };
}

/** A question about a part asks for the listed field that holds it; one about a whole asks for its listed parts. */
function listedPaths(id: ResourceId, paths: readonly string[]): readonly string[] {
  const listed = datasets.get(id)?.fields.map(({ path }) => path) ?? [];
  if (!listed.length) return [];
  if (paths.includes('$')) return ['$'];
  const found = new Set(
    paths.flatMap((path) => {
      if (listed.includes(path)) return [path];
      const parts = listed.filter((one) => one.startsWith(`${path}.`) || one.startsWith(`${path}[`));
      const holders = listed.filter((one) => path.startsWith(`${one}.`) || path.startsWith(`${one}[`));
      return parts.length ? parts : holders.length ? holders : [path];
    }),
  );
  // In the dataset's order, so that questions that change places ask the same.
  return [...listed.filter((path) => found.has(path)), ...[...found].filter((path) => !listed.includes(path)).sort()];
}

/**
 * Dataset → the agency's names of the fields asked, for the header `fields` of a provider that can sign just those; a dataset
 * whose names are not known, or that can only come whole, is left out.
 */
export const payloadFieldsOf = ({
  datasets: asked,
}: Pick<Asked, 'datasets'>): { readonly [dataset: ResourceId]: readonly string[] } =>
  Object.fromEntries(
    asked.flatMap(({ id, fields }) => {
      const names = fields.length ? payloadFieldsFor(id, fields) : undefined;
      return names?.length ? [[id, names] as const] : [];
    }),
  );
