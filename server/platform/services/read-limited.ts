/** Reads a body, but no more than it may have. → undefined when it is larger */
export async function readLimited(response: Response, maxBytes: number): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  if (!response.body) return Buffer.alloc(0);
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > maxBytes) return undefined; // leaving the loop cancels the stream
    parts.push(part);
  }
  return Buffer.concat(parts);
}
