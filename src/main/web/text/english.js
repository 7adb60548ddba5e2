import english from '../messages/en.js';
import { know } from './text.js';

know(english);
