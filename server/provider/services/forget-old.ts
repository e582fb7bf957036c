/** Deletes what has been kept long enough. To be called now and then by whoever runs the app. */
import { lifetimes } from '../../lifetimes.ts';
import type { ProviderContext } from '../context.ts';

/**
 * In one plan: calls older than `lifetimes.transferRecord`, preparations older than `lifetimes.storedData`. The records
 * that agencies hold stay.
 */
export async function forgetOld(ctx: Pick<ProviderContext, 'storage' | 'clock'>): Promise<void> {
  const now = ctx.clock.now().getTime();
  await ctx.storage.commit([
    {
      step: 'forget',
      callsBefore: new Date(now - lifetimes.transferRecord.ms),
      preparationsBefore: new Date(now - lifetimes.storedData.ms),
    },
  ]);
}
