/** 戶號: eight characters; a letter with seven digits is what has been seen, further letters are let through. */
export const isHouseholdNumber = (text: string): boolean => /^[A-Z][0-9A-Z]{7}$/.test(text);
