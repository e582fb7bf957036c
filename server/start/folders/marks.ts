/**
 * `mark.json`: the newest mark of a database, kept where no backup of the database reaches. A database without it was turned
 * back, and what had been used up since then would be good again.
 */
import { join } from 'node:path';
import { lookAtMarks, openMarks, type MarkRow, type Marks } from '../../adapters/sqlite/marks.ts';
import { writeWhole } from '../../files/write-whole.ts';
import type { Clock } from '../../context.ts';
import { checkpointFile, checkpointProblem } from './last-checkpoint.ts';
import { readIfThere } from './manifest.ts';
import type { Place } from './place.ts';

const markFile = 'mark.json';

/** As it is kept outside. */
export interface Mark extends MarkRow {
  /** Of the folder. */
  readonly id: string;
}

/** @throws SyntaxError */
export async function readMark({ marks }: Place): Promise<Mark | undefined> {
  const text = await readIfThere(join(marks, markFile));
  return text === undefined ? undefined : (JSON.parse(text) as Mark);
}

/** What is wrong with a database that is there, in the light of its marks. */
export async function markProblems(
  place: Place,
  manifest: { readonly id: string; readonly marked?: true } | undefined,
): Promise<readonly string[]> {
  const mark = await readMark(place).catch(() => 'damaged' as const);
  if (mark === 'damaged') return [`${join(place.marks, markFile)} is damaged`];
  const inside = lookAtMarks(place.database);
  try {
    return [...problemsOf(place, manifest, mark, inside), ...(await checkpointProblem(place, inside))];
  } finally {
    inside.close();
  }
}

function problemsOf(
  { database, marks }: Place,
  manifest: { readonly id: string; readonly marked?: true } | undefined,
  mark: Mark | undefined,
  inside: Pick<Marks, 'latest' | 'row'>,
): readonly string[] {
  const latest = inside.latest();
  if (!mark)
    // A first start that was cut off leaves a mark inside, and a manifest that knows of none outside.
    return (manifest ? manifest.marked : latest)
      ? [`${markFile} is missing in ${marks}: nothing shows that ${database} is the newest`]
      : [];
  if (manifest && mark.id !== manifest.id) return [`${join(marks, markFile)} is of another folder`];
  if (inside.row(mark.no)?.token === mark.token) return [];
  return [
    latest && latest.no >= mark.no
      ? `${database} is not the one that was last in use: it went another way than ${join(marks, markFile)} says`
      : `${database} was turned back: it was in use until ${mark.at} and is of ${latest?.at ?? 'before that'}. What was used up or ended in between would be good again`,
  ];
}

/** Of another life of a party: a time, so that no two are alike even where the marks are lost. */
export const nextGeneration = (mark: Mark | undefined, now: Date): number =>
  Math.max((mark?.generation ?? 1) + 1, Math.floor(now.getTime() / 1000));

export interface Marking {
  /** Marks what was written since the last time; tells the newest checkpoint too. */
  tick(): Promise<void>;
  close(): Promise<void>;
}

/** From the start on; its first mark makes every other copy an old one. @param above the number of a mark that is known outside */
export async function beginMarking(
  place: Place,
  id: string,
  generation: number,
  clock: Clock,
  above?: number,
): Promise<Marking> {
  const inside = openMarks(place.database);
  let written: string | undefined;
  /** Others wrote since the newest row. */
  let isDue = true;
  /** Not yet outside. */
  let waiting: MarkRow | undefined;
  let outside = 0;
  const mark = async (): Promise<void> => {
    if (isDue) waiting = inside.add({ generation, at: clock.now().toISOString() }, { above, outside });
    isDue = false;
    if (!waiting) return;
    await writeWhole(join(place.marks, markFile), `${JSON.stringify({ id, ...waiting } satisfies Mark)}\n`);
    outside = waiting.no;
    const note = place.kind === 'platform' ? inside.checkpoint() : undefined;
    if (note !== undefined && note !== written) await writeWhole(join(place.marks, checkpointFile), note);
    written = note;
    waiting = undefined;
  };
  // One after the other: an older mark must not overwrite a newer one.
  let last: Promise<void> = mark();
  inside.isWritten();
  const tick = (): Promise<void> =>
    (last = last
      .catch(() => undefined)
      .then(() => {
        isDue = inside.isWritten() || isDue;
        return mark();
      }));
  await last.catch((error: unknown) => {
    inside.close();
    throw error;
  });
  return {
    tick,
    async close() {
      await tick().finally(() => inside.close());
    },
  };
}
