import type { FormDocument } from '#schemas/publish/form-document.ts';
import type { Live } from './live.ts';
import type { FormDraft, Translated } from './storage.ts';

/** A form as its designers see it: the work on it, or where there is none the live version. */
export interface FormState {
  readonly id: string;
  readonly revision: number;
  readonly live?: Live;
  readonly row?: FormDraft;
  readonly document: FormDocument;
  readonly translated: Translated;
}
