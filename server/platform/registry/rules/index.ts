/** All rules, in the order in which the form asks; `judge` holds an application against every one of them. */
import type { ServiceDefinition } from '../definition.ts';
import { actingForAnotherRule } from './acting-for-another.ts';
import { addressesRule } from './addresses.ts';
import { askedFieldsRule } from './asked-fields.ts';
import { centralServiceRule } from './central-service.ts';
import { datasetLimitRule } from './dataset-limit.ts';
import { demandedProofRule } from './demanded-proof.ts';
import { knownDatasetsRule } from './known-datasets.ts';
import { legalBasisRule } from './legal-basis.ts';
import { ownLookUpRule } from './own-look-up.ts';
import { ownNameRule } from './own-name.ts';
import { pureLookUpRule } from './pure-look-up.ts';
import { purposeBoundRule } from './purpose-bound.ts';
import { purposesRule } from './purposes.ts';
import { retentionRule } from './retention.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';
import { specialCategoriesRule } from './special-categories.ts';
import { standingConsentRule } from './standing-consent.ts';
import { statedRule } from './stated.ts';

export const rules: readonly Rule[] = [
  statedRule,
  ownNameRule,
  pureLookUpRule,
  purposesRule,
  purposeBoundRule,
  standingConsentRule,
  legalBasisRule,
  knownDatasetsRule,
  datasetLimitRule,
  askedFieldsRule,
  demandedProofRule,
  ownLookUpRule,
  centralServiceRule,
  actingForAnotherRule,
  specialCategoriesRule,
  retentionRule,
  addressesRule,
];

/** One `pass` for each rule that has nothing to say. */
export const judge = (definition: ServiceDefinition, context: RuleContext): readonly Finding[] =>
  rules.flatMap(({ id, clause, title, check }): readonly Finding[] => {
    const said = check(definition, context);
    return said.length
      ? said.map((one) => ({ rule: id, clause, ...one }))
      : [{ rule: id, clause, verdict: 'pass', field: '', text: title }];
  });

/** What stands against it: a form is not taken then, and what a system submitted comes back. */
export const refusals = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ verdict }) => verdict === 'refused');

/** What only a person can judge: each needs an operator's answer before it is approved. */
export const questions = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ verdict }) => verdict === 'question');

/** Names a question so that its answer stays with it: the same rule may ask about several inputs. */
export const questionId = ({ rule, field }: Pick<Finding, 'rule' | 'field'>): string => `${rule}:${field}`;
