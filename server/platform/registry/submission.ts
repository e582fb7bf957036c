/**
 * What an organisation's system submits, as a definition: its shape is checked here, its content by the rules. One content
 * is one text: the order of keys and characters that cannot be seen make no other.
 */
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import askedSchema from '#schemas/services/asked.schema.json' with { type: 'json' };
import type { Text } from '#schemas/text.ts';
import type { Submission } from '#schemas/wire/registry-api.ts';
import { jweModes } from '../../protocol/mydata-1/jwe-modes.ts';
import { readCounter } from './counter-offer.ts';
import { emptyDefinition, type ServiceDefinition } from './definition.ts';

export const submissionSchema = {
  $id: 'https://mydata-county-kit.example/schemas/submission-1.json',
  type: 'object',
  properties: {
    asked: { $ref: askedSchema.$id },
    returnUrl: { type: 'string', maxLength: 2000 },
    spApiUrl: { type: 'string', maxLength: 2000 },
    addresses: { type: 'array', maxItems: 100, items: { type: 'string', maxLength: 100 } },
    jwe: { type: 'string', enum: Object.keys(jweModes) },
  },
  required: ['asked', 'returnUrl', 'spApiUrl', 'addresses'],
  additionalProperties: false,
} as const;

const ajv = new Ajv2020({ allErrors: false, strict: true, strictRequired: false, schemas: [askedSchema] });
const isSubmission = ajv.compile<Submission>(submissionSchema);

interface SubmissionMistake {
  /** JSON Pointer. */
  readonly path: string;
  readonly message: Text;
}

export type ReadSubmission =
  | { readonly ok: true; readonly definition: ServiceDefinition }
  | { readonly ok: false; readonly mistakes: readonly SubmissionMistake[] };

const mistake = (path: string, zh: string, en: string): SubmissionMistake => ({
  path,
  message: { 'zh-Hant': zh, en },
});

/**
 * @param json as parsed, of any shape
 * @returns the definition, blanks tidied and control characters taken out, or mistakes with a JSON Pointer each: the
 * first that the schema finds, else those of choices among datasets
 */
export function readSubmission(json: unknown): ReadSubmission {
  if (!isSubmission(json)) return { ok: false, mistakes: (isSubmission.errors ?? []).map(mistakeOf) };
  const choices = choiceMistakes(json);
  return choices.length ? { ok: false, mistakes: choices } : { ok: true, definition: definitionOf(json) };
}

function mistakeOf({ instancePath, keyword, params, message }: ErrorObject): SubmissionMistake {
  const name: unknown = params['missingProperty'] ?? params['additionalProperty'];
  const at = name === undefined ? '' : `「${String(name)}」`;
  const words: Readonly<Record<string, string>> = {
    required: `缺少${at}。`,
    additionalProperties: `不認得${at}。`,
    enum: '不是規定的選項。',
    maxLength: '文字太長。',
    maxItems: '項目太多。',
    type: '資料類型不對。',
  };
  return mistake(instancePath, words[keyword] ?? '不符合規定。', message ?? keyword);
}

class ChoiceMistake extends Error {}

/** A choice is among the datasets asked, and each dataset in one choice at most. */
function choiceMistakes({ asked }: Submission): readonly SubmissionMistake[] {
  const ids = asked.datasets.map(({ id }) => id);
  const seen = new Set<string>();
  const mistakes: SubmissionMistake[] = [];
  (asked.anyOf ?? []).forEach((group, index) => {
    for (const id of group) {
      if (!ids.includes(id) || seen.has(id))
        mistakes.push(
          mistake(
            `/asked/anyOf/${index}`,
            `「${id}」不在資料集中，或選了兩次。`,
            `${id} is not asked for, or is in two choices`,
          ),
        );
      seen.add(id);
    }
  });
  try {
    readCounter(asked.counter, ids, (field, rule) => {
      throw new ChoiceMistake(`${field}: ${rule}`);
    });
  } catch (error) {
    if (!(error instanceof ChoiceMistake)) throw error;
    mistakes.push(mistake('/asked/counter', '臨櫃的擇一設定不正確。', error.message));
  }
  return mistakes;
}

/** No control characters, none that turn the direction of writing. */
const clean = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replace(/[^\S\n]+\n/gu, '\n')
    .replace(/(?!\n)[\p{Cc}\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();

const line = (text: string): string => clean(text).replace(/\s+/gu, ' ');

/** Keys in the order of `emptyDefinition`, whatever order they came in. */
function definitionOf({ asked, returnUrl, spApiUrl, addresses, jwe }: Submission): ServiceDefinition {
  const { counter, anyOf, contact, retentionDays } = asked;
  return {
    ...emptyDefinition,
    name: line(asked.name),
    kind: asked.kind,
    modes: (['online', 'counter'] as const).filter((mode) => asked.modes.includes(mode)),
    ...(counter && {
      counter: {
        atLeast: counter.atLeast.map(({ n, of }) => ({ n, of })),
        bring: counter.bring.map(line).filter(Boolean),
      },
    }),
    purpose: clean(asked.purpose),
    purposeCodes: asked.purposeCodes.map(line),
    dataClasses: asked.dataClasses.map(line),
    legalBasis: clean(asked.legalBasis),
    datasets: asked.datasets.map(({ id, fields, document, rule, demanded, lookUp, lookUpNote }) => ({
      id: line(id),
      fields: fields.map(line),
      document: line(document),
      rule: line(rule),
      demanded,
      lookUp,
      lookUpNote: line(lookUpNote),
    })),
    ...(anyOf?.length && { anyOf }),
    extraDatasetsBasis: clean(asked.extraDatasetsBasis),
    centralService: asked.centralService,
    applicant: asked.applicant,
    agentBasis: clean(asked.agentBasis),
    specialBasis: clean(asked.specialBasis),
    specialConsent: asked.specialConsent,
    terms: clean(asked.terms),
    retentionDays,
    contact: { unit: line(contact.unit), phone: line(contact.phone), email: line(contact.email) },
    returnUrl: returnUrl.trim(),
    spApiUrl: spApiUrl.trim(),
    addresses: addresses.map(line),
    ...(jwe && { jwe }),
  };
}

/** A definition without where the platform finds the service. */
export function askedOfDefinition(definition: ServiceDefinition): Submission['asked'] {
  const { returnUrl: _, spApiUrl: __, addresses: ___, jwe: ____, ...asked } = definition;
  return asked;
}
