/** What somebody did with a form, as an action on record in the office that the form belongs to. */
import { recordAction } from '../../accounts/session.ts';
import type { County } from '../county.ts';
import type { CountyStep } from '../storage.ts';
import type { Designer } from './staff.ts';

export interface FormAction {
  /** Kebab-case, e.g. `send-form`. */
  readonly verb: string;
  /** With the id, e.g. the version that was published. */
  readonly of?: string;
  readonly reason?: string | undefined;
}

/** Belongs into the same plan as its effect. */
export async function formAction(
  { storage, clock }: Pick<County, 'storage' | 'clock'>,
  staff: Designer,
  form: string,
  { verb, of, reason }: FormAction,
): Promise<CountyStep> {
  const owner = await storage.serviceOwner(form);
  return recordAction(
    staff,
    {
      verb,
      object: of === undefined ? form : `${form} ${of}`,
      ...(owner && { office: owner.office }),
      ...(reason !== undefined && { reason }),
    },
    clock.now(),
  );
}
