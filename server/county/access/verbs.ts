/**
 * What the county's staff can do, and which roles may do it. The only such table: every route names a verb, every verb stands
 * here (`matrix.test.ts` holds each route to it). An administrator arranges forms as a designer does; approving and
 * publishing stay with those who hold the role.
 */
import type { StaffRole } from '../staff/role.ts';

export const rolesFor = {
  /** 看表單: the list, drafts, kept works, versions, differences, files, checks. */
  'see-forms': ['designer', 'approver', 'publisher', 'administrator'],
  'design-forms': ['designer', 'administrator'],
  'approve-forms': ['approver'],
  'publish-forms': ['publisher'],
  /** 臨櫃受理. */
  'take-cases': ['clerk'],
  /** 看申辦案件. */
  'see-applications': ['case-officer'],
  /** 看紀錄: what the staff did, and what was transferred. */
  'see-records': ['auditor', 'administrator'],
  /** 管理單位與人員: offices, roles, which office a service belongs to. */
  administer: ['administrator'],
} as const satisfies { readonly [verb: string]: readonly StaffRole[] };

export type Verb = keyof typeof rolesFor;

export const verbs = Object.keys(rolesFor) as readonly Verb[];
