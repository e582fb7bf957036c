import { MydataFieldNumber } from '../fields/number/number-field.ts';
import { define } from './define.ts';

define('mydata-field-number', MydataFieldNumber);
