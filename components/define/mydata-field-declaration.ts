import { MydataFieldDeclaration } from '../fields/declaration/declaration-field.ts';
import { define } from './define.ts';

define('mydata-field-declaration', MydataFieldDeclaration);
