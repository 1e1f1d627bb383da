'use strict';

/* Searches the sections of search-index.js, which a page from a file can load as well. */
const LIMIT = 12;

const query = document.getElementById('query');

const results = document.getElementById('results');

/** How well a section fits: every word has to be in it, and one in the heading counts more. Zero is not at all. */
function score([, page, heading, text], words) {
  let total = 0;
  for (const word of words) {
    const inHeading = heading.toLowerCase();
    const points = (inHeading === word ? 100 : 0) + (inHeading.includes(word) ? 10 : 0)
      + (page.toLowerCase().includes(word) ? 3 : 0) + (text.toLowerCase().includes(word) ? 1 : 0);
    if (points === 0) {
      return 0;
    }
    total += points;
  }
  return total;
}

function search(text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return words.length === 0 ? [] : sections
    .map((section) => ({ section, points: score(section, words) }))
    .filter(({ points }) => points > 0)
    .sort((one, other) => other.points - one.points)
    .slice(0, LIMIT)
    .map(({ section }) => section);
}

/** The first words of a section, as many as a result has room for. */
function beginning(text) {
  return text.length <= 90 ? text : `${text.slice(0, 90).replace(/\s+\S*$/, '')} …`;
}

function show(found) {
  results.replaceChildren(...found.map(([address, page, heading, text]) => {
    const link = document.createElement('a');
    link.href = address;
    link.append(heading);
    const where = document.createElement('small');
    where.append((page === heading) ? beginning(text) : `${page}: ${beginning(text)}`);
    const item = document.createElement('li');
    item.append(link, where);
    return item;
  }));
  results.hidden = (found.length === 0);
  document.getElementById('found').textContent = query.value.trim() === '' ? ''
    : found.length === 0 ? 'Nothing found' : `${found.length} sections found`;
}

query.addEventListener('input', () => show(search(query.value)));

document.getElementById('search').addEventListener('submit', (event) => {
  event.preventDefault();
  results.querySelector('a')?.click();
});

document.getElementById('search').addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    query.value = '';
    show([]);
    query.focus();
  }
});

results.addEventListener('click', (event) => {
  if (event.target.closest('a')) {
    show([]);
  }
});
