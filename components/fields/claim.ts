import type { TemplateResult, nothing } from 'lit';

/** `wrong`: the official value is wrong, as the resident says; `changed`: why it was changed. */
export interface Claim {
  readonly kind: 'wrong' | 'changed';
  readonly text: string;
}

/** What stands in a template where there may be nothing. */
export type Piece = TemplateResult | typeof nothing;
