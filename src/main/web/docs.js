import './style/docs.css';

import './text/english.js';
import { showTheme, theme, toggleTheme } from './parts/theme.js';
import { say } from './text/text.js';

const NARROW = matchMedia('(max-width: 60rem)');

const button = document.querySelector('#theme');
const contents = document.querySelector('#contents');

function label() {
  button.textContent = say(theme() === 'dark' ? 'theme.toLight' : 'theme.toDark');
}

showTheme();
label();
button.hidden = false;
button.addEventListener('click', () => {
  toggleTheme();
  label();
});

// Beside the text there is always room for the contents; above it only while somebody looks for something.
function fold() {
  contents.open = !NARROW.matches;
}

fold();
NARROW.addEventListener('change', fold);
contents.addEventListener('click', event => {
  if (NARROW.matches && event.target.closest('a')) {
    contents.open = false;
  }
});
