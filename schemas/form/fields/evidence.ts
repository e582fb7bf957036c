import type { FieldBase, FieldKind, FieldRules } from './kind.ts';
import { say } from './parts.ts';

/** Shows documents of a dataset as received (name, source, time, digest); never answered, never parsed. */
export interface EvidenceField extends FieldBase {
  readonly type: 'evidence';
  readonly dataset: string;
}

export const evidence: FieldKind<EvidenceField> = {
  type: 'evidence',
  name: say('佐證文件', 'Evidence'),
  settings: { dataset: { is: { $ref: '#/$defs/resourceId' }, word: say('資料集', 'dataset'), needed: true } },
  fresh: { dataset: '' },
  takes: [],
  panel: [],
  outside: true,
  own: true,
  byDataset: true,
  compared: () => 'nothing',
};

export const evidenceRules: FieldRules<EvidenceField> = {
  answer: () => undefined,
  sample: () => undefined,
  paper: () => [{ square: true }, ' 已附上（也可以用 MyData 由機關提供）'],
};
