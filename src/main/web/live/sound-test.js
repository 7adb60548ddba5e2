import { Flag } from './flag.js';

/** Whether somebody has tried the sound in this browser since they signed in: at the beginning of a shift it is to be tried. */
export const soundTest = new Flag('muster.soundTested');
