import { isCitizenId, isNationalId } from '../../taiwan/national-id.ts';
import type { FieldBase, FieldKind, FieldRules } from './kind.ts';
import { formatted, say, yes } from './parts.ts';

/** Answer: upper-case id; format `national-id` (citizen or, unless `citizenOnly`, resident number). */
export interface NationalIdField extends FieldBase {
  readonly type: 'national-id';
  readonly citizenOnly?: boolean;
}

export const nationalId: FieldKind<NationalIdField> = {
  type: 'national-id',
  name: say('身分證統一編號', 'National ID number'),
  settings: { citizenOnly: { is: yes, word: say('限國民', 'citizens only') } },
  fresh: {},
  takes: ['id', 'text'],
  panel: [{ control: 'tick', key: 'citizenOnly', name: say('只收國民身分證（不收居留證）', 'Citizens only') }],
  heard: { rank: 1, words: /身[分份]證|統一編號|居留證號|national id/i },
  compared: () => 'words',
  fits: ({ citizenOnly }, value) =>
    typeof value === 'string' && (citizenOnly ? isCitizenId(value) : isNationalId(value)),
};

export const nationalIdRules: FieldRules<NationalIdField> = {
  answer: ({ citizenOnly }) => formatted(citizenOnly ? 'citizen-id' : 'national-id'),
  sample: () => 'A123456789',
  paper: () => [{ cells: 10 }],
};
