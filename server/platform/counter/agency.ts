/** Whose counter it is, as the resident reads it. */
import type { Client } from '../registry/read-register.ts';
import { ofFiles } from '../registry/seed.ts';

/** → undefined for a client of a configuration file, of whom the register knows no organisation */
export const agencyOf = ({ standing }: Client): string | undefined =>
  standing?.organisation && standing.organisation !== ofFiles.name ? standing.organisation : undefined;
