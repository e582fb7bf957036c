import { define } from '../../components/define/define.ts';
import { BuilderForms } from '../features/forms/forms-list.ts';

define('mydata-builder-forms', BuilderForms);
