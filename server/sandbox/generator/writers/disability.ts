/** 身心障礙資格: the certificate of who has one. */
import { addMonths } from '../dates.ts';
import { personIn } from '../household.ts';
import { genericData } from '../generic/write-generic.ts';
import type { Writer } from './writer.ts';

const codes: Readonly<Record<string, readonly [function_: string, diagnosis: string, former: string]>> = {
  第1類: ['b117', 'F71', '智能障礙'],
  第2類: ['b230', 'H90.3', '聽覺機能障礙'],
  第3類: ['b320', 'R47.0', '聲音機能或語言機能障礙'],
  第4類: ['b410', 'I50.9', '重要器官失去功能（心臟）'],
  第5類: ['b510', 'K94.2', '重要器官失去功能（吞嚥機能）'],
  第6類: ['b610', 'N18.6', '重要器官失去功能（腎臟）'],
  第7類: ['b730b', 'G82.20', '肢體障礙'],
  第8類: ['b810', 'L90.5', '顏面損傷'],
};

/** Undefined for who has none. Contact is the spouse, else somebody of the household. */
export const disability: Writer = ({ dataset, household, person, random }) => {
  const held = person.disability;
  if (!held) return undefined;
  const [function_, diagnosis, former] = codes[held.category] ?? codes['第7類']!;
  const degree = ['輕度', '中度', '重度', '極重度'].indexOf(held.level) + 1;
  const contact = personIn(household, person.spouseId) ?? household.members.find(({ id }) => id !== person.id);
  const yes = (is: boolean): string => (is ? '是' : '否');
  const moving = held.category === '第7類' && degree > 1;
  return {
    ...genericData(dataset.shape, household, person, random, 0),
    person_id: person.id,
    person_name: person.name,
    birth_date: person.birthDate,
    contact_name: contact && !contact.deathDate ? contact.name : undefined,
    disability_level: held.level,
    disability_categories: [held.category],
    body_function_codes: [`${function_}.${degree}`],
    icd_diagnoses: [diagnosis],
    former_category: former,
    assessed_date: addMonths(held.issued, -1),
    issued_date: held.issued,
    first_issued_date: held.issued,
    valid_from_date: held.issued,
    valid_until_date: held.validUntil,
    reassessment_date: held.validUntil,
    reassessment_waived: yes(!held.validUntil),
    mobility_impaired: yes(moving),
    companion_transport: yes(degree > 1),
    companion_venues: yes(degree > 1),
  };
};
