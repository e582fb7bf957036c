import type { Validate } from './answer-problems.ts';

/**
 * Imports the compiled validator of a published form. Rejects when it cannot be had; asked again after that, it is fetched
 * again (a browser may remember the failure under the same address).
 */
export function validatorLoader(address: string): () => Promise<Validate> {
  let loading: Promise<Validate> | undefined;
  let tries = 0;
  return () =>
    (loading ??= load(address, tries++).catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}

async function load(address: string, tries: number): Promise<Validate> {
  const url = new URL(address, document.baseURI);
  if (tries) url.searchParams.set('try', String(tries));
  // eslint-disable-next-line no-restricted-syntax -- a compiled form, not a file of ours
  const module = (await import(/* @vite-ignore */ url.href)) as { readonly default: Validate };
  return module.default;
}
