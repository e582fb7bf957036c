/** 附件一 三-(一) to (五). */
export type OrganisationKind = 'executive-yuan' | 'other-yuan' | 'local-government' | 'university' | 'supervised';
