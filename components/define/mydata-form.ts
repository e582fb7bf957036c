import './fields.ts';
import './mydata-error-summary.ts';
import { MydataForm } from '../form/form-element.ts';
import { define } from './define.ts';

define('mydata-form', MydataForm);
