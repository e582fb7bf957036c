import { tidyId } from '#schemas/taiwan/national-id.ts';

/** Capitals, half width, no separators; what is no id stays, to be found wrong. */
export const parseNationalId = (text: string): string | undefined => tidyId(text) || undefined;
