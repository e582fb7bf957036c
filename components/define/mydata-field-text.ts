import { MydataFieldText } from '../fields/text/text-field.ts';
import { define } from './define.ts';

define('mydata-field-text', MydataFieldText);
