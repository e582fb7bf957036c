/** The types of a compiled validator, for the county app. */
export type { AnswerError, Validate } from '../../../schemas/form/validate.ts';
