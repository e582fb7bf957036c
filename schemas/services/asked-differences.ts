/**
 * What differs between two things asked, in plain words, and whether the later asks more. More is: another dataset or
 * field, a choice that became a must, another purpose, basis or proof, longer retention, another way or person to apply,
 * other terms. What only a person could call less counts as more: a reviewer looks at it.
 */
import { withoutSpaces } from '../taiwan/plain-text.ts';
import { catalogue, datasets } from '../datasets/catalogue.ts';
import type { ResourceId } from '../mapping/types.ts';
import type { Text } from '../text.ts';
import type { Asked, DatasetAsked } from './asked.ts';

export interface AskedDifference {
  /** The input that it is about, as findings name it (`purpose`); of a dataset `datasets.fields`, with `dataset`. */
  readonly field: string;
  readonly dataset?: ResourceId;
  /** What it is. */
  readonly label: Text;
  /** What stood there, and what stands there now; empty where there was, or is, nothing. */
  readonly before: string;
  readonly after: string;
  /** In one sentence. */
  readonly text: Text;
  readonly more: boolean;
}

/** Nothing that the registered one does not say. */
export const covers = (registered: Asked, asked: Asked): boolean =>
  !askedDifferences(registered, asked).some(({ more }) => more);

export const askedDifferences = (before: Asked, after: Asked): readonly AskedDifference[] => [
  ...datasetDifferences(before, after),
  ...rows.flatMap((row) => rowDifference(row, before, after)),
];

interface Row {
  readonly field: string;
  readonly label: Text;
  readonly read: (asked: Asked) => string | readonly string[];
  /** Absent: any other words are more. Lists never come here: an entry more is more. */
  readonly more?: (before: Asked, after: Asked) => boolean;
}

const say = (zh: string, en: string): Text => ({ 'zh-Hant': zh, en });
const never = (): boolean => false;

const kinds = { application: '申辦', 'look-up': '查詢', '': '' } as const;
const centrals = { none: '沒有', exists: '有', '': '' } as const;
const applicants = { self: '本人', agent: '本人或代理人', '': '' } as const;
const modeWords = { online: '線上申辦', counter: '臨櫃核驗' } as const;

const rows: readonly Row[] = [
  // A name asks for nothing; what it lets suspect is a question of the register's rules.
  { field: 'name', label: say('服務名稱', 'name'), read: ({ name }) => name, more: never },
  {
    field: 'kind',
    label: say('申辦或查詢', 'kind'),
    read: ({ kind }) => kinds[kind],
    more: (_, { kind }) => kind === 'look-up',
  },
  { field: 'modes', label: say('辦理方式', 'modes'), read: ({ modes }) => modes.map((mode) => modeWords[mode]) },
  {
    field: 'counter',
    label: say('臨櫃要帶的東西', 'what to bring to the counter'),
    read: ({ counter }) => (counter?.bring ?? []).join('、'),
    more: never,
  },
  { field: 'purpose', label: say('蒐集目的', 'purpose'), read: ({ purpose }) => purpose },
  { field: 'purposeCodes', label: say('特定目的代號', 'purpose codes'), read: ({ purposeCodes }) => purposeCodes },
  { field: 'dataClasses', label: say('個人資料類別', 'classes of data'), read: ({ dataClasses }) => dataClasses },
  { field: 'legalBasis', label: say('法律依據', 'legal basis'), read: ({ legalBasis }) => legalBasis },
  {
    field: 'extraDatasetsBasis',
    label: say('超過五項資料集的法律依據', 'legal basis for more than five datasets'),
    read: ({ extraDatasetsBasis }) => extraDatasetsBasis,
    // One that is not needed any more may go.
    more: (_, after) => after.extraDatasetsBasis !== '' || after.datasets.length > 5,
  },
  {
    field: 'centralService',
    label: say('中央機關已有線上申辦', 'central agency’s online service'),
    read: ({ centralService }) => centrals[centralService],
    more: ({ centralService }) => centralService !== '',
  },
  {
    field: 'applicant',
    label: say('由誰申請', 'who applies'),
    read: ({ applicant }) => applicants[applicant],
    more: (_, { applicant }) => applicant === 'agent',
  },
  {
    field: 'agentBasis',
    label: say('代辦的法律依據', 'law that lets another act'),
    read: ({ agentBasis }) => agentBasis,
    more: (_, { applicant }) => applicant === 'agent',
  },
  {
    field: 'specialBasis',
    label: say('特種個人資料的依據', 'basis for special categories'),
    read: ({ specialBasis }) => specialBasis,
    more: ({ specialBasis }) => specialBasis !== '',
  },
  {
    field: 'specialConsent',
    label: say('特種個人資料的書面同意', 'written consent to special categories'),
    read: ({ specialConsent }) => (specialConsent ? '取得' : '未取得'),
    more: (_, { specialConsent }) => !specialConsent,
  },
  { field: 'terms', label: say('服務條款', 'terms'), read: ({ terms }) => terms },
  {
    field: 'retentionDays',
    label: say('保存天數', 'days of retention'),
    read: ({ retentionDays }) => (retentionDays === undefined ? '' : `${retentionDays} 天`),
    more: (before, after) => (after.retentionDays ?? Infinity) > (before.retentionDays ?? -1),
  },
  {
    field: 'contactUnit',
    label: say('承辦單位', 'office in charge'),
    read: ({ contact }) => [contact.unit, contact.phone, contact.email].filter(Boolean).join('　'),
    more: never,
  },
];

function rowDifference(row: Row, before: Asked, after: Asked): readonly AskedDifference[] {
  const { field, label } = row;
  const [a, b] = [row.read(before), row.read(after)];
  if (typeof a !== 'string' && typeof b !== 'string') return listDifference(field, label, a, b);
  const [was, is] = [String(a), String(b)];
  if (withoutSpaces(was) === withoutSpaces(is)) return [];
  const name = label['zh-Hant'];
  return [
    {
      field,
      label,
      before: was,
      after: is,
      more: row.more?.(before, after) ?? true,
      text: !was
        ? say(`${name}：新增「${is}」`, `${label.en}: now stated`)
        : !is
          ? say(`${name}：移除「${was}」`, `${label.en}: no longer stated`)
          : say(`${name}：由「${was}」改為「${is}」`, `${label.en}: changed`),
    },
  ];
}

function listDifference(
  field: string,
  label: Text,
  before: readonly string[],
  after: readonly string[],
  dataset?: ResourceId,
): readonly AskedDifference[] {
  const added = after.filter((one) => !before.includes(one));
  const removed = before.filter((one) => !after.includes(one));
  if (!added.length && !removed.length) return [];
  const words = [
    ...(added.length ? [`增加 ${added.join('、')}`] : []),
    ...(removed.length ? [`減少 ${removed.join('、')}`] : []),
  ];
  const en = [
    ...(added.length ? [`${added.length} added`] : []),
    ...(removed.length ? [`${removed.length} removed`] : []),
  ];
  return [
    {
      field,
      ...(dataset && { dataset }),
      label,
      before: before.join('、'),
      after: after.join('、'),
      more: added.length > 0,
      text: say(`${label['zh-Hant']}：${words.join('，')}`, `${label.en}: ${en.join(', ')}`),
    },
  ];
}

function datasetDifferences(before: Asked, after: Asked): readonly AskedDifference[] {
  const [was, is] = [byId(before), byId(after)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((id): readonly AskedDifference[] => {
    const [a, b] = [was.get(id), is.get(id)];
    const name = nameOf(id);
    if (!a || !b)
      return [
        {
          field: 'datasets.id',
          dataset: id,
          label: say('資料集', 'dataset'),
          before: a ? name['zh-Hant'] : '',
          after: b ? `${name['zh-Hant']}（${fieldWords(id, b.fields).join('、') || '整份文件'}）` : '',
          more: !a,
          text: a
            ? say(`不再要求「${name['zh-Hant']}」`, `no longer asks for ${name.en}`)
            : say(`增加資料集「${name['zh-Hant']}」`, `asks for ${name.en} too`),
        },
      ];
    return [...fieldDifference(a, b), ...statedDifferences(a, b), ...choiceDifference(id, before, after)];
  });
}

function fieldDifference(a: DatasetAsked, b: DatasetAsked): readonly AskedDifference[] {
  const { id } = b;
  const name = nameOf(id);
  const label = say(`「${name['zh-Hant']}」的欄位`, `fields of ${name.en}`);
  const [whole, wholeNow] = [wholeOf(a), wholeOf(b)];
  if (whole || wholeNow) {
    if (whole === wholeNow) return [];
    const words = (one: DatasetAsked): string => fieldWords(id, one.fields).join('、') || '整份文件';
    return [
      {
        field: 'datasets.fields',
        dataset: id,
        label,
        before: words(a),
        after: words(b),
        more: wholeNow,
        text: wholeNow
          ? say(`${label['zh-Hant']}：改為要求整份文件`, `${label.en}: the whole document now`)
          : say(`${label['zh-Hant']}：由整份文件改為 ${words(b)}`, `${label.en}: some instead of the whole document`),
      },
    ];
  }
  // By path; two fields may have one label.
  const wordsOf = (paths: readonly string[]): readonly string[] => fieldWords(id, paths);
  const [x, y] = [wordsOf(a.fields), wordsOf(b.fields)];
  return listDifference('datasets.fields', label, x, y, id);
}

const wholeOf = ({ fields }: DatasetAsked): boolean => fields.length === 0 || fields.includes('$');

const lookUps = { no: '不能', 'in-part': '部分', yes: '可以', '': '' } as const;
const demands = { demanded: '要求', 'not-demanded': '沒有要求', '': '' } as const;

const stated: readonly {
  readonly field: keyof DatasetAsked;
  readonly zh: string;
  readonly en: string;
  readonly read: (one: DatasetAsked) => string;
  readonly more?: (before: DatasetAsked) => boolean;
}[] = [
  { field: 'document', zh: '取代的證明', en: 'proof replaced', read: ({ document }) => document },
  { field: 'rule', zh: '要求證明的規定', en: 'rule that demands it', read: ({ rule }) => rule },
  { field: 'demanded', zh: '規定是否要求', en: 'demanded or not', read: ({ demanded }) => demands[demanded] },
  {
    field: 'lookUp',
    zh: '機關能否自行查調',
    en: 'whether the office can look it up',
    read: ({ lookUp, lookUpNote }) => [lookUps[lookUp], lookUpNote].filter(Boolean).join('：'),
    // What was not said before may be said: the rules read it.
    more: ({ lookUp }) => lookUp !== '',
  },
];

const statedDifferences = (a: DatasetAsked, b: DatasetAsked): readonly AskedDifference[] =>
  stated.flatMap(({ field, zh, en, read, more }) => {
    const [was, is] = [read(a), read(b)];
    if (withoutSpaces(was) === withoutSpaces(is)) return [];
    const name = nameOf(b.id);
    const label = say(`「${name['zh-Hant']}」${zh}`, `${name.en}: ${en}`);
    return [
      {
        field: `datasets.${field}`,
        dataset: b.id,
        label,
        before: was,
        after: is,
        more: more?.(a) ?? true,
        text: say(`${label['zh-Hant']}：由「${was}」改為「${is}」`, `${label.en} changed`),
      },
    ];
  });

/** The other datasets of which the resident needs only one with this one. */
const othersOf = (id: ResourceId, { anyOf = [], counter }: Asked): readonly (readonly ResourceId[])[] => [
  ...anyOf.filter((group) => group.includes(id)),
  ...(counter?.atLeast ?? []).filter(({ of }) => of.includes(id)).map(({ of }) => of),
];

function choiceDifference(id: ResourceId, before: Asked, after: Asked): readonly AskedDifference[] {
  const words = (asked: Asked): string => {
    const others = [...new Set(othersOf(id, asked).flat())].filter((one) => one !== id);
    return others.length ? `可改選 ${others.map((one) => nameOf(one)['zh-Hant']).join('、')}` : '必須提供';
  };
  const [was, is] = [words(before), words(after)];
  if (was === is) return [];
  const name = nameOf(id);
  const label = say(`「${name['zh-Hant']}」可否改選`, `${name.en}: a choice or not`);
  const kept = othersOf(id, before)
    .flat()
    .every((one) => othersOf(id, after).flat().includes(one));
  return [
    {
      field: 'datasets.choice',
      dataset: id,
      label,
      before: was,
      after: is,
      more: !kept,
      text: say(`${label['zh-Hant']}：由「${was}」改為「${is}」`, `${label.en} changed`),
    },
  ];
}

const byId = ({ datasets: asked }: Asked): ReadonlyMap<ResourceId, DatasetAsked> =>
  new Map(asked.map((one) => [one.id, one]));

const nameOf = (id: ResourceId): Text => catalogue.get(id)?.name ?? say(id, id);

/** A label alone where it is the only one of its name, else with its path. */
function fieldWords(id: ResourceId, paths: readonly string[]): readonly string[] {
  const known = datasets.get(id)?.fields ?? [];
  const labelOf = (path: string): string | undefined => known.find((field) => field.path === path)?.label['zh-Hant'];
  return paths
    .filter((path) => path !== '$')
    .map((path) => {
      const label = labelOf(path);
      const alone = known.filter((field) => field.label['zh-Hant'] === label).length === 1;
      return label === undefined ? path : alone ? label : `${label}（${path}）`;
    });
}
