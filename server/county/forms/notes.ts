/** What somebody writes to the next one. */
import { FormsError } from './errors.ts';

const longestNotes = 2000;

/** @throws 422 `notes-missing` where it is no text, or too long a one */
export function readNotes(input: string | undefined): string | undefined {
  if (input === undefined || input === '') return undefined;
  if ([...input].length > longestNotes) throw new FormsError('notes-missing');
  return input.trim() || undefined;
}
