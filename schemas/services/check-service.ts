/**
 * What a service and its form must agree on: that no dataset is asked for in vain, none is used unasked, and every path
 * is one that the dataset has. Pure; the loader and the builder both ask it.
 */
import type { FormDefinition } from '../form/definition.ts';
import { catalogue } from '../datasets/catalogue.ts';
import { mostDatasets } from '../form/check-definition.ts';
import { problem, type DefinitionProblem } from '../form/problem.ts';
import { askedFields } from '../mapping/asked.ts';
import type { ResourceId } from '../mapping/types.ts';
import { checkSources } from './check-sources.ts';
import type { Service, ServiceDataset } from './types.ts';

export interface ServiceProblems {
  readonly service: readonly DefinitionProblem[];
  readonly form: readonly DefinitionProblem[];
}

const idsOf = (asked: ServiceDataset): readonly ResourceId[] => (typeof asked === 'string' ? [asked] : asked.anyOf);

/** Each dataset that the service may ask for, alternatives included. */
export const datasetsAsked = (service: Service): readonly ResourceId[] => service.datasets.flatMap(idsOf);

/** How many different datasets the form may name: alternatives count once, a stated legal basis lifts the limit. */
export function allowedDatasets(service: Service): number {
  if (service.extraDatasetsBasis) return Infinity;
  return mostDatasets + service.datasets.reduce((more, asked) => more + idsOf(asked).length - 1, 0);
}

export function checkService(service: Service, form: FormDefinition): ServiceProblems {
  const asked = datasetsAsked(service);
  // Of questions that can be reached at all.
  const used = [...askedFields(form).keys()];
  return {
    service: [
      ...checkCount(service),
      ...checkAsked(service, used),
      ...service.replaces
        .map(({ dataset }, index) => ({ dataset, path: `/replaces/${index}/dataset` }))
        .filter(({ dataset }) => !asked.includes(dataset))
        .map(({ dataset, path }) =>
          problem(
            path,
            'replaces-unasked',
            `這個服務沒有要求資料集 ${dataset}。`,
            `The service does not ask for ${dataset}.`,
          ),
        ),
    ],
    form: [
      ...(form.id === service.id
        ? []
        : [
            problem(
              '/id',
              'form-id',
              `表單代號要和服務代號「${service.id}」相同。`,
              `The form's id must be the service's, "${service.id}".`,
            ),
          ]),
      ...checkSources(form, asked),
    ],
  };
}

/** Handbook 參-一-(六). */
function checkCount(service: Service): readonly DefinitionProblem[] {
  if (service.datasets.length <= mostDatasets || service.extraDatasetsBasis) return [];
  return [
    problem(
      '/datasets',
      'too-many-datasets',
      `一個服務最多要求 ${mostDatasets} 項資料集；要更多，請在 extraDatasetsBasis 寫明法律依據。`,
      `A service asks for at most ${mostDatasets} datasets; more need a legal basis in extraDatasetsBasis.`,
    ),
  ];
}

function checkAsked(service: Service, used: readonly ResourceId[]): readonly DefinitionProblem[] {
  const replaced = service.replaces.map(({ dataset }) => dataset);
  const seen = new Set<ResourceId>();
  return service.datasets.flatMap((entry, index) =>
    idsOf(entry).flatMap((id) => {
      const path = `/datasets/${index}`;
      const problems: DefinitionProblem[] = [];
      if (seen.has(id))
        problems.push(problem(path, 'duplicate-dataset', `資料集 ${id} 要求了兩次。`, `${id} is asked for twice.`));
      seen.add(id);
      const listed = catalogue.get(id);
      if (!listed) {
        problems.push(problem(path, 'unknown-dataset', `資料集目錄裡沒有 ${id}。`, `${id} is not in the catalogue.`));
      } else if (listed.status === 'planned') {
        problems.push(
          problem(
            path,
            'planned-dataset',
            `資料集 ${id} 還在規劃，不能要求。`,
            `${id} is planned: it can not be asked for yet.`,
          ),
        );
      }
      if (!used.includes(id)) {
        problems.push(
          problem(
            path,
            'unused-dataset',
            `表單沒有用到資料集 ${id}，不能要求。`,
            `No question uses ${id}, so it can not be asked for.`,
          ),
        );
      }
      if (!replaced.includes(id)) {
        // Handbook 參-一-(三), (五): only what replaces a proof that the rule already demands.
        problems.push(
          problem(
            path,
            'replaces-nothing',
            `請在 replaces 寫明 ${id} 取代哪一份紙本證明。`,
            `replaces must say which paper proof ${id} replaces.`,
          ),
        );
      }
      return problems;
    }),
  );
}
