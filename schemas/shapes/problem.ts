import { Type } from 'typebox';
import { Text } from './text.ts';

/** How every party answers what it refuses. */
export const Problem = Type.Object(
  { error: Type.Object({ code: Type.String({ description: 'Stable, kebab-case.' }), message: Text }) },
  { title: 'Problem', description: 'What was refused, and what to do, for people.' },
);
