/** A start that was refused before anything was changed; its words name the file and the way back. */
export class FolderRefused extends Error {
  readonly code = 'folder-refused';
}

/** What to type for one party, for the words of a refusal (`docs/backup.md`). */
export const partyCommand = (verb: 'anew' | 'restore', label: string): string => `npm run data -- ${verb} ${label}`;
