/** 說明: one service described, with the two equal ways to apply. */
import { description } from '../services/description.ts';
import { descriptionTexts } from '../services/description-texts.ts';
import { showServicePage } from '../services/service-page.ts';

showServicePage({ title: descriptionTexts.title, station: () => 'description', content: description });
