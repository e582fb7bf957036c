import { readJsonObject } from '#schemas/json.ts';
import type { Answer } from './call.ts';

/** The body as a JSON object. → undefined when it is none */
export const jsonOf = ({ bytes }: Answer): Readonly<Record<string, unknown>> | undefined =>
  readJsonObject(bytes.toString('utf8'));
