/** Something a page waits for. */
import { ApiProblem } from './problem.ts';

export type Loaded<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly problem: ApiProblem };

export const loading = { state: 'loading' } as const;

export async function settle<Value>(work: Promise<Value>): Promise<Loaded<Value>> {
  try {
    return { state: 'ready', value: await work };
  } catch (error) {
    return { state: 'failed', problem: error instanceof ApiProblem ? error : new ApiProblem(0, 'unexpected') };
  }
}
