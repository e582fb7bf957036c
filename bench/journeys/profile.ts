/** Reads a V8 CPU profile: how much of the main thread's work was cryptography. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const cryptoFrame = /^node:internal\/crypto\/|node_modules\/jose\/|node:internal\/webcrypto/;

/** → milliseconds of the main thread, idle time left out */
export function cryptoShare(text: string): { readonly busyMs: number; readonly cryptoMs: number } {
  const profile = JSON.parse(text) as Profile;
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id] as const)),
  );
  const isCrypto = (id: number | undefined): boolean => {
    for (let at = id; at !== undefined; at = parents.get(at))
      if (cryptoFrame.test(byId.get(at)!.callFrame.url)) return true;
    return false;
  };
  let busy = 0;
  let crypto = 0;
  profile.samples.forEach((id, index) => {
    const { functionName } = byId.get(id)!.callFrame;
    if (functionName === '(idle)' || functionName === '(root)') return;
    const micros = profile.timeDeltas[index] ?? 0;
    busy += micros;
    if (isCrypto(id)) crypto += micros;
  });
  return { busyMs: busy / 1000, cryptoMs: crypto / 1000 };
}
