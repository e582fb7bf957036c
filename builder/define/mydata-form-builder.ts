import '../../components/define/fields.ts';
import { define } from '../../components/define/define.ts';
import { BuilderCommands } from '../features/actions/command-palette.ts';
import { BuilderMenu } from '../features/actions/part-menu.ts';
import { BuilderCanvas } from '../features/canvas/canvas-panel.ts';
import { BuilderOutline } from '../features/outline/outline-panel.ts';
import { BuilderPalette } from '../features/palette/palette-panel.ts';
import { BuilderProperties } from '../features/properties/properties-panel.ts';
import { MydataFormBuilder } from '../features/shell/form-builder.ts';

define('mydata-builder-canvas', BuilderCanvas);
define('mydata-builder-commands', BuilderCommands);
define('mydata-builder-menu', BuilderMenu);
define('mydata-builder-outline', BuilderOutline);
define('mydata-builder-palette', BuilderPalette);
define('mydata-builder-properties', BuilderProperties);
define('mydata-form-builder', MydataFormBuilder);
