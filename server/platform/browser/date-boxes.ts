/** Spreads a whole date over the three boxes that ask it. */
import { listenForDates } from '#schemas/keyboard/date-boxes.ts';

listenForDates(document);
