/** Characters of a password of the staff (NIST SP 800-63B 3.1.1: length counts). */
export const passwordLength = { min: 12, max: 128 } as const;
