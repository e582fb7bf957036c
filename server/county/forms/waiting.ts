/** What waits for one person, those first that have waited longest. */
import type { FormSummary, Turn } from '#schemas/wire/builder-api.ts';
import type { County } from '../county.ts';
import { formList } from './list.ts';
import type { Designer } from './staff.ts';

const since = ({ approval, sent, draft }: FormSummary): string => (approval ?? sent)?.at ?? draft?.savedAt ?? '';

/** Forms that this person sees and whose `turn` is theirs: to mend, to approve or to publish. */
export async function waitingFor(county: County, staff: Designer, turn: Turn): Promise<readonly FormSummary[]> {
  const forms = await formList(county, staff);
  return forms.filter(({ turns }) => turns.includes(turn)).sort((a, b) => (since(a) < since(b) ? -1 : 1));
}
