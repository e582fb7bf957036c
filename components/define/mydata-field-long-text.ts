import { MydataFieldLongText } from '../fields/long-text/long-text-field.ts';
import { define } from './define.ts';

define('mydata-field-long-text', MydataFieldLongText);
