import { MydataFieldChoice } from '../fields/choice/choice-field.ts';
import { define } from './define.ts';

define('mydata-field-choice', MydataFieldChoice);
