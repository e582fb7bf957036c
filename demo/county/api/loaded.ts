/** Something a page waits for. */
import { CountyError } from '#components/county-calls.ts';

export type Loaded<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly problem: CountyError };

export const loading = { state: 'loading' } as const;

export async function settle<Value>(work: Promise<Value>): Promise<Loaded<Value>> {
  try {
    return { state: 'ready', value: await work };
  } catch (error) {
    return { state: 'failed', problem: error instanceof CountyError ? error : new CountyError('unexpected', 0) };
  }
}
