/** How long an answer waits for work that goes on anyway, before it says so. */
const graceMs = 1500;

/** → what the work gave, or `waiting` while it goes on */
export async function waitBriefly<T>(work: Promise<T>): Promise<T | 'waiting'> {
  let timer: NodeJS.Timeout | undefined;
  const grace = new Promise<'waiting'>((resolve) => {
    timer = setTimeout(() => resolve('waiting'), graceMs);
  });
  try {
    return await Promise.race([work, grace]);
  } finally {
    clearTimeout(timer);
  }
}
