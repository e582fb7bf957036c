/** How long an answer waits for the agencies before it says that they are still at it. */
const graceMs = 1500;

/** The work's result, or `waiting` when it takes longer; the work goes on all the same. */
export async function soon<T>(work: Promise<T>): Promise<T | 'waiting'> {
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
