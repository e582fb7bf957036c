import './fields.ts';
import './mydata-error-summary.ts';
import { MydataDeskForm } from '../desk-form/desk-form-element.ts';
import { define } from './define.ts';

define('mydata-desk-form', MydataDeskForm);
