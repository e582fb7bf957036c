/** What is judged, and who judges. */
import type { FormDefinition } from '#schemas/form/definition.ts';
import type { FormDocument } from '#schemas/publish/form-document.ts';
import type { CheckResult, PublishTask } from '#schemas/publish/task.ts';
import type { SandboxResident } from '../../sandbox/resident.ts';
import type { Translated } from '../forms/storage.ts';
import type { CompiledValidator } from '../publish/compile-validator.ts';

/** All that a list is made from, as data: it is judged in another thread too. */
export interface Judged {
  readonly document: FormDocument;
  readonly translated?: Translated;
  /** What residents see now. */
  readonly live?: FormDocument;
  /** Of the county whose form it is; absent: of none in particular. */
  readonly area?: string;
  /** What only the county's own records can tell. */
  readonly more: readonly PublishTask[];
  readonly residents: readonly SandboxResident[];
  /** Milliseconds. */
  readonly now: number;
}

export interface Judge {
  /** @param who waits behind own work only @throws FormsError 422 `too-complex`, 429 `checks-waiting` */
  check(judged: Judged, who: string): Promise<CheckResult>;
  /** The definition must have passed `checkDefinition`. @throws FormsError 422 `too-complex`, 429 `checks-waiting` */
  compile(definition: FormDefinition, who: string): Promise<CompiledValidator>;
}
