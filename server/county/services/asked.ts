/**
 * What a service asks of MyData, computed from its form's mapping: for the consent page, and for its registration at the
 * platform. A dataset that no reachable question uses is not asked for, whatever the service's file lists.
 */
import { catalogue, datasets } from '../../../schemas/datasets/catalogue.ts';
import type { FormDefinition } from '../../../schemas/form/definition.ts';
import { labelOf } from '../../../schemas/mapping/asked.ts';
import { askedOf, choicesOf, pathsUsed, payloadFieldsOf, type PathsUsed } from '../../../schemas/services/asked.ts';
import type { Service } from '../../../schemas/services/types.ts';
import type { Text } from '../../../schemas/text.ts';
import type { AskedDataset, AskedDatasets } from '../../../schemas/wire/county-api.ts';
import type { WantedClient } from '../client-registration.ts';

const wholeDocument: Text = { 'zh-Hant': '整份文件', en: 'the whole document' };

export function askedDatasets(service: Service, form: FormDefinition): AskedDatasets {
  const used = pathsUsed(form);
  const describe = (id: string): AskedDataset => describeDataset(service, form, id, used.get(id) ?? new Map());
  const { all, anyOf } = choicesOf(service, new Set(used.keys()));
  return { all: all.map(describe), anyOf: anyOf.map((group) => group.map(describe)) };
}

/** What each service's registration says, in the shape of the platform's client file. */
export function wantedClients(
  services: readonly { readonly service: Service; readonly form: FormDefinition }[],
): readonly WantedClient[] {
  return services.map((document) => {
    const asked = askedOf(document);
    return {
      service: document.service.id,
      name: asked.name,
      resources: asked.datasets.map(({ id }) => id),
      fields: payloadFieldsOf(asked),
      modes: asked.modes,
      ...(asked.counter && { counter: asked.counter }),
      ...(asked.agentBasis && { agentBasis: asked.agentBasis }),
      ...(asked.extraDatasetsBasis && { legalBasis: asked.extraDatasetsBasis }),
    };
  });
}

function describeDataset(service: Service, form: FormDefinition, id: string, paths: PathsUsed): AskedDataset {
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
