/** As `service.schema.json` has it, for whoever types it; white space around it is somebody else's to take off. */
export const isOfficeEmail = (text: string): boolean => text.length <= 100 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
