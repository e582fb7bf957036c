/** Handbook 參-一-(三), (五), (六): five datasets, each needed by a question, each in place of a proof. */
import { catalogue } from '../../datasets/catalogue.ts';
import { mostDatasets } from '../../form/check-definition.ts';
import type { ResourceId } from '../../mapping/types.ts';
import { checkService, datasetsAsked } from '../../services/check-service.ts';
import { isBlank } from '../blank.ts';
import { blocks, say, warns, type Check, type Finding, type PublishContext } from '../check.ts';
import { placeOfPointer } from '../form-parts.ts';
import { spareDataset } from '../spare-dataset.ts';

const nameOf = (id: ResourceId): string => catalogue.get(id)?.name['zh-Hant'] ?? id;
const englishOf = (id: ResourceId): string => catalogue.get(id)?.name.en ?? id;

function savings({ document: { service, form } }: PublishContext): readonly Finding[] {
  const chosen = datasetsAsked(service);
  return chosen.flatMap((id) => {
    const spare = spareDataset(
      form,
      id,
      chosen.filter((other) => other !== id),
    );
    if (!spare) return [];
    const [zh, en] = [spare.from.map(nameOf).join('、'), spare.from.map(englishOf).join(', ')];
    return [
      warns(
        'spare-dataset',
        say(
          `「${nameOf(id)}」帶入的資料，「${zh}」裡都有。改由它帶入，可以少要求一項資料集。`,
          `Everything taken from ${englishOf(id)} is in ${en} too. Taking it from there saves a dataset.`,
        ),
        { service: ['datasets'] },
        spare.fix,
      ),
    ];
  });
}

export const datasetLimit: Check = {
  group: 'datasets',
  code: 'dataset-limit',
  done: say(`要求的資料集在 ${mostDatasets} 項以內`, `No more than ${mostDatasets} datasets`),
  find(context) {
    const { service } = context.document;
    const n = service.datasets.length;
    if (n < mostDatasets - 1) return [];
    const saved = savings(context);
    if (n > mostDatasets && isBlank(service.extraDatasetsBasis?.['zh-Hant'])) {
      return [
        blocks(
          'too-many-datasets',
          say(
            `這個服務要求 ${n} 項資料集，最多 ${mostDatasets} 項。請寫明要求更多的法律依據，或減少資料集。`,
            `The service asks for ${n} datasets; the limit is ${mostDatasets}. State the legal basis for more, or ask for fewer.`,
          ),
          { service: ['extraDatasetsBasis'] },
          saved[0]?.fix,
        ),
        ...saved,
      ];
    }
    return [
      warns(
        'near-limit',
        n > mostDatasets
          ? say(
              `這個服務要求 ${n} 項資料集，超過 ${mostDatasets} 項；已寫明法律依據。`,
              `The service asks for ${n} datasets, more than ${mostDatasets}; the legal basis is stated.`,
            )
          : say(
              `已要求 ${n} 項資料集，上限是 ${mostDatasets} 項。`,
              `${n} datasets are asked for; the limit is ${mostDatasets}.`,
            ),
        { service: ['datasets'] },
      ),
      ...saved,
    ];
  },
};

const unneeded = ['unused-dataset', 'unknown-dataset', 'planned-dataset', 'duplicate-dataset'];

export const datasetsUsed: Check = {
  group: 'datasets',
  code: 'datasets-used',
  done: say(
    '要求的每一項資料，都有問得到的題目使用',
    'Every dataset asked for is used by a question that can be reached',
  ),
  find({ document: { service, form } }) {
    const found = checkService(service, form);
    return [
      ...found.service
        .filter(({ code }) => unneeded.includes(code))
        .map(({ code, reason }) => blocks(code, reason, { service: ['datasets'] })),
      ...found.form
        .filter(({ code }) => code === 'dataset-unasked')
        .map(({ code, reason, path }) => blocks(code, reason, placeOfPointer(form, path))),
      ...(service.datasets.length
        ? []
        : [
            warns(
              'no-dataset',
              say(
                '這份表單沒有從 MyData 帶入任何資料，民眾每一題都要自己填。',
                'Nothing is filled from MyData; residents answer everything themselves.',
              ),
            ),
          ]),
    ];
  },
};

export const proofsReplaced: Check = {
  group: 'datasets',
  code: 'proofs-replaced',
  done: say(
    '每一項資料集都寫明取代哪一份紙本證明、依據哪項規定',
    'Each dataset says which paper proof it replaces, and by which rule',
  ),
  find({ document: { service } }) {
    const asked = datasetsAsked(service);
    const missing = [...new Set(asked)].filter((id) => !service.replaces.some(({ dataset }) => dataset === id));
    const left = service.replaces.filter(({ dataset }) => !asked.includes(dataset));
    const empty = service.replaces.filter(
      ({ dataset, document, rule }) =>
        asked.includes(dataset) && (isBlank(document['zh-Hant']) || isBlank(rule['zh-Hant'])),
    );
    return [
      ...missing.map((id) =>
        blocks(
          'replaces-nothing',
          say(
            `請寫明「${nameOf(id)}」取代哪一份紙本證明，以及依據哪項規定。`,
            `Say which paper proof ${englishOf(id)} replaces, and by which rule.`,
          ),
          { service: ['replaces', id] },
        ),
      ),
      ...empty.map(({ dataset }) =>
        blocks(
          'replaces-empty',
          say(
            `「${nameOf(dataset)}」取代的證明或依據的規定還沒有寫完。`,
            `The proof that ${englishOf(dataset)} replaces, or the rule, is not written yet.`,
          ),
          { service: ['replaces', dataset] },
        ),
      ),
      ...left.map(({ dataset }) =>
        blocks(
          'replaces-unasked',
          say(
            `已經不再要求「${nameOf(dataset)}」，請刪除它取代的證明。`,
            `${englishOf(dataset)} is no longer asked for; remove the proof that it replaces.`,
          ),
          { service: ['replaces', dataset] },
          {
            label: say('刪除', 'Remove'),
            commands: [
              {
                id: 'set-service',
                args: {
                  of: 'service',
                  keys: ['replaces'],
                  value: service.replaces.filter((one) => one.dataset !== dataset),
                },
              },
            ],
          },
        ),
      ),
    ];
  },
};
