import { MydataFieldRocDate } from '../fields/roc-date/roc-date-field.ts';
import { define } from './define.ts';

define('mydata-field-roc-date', MydataFieldRocDate);
