/** 自然人憑證 card number: two capitals and fourteen digits. */
export const isCitizenCertificateNumber = (text: string): boolean => /^[A-Z]{2}\d{14}$/.test(text);
