/**
 * What a service asks of MyData, computed from its form's mapping: for the consent page, and for its registration at the
 * platform. A dataset that no reachable question uses is not asked for, whatever the service's file lists.
 */
import { catalogue, datasets } from '../../../schemas/datasets/catalogue.ts';
import type { FormDefinition } from '../../../schemas/form/definition.ts';
import { askedFields, labelOf, payloadFieldsFor } from '../../../schemas/mapping/asked.ts';
import type { Service } from '../../../schemas/services/types.ts';
import type { Text } from '../../../schemas/text.ts';
import type { AskedDataset, AskedDatasets } from '../../../schemas/wire/county-api.ts';
import type { WantedClient } from '../client-registration.ts';
import { personPath } from './person-in-payload.ts';

const wholeDocument: Text = { 'zh-Hant': '整份文件', en: 'the whole document' };

/** Path in the normalised payload → ids of the questions that it fills. */
type Paths = ReadonlyMap<string, readonly string[]>;

export function askedDatasets(service: Service, form: FormDefinition): AskedDatasets {
  const uses = usesOf(form);
  const describe = (id: string): readonly AskedDataset[] => {
    const paths = uses.get(id);
    return paths ? [describeDataset(service, form, id, paths)] : [];
  };
  return {
    all: service.datasets.flatMap((entry) => (typeof entry === 'string' ? describe(entry) : [])),
    anyOf: service.datasets.flatMap((entry) => {
      if (typeof entry === 'string') return [];
      const group = entry.anyOf.flatMap(describe);
      return group.length ? [group] : [];
    }),
  };
}

/** What each service's registration at the platform has to say. */
export function wantedClients(
  services: readonly { readonly service: Service; readonly form: FormDefinition }[],
): readonly WantedClient[] {
  return services.map(({ service, form }) => {
    const { all, anyOf } = askedDatasets(service, form);
    const uses = usesOf(form);
    const resources = [...all, ...anyOf.flat()].map(({ id }) => id);
    const fields = resources.flatMap((id) => {
      const names = payloadFieldsFor(id, uses.get(id)?.keys() ?? []);
      return names?.length ? [[id, names] as const] : [];
    });
    return {
      service: service.id,
      name: `${service.county}${service.name['zh-Hant']}`,
      resources,
      fields: Object.fromEntries(fields),
      modes: service.modes,
      ...(service.modes.includes('counter') && {
        counter: {
          // One of them that no question uses leaves no choice.
          atLeast: anyOf.flatMap((group) => (group.length > 1 ? [{ n: 1, of: group.map(({ id }) => id) }] : [])),
          bring: service.prepare.map((text) => text['zh-Hant']),
        },
      }),
      ...(service.agentBasis && { agentBasis: service.agentBasis['zh-Hant'] }),
      ...(service.extraDatasetsBasis && { legalBasis: service.extraDatasetsBasis['zh-Hant'] }),
    };
  });
}

/** The person's own row (`$.self`) is read from the list that it is a row of; whose data it is is always read. */
function usesOf(form: FormDefinition): ReadonlyMap<string, Paths> {
  return new Map(
    [...askedFields(form)].map(([id, paths]) => {
      const dataset = datasets.get(id);
      const own = dataset && personPath(dataset);
      const rows = own && /^(.*\[\*\])\.\w+$/.exec(own)?.[1];
      const merged = new Map<string, string[]>();
      for (const [path, fields] of paths) {
        const real = rows && /^\$\.self\b/.test(path) ? path.replace('$.self', rows) : path;
        merged.set(real, [...new Set([...(merged.get(real) ?? []), ...fields])]);
      }
      if (own && !merged.has(own) && !merged.has('$')) merged.set(own, []);
      return [id, merged] as const;
    }),
  );
}

function describeDataset(service: Service, form: FormDefinition, id: string, paths: Paths): AskedDataset {
  const entry = catalogue.get(id);
  if (!entry) throw new TypeError(`${service.id} asks for ${id}, which is not in the catalogue`);
  const known = datasets.get(id)?.fields ?? [];
  const replaces = service.replaces.find(({ dataset }) => dataset === id)?.document;
  return {
    id,
    name: entry.name,
    agency: entry.agency,
    specialCategory: entry.specialCategory,
    minutes: entry.minutes ?? 0,
    parameters: entry.parameters.map(({ label }) => label),
    ...(replaces && { replaces }),
    fields: [...paths].map(([path, fields]) => ({
      path,
      label:
        path === '$'
          ? wholeDocument
          : (known.find((field) => field.path === path)?.label ?? { 'zh-Hant': path, en: path }),
      fills: fields.flatMap((field) => labelOf(form, field) ?? []),
    })),
  };
}
