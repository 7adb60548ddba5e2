import field from '../messages/en-field.js';
import shared from '../messages/en-shared.js';
import { know } from './text.js';

know({ ...shared, ...field });
