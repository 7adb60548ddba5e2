/*
 * What the page begins with. Every script that is fetched later imports it, which costs nothing and tells the bundler
 * that it is there already: otherwise whatever two of them share becomes a file of its own.
 */
import './text/english.js';
import './parts/app.js';
