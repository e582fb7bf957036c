/** Who pays for what the county is to keep: whoever proved identity in the draft, a clerk at a desk, else an address. */
import type { Networks } from '../../limits/network.ts';
import type { Spending } from '../../limits/limiter.ts';
import type { County } from '../county.ts';

/** Whoever asks. */
export type Payer = Networks | { readonly clerk: string };

/** What is kept, and counted: pieces, or for `text` and `file` bytes. */
export type Kept = 'draft' | 'text' | 'file' | 'journey';

/** Clerks are few, known, and held to the draft's own limits. */
const ofClerk = (kept: Kept, clerk: string, amount: number): readonly Spending[] =>
  kept === 'file' ? [{ budget: 'files-clerk', who: clerk, amount }] : [];

/** The text of a draft in which somebody proved who they are is bounded by its form. */
function ofPerson(kept: Kept, person: string, amount: number): readonly Spending[] {
  if (kept === 'file') return [{ budget: 'files-person', who: person, amount }];
  return kept === 'journey' ? [{ budget: 'journeys-person', who: person, amount }] : [];
}

function ofAddress(kept: Kept, { address, network }: Networks, amount: number): readonly Spending[] {
  const now = (budget: Spending['budget']): Spending => ({ budget, who: address, amount });
  const wide = (budget: Spending['budget']): Spending => ({ budget, who: network, amount });
  return {
    draft: [now('drafts-address-now'), now('drafts-address'), wide('drafts-network')],
    text: [now('text-address'), wide('text-network')],
    file: [now('files-address-now'), now('files-address'), wide('files-network')],
    journey: [now('journeys-address'), wide('journeys-network')],
  }[kept];
}

/** @param draftId absent: of a draft that is not there yet */
export async function spendingsOf(
  { storage }: Pick<County, 'storage'>,
  payer: Payer,
  draftId: string | undefined,
  kept: Kept,
  amount: number,
): Promise<readonly Spending[]> {
  if ('clerk' in payer) return ofClerk(kept, payer.clerk, amount);
  const person = draftId === undefined ? undefined : await storage.provenPerson(draftId);
  return person === undefined ? ofAddress(kept, payer, amount) : ofPerson(kept, person, amount);
}
