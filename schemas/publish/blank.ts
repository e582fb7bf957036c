/** Words that are not there though something is: only spaces, or letters that nobody sees. Pure. */
const unseen = /\s|\p{Cf}|\p{Cc}|\p{Default_Ignorable_Code_Point}|\u2800/gu;

export const isBlank = (text: string | undefined): boolean => !text?.replace(unseen, '');
