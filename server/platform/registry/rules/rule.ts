/**
 * A rule of the handbook or the law that an application is held against. Pure: what a machine can decide it decides; what
 * it can't is a question that an operator must answer with a reason.
 */
import type { CatalogueEntry, DatasetField } from '#schemas/datasets/types.ts';
import { isOfficeEmail } from '#schemas/services/office-email.ts';
import type { OrganisationKind } from '../organisation-kind.ts';
import type { ServiceDefinition } from '../definition.ts';

type Verdict = 'refused' | 'question' | 'pass';

export interface Finding {
  /** Id of the rule, stable. */
  readonly rule: string;
  readonly verdict: Verdict;
  /** Where it is from, e.g. `手冊 參-一-(六)`. */
  readonly clause: string;
  /** Id of the input it is about. */
  readonly field: string;
  /** For people: what is wrong and what to do, or what is asked. */
  readonly text: string;
}

export interface RuleContext {
  /** Both applications ask the same; before `live` an operator looks at what the organisation only declares. */
  readonly stage: 'test' | 'live';
  /** A platform that is live judges addresses as live whatever the stage: it calls them from its own network. */
  readonly environment?: 'test' | 'live';
  /** What the operator has opened for calls although it is not public. */
  readonly networks?: readonly string[];
  /** To which addresses a host name leads; absent: nobody looks. */
  readonly leadsTo?: (hostname: string) => readonly string[];
  /**
   * What is not said is refused on the form, where it can be filled in at once. A registration that a system sends from a
   * document which has no place for it is only asked: it is noted in test, and stands against the trial.
   */
  readonly unsaid?: 'asked';
  readonly organisation: OrganisationKind;
  /** Absent: nobody compares. */
  readonly organisationName?: string;
  readonly catalogue: ReadonlyMap<string, CatalogueEntry>;
  /** Of datasets that can be read into fields. */
  readonly fieldsOf: (dataset: string) => readonly DatasetField[] | undefined;
}

export interface Rule {
  readonly id: string;
  readonly clause: string;
  readonly title: string;
  readonly check: (definition: ServiceDefinition, context: RuleContext) => readonly Said[];
}

/** A finding without what its rule says of itself. */
export type Said = Pick<Finding, 'verdict' | 'field' | 'text'>;

/** @param field id of the input @param text what is wrong and what to do */
export const refused = (field: string, text: string): Said => ({ verdict: 'refused', field, text });
/** @param field id of the input @param text what the operator is asked */
export const question = (field: string, text: string): Said => ({ verdict: 'question', field, text });

/** For what was not said at all, where another answer is refused or passes. */
export const unsaid = ({ unsaid: mode, stage }: RuleContext, field: string, text: string): Said =>
  (mode === 'asked' && stage === 'test' ? question : refused)(field, text);

/** `datasets.2.rule`: the id of that input on the form. */
export const datasetField = (index: number, name: string): string => `datasets.${index}.${name}`;

/** A text that says something: not a dash, not 無. */
export const says = (text: string, least = 2): boolean => {
  const words = text.replace(/[\s\p{P}\p{S}]/gu, '');
  return words.length >= least && !/^(無|沒有|略|同上|n\/?a|none|nil|test|測試)$/iu.test(words);
};

/** Whether a text names a law, regulation or rule at all; which one, and whether it says so, only a person can tell. */
export const namesLaw = (text: string): boolean =>
  /(法|條例|通則|規程|規則|細則|辦法|綱要|標準|準則|要點|規定|計畫|須知|簡章|章程|基準|注意事項|原則)/u.test(text);

/** `1966`, `05-3620123 轉 123`, two numbers with words between them. */
export const isPhone = (text: string): boolean => text.length <= 60 && (text.match(/\d/g) ?? []).length >= 3;

/**
 * The shape `name@host.tld`, 100 characters at most, blanks round it aside. Whether it is an office's nobody can see.
 */
export const isEmail = (text: string): boolean => isOfficeEmail(text.trim());
