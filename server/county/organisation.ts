/**
 * The organisation 機關 that a county app works for, as its installation names it: one per app, with its offices 單位 as a
 * tree. Ids decide, names are labels. Offices are seeded at the first start and are the administrators' after that.
 */
import type { Text } from '#schemas/text.ts';

export interface OfficeSetting {
  /** Kebab-case, unique within the organisation; never changes. */
  readonly id: string;
  readonly name: Text;
  /** The office above it; absent: directly under the organisation. */
  readonly parent?: string;
  /** Ids of the services from files that belong to it. */
  readonly services?: readonly string[];
}

export interface OrganisationSetting {
  /** Kebab-case, unique within the installation. */
  readonly id: string;
  readonly name: Text;
  /** The county itself, as its services' `county` says it, e.g. 嘉義縣; absent: not held against them. */
  readonly area?: string;
  readonly offices: readonly OfficeSetting[];
}
