'use strict';
(() => {
  const root = document.documentElement;
  const own = root.lang;
  const tables = JSON.parse(document.getElementById('texts').textContent);
  const HOME = 'https://www.rfc-editor.org/rfc/rfc';
  const said = document.getElementById('said');

  // The sentences of the page's own language are in the page itself: kept when they are first replaced.
  const kept = new Map();

  /** A sentence of the table as nodes: words, and links to RFCs. */
  function nodes(sentence) {
    if (typeof sentence === 'string') return [document.createTextNode(sentence)];
    return sentence.map((part) => {
      if (typeof part === 'string') return document.createTextNode(part);
      const link = document.createElement('a');
      link.textContent = part[0];
      link.href = HOME + part[1];
      return link;
    });
  }

  function write(element, lang) {
    const number = Number(element.dataset.t);
    if (!kept.has(number)) kept.set(number, [...element.childNodes].map((node) => node.cloneNode(true)));
    const made = lang === own ? kept.get(number).map((node) => node.cloneNode(true)) : nodes(tables[lang][number]);
    if (element instanceof SVGElement) element.textContent = made.map((node) => node.textContent).join('');
    else element.replaceChildren(...made);
  }

  function speak(lang) {
    root.lang = lang;
    for (const element of document.querySelectorAll('[data-t]')) write(element, lang);
    for (const button of document.querySelectorAll('[data-lang]')) {
      button.setAttribute('aria-pressed', String(button.dataset.lang === lang));
    }
  }

  function say(text) {
    said.textContent = text;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => { said.textContent = ''; }, 4000);
  }

  /** Browsers that give pages from a disk no clipboard copy what is selected. */
  function copyBySelection(text) {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    let done = false;
    try { done = document.execCommand('copy'); } catch { done = false; }
    field.remove();
    return done;
  }

  async function copy(button) {
    const text = button.title;
    let done = true;
    try { await navigator.clipboard.writeText(text); } catch { done = copyBySelection(text); }
    button.focus();
    say(`${document.getElementById(done ? 'copied' : 'not-copied').textContent}: ${text}`);
  }

  /** Opens an explanation where it is asked for, or closes it. */
  function explain(link) {
    const old = link.told;
    if (old) {
      old.remove();
      link.told = null;
      link.setAttribute('aria-expanded', 'false');
      return;
    }
    const names = link.dataset.e?.split(' ') ?? [link.getAttribute('href').slice(1)];
    const told = document.createElement('div');
    told.className = 'told';
    for (const part of names.flatMap((name) => [...document.getElementById(name).children])) {
      const line = document.createElement('div');
      line.append(...[...part.childNodes].map((node) => node.cloneNode(true)));
      if (part.dataset.t) line.dataset.t = part.dataset.t;
      if (part.tagName === 'DT') line.className = 'term';
      told.append(line);
    }
    (link.closest('li') ?? link.parentElement).append(told);
    link.told = told;
    link.setAttribute('aria-expanded', 'true');
  }

  /** Unfolds what is around the place that the address names. */
  function reveal() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let around = target.closest('details'); around; around = around.parentElement.closest('details')) around.open = true;
    target.scrollIntoView();
  }

  document.addEventListener('click', (event) => {
    const at = (selector) => event.target.closest(selector);
    const language = at('[data-lang]');
    if (language) return speak(language.dataset.lang);
    const copied = at('button.copy, button.frames');
    if (copied) return void copy(copied);
    const why = at('a.why');
    if (why) {
      event.preventDefault();
      return explain(why);
    }
    const folding = at('.folding button');
    if (folding) {
      for (const details of folding.closest('section').querySelectorAll('details.conversation')) {
        details.open = folding.classList.contains('unfold');
      }
    }
  });
  // A printed page has everything unfolded.
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details:not([open])')) {
      details.open = true;
      details.dataset.printed = '';
    }
  });
  addEventListener('afterprint', () => {
    for (const details of document.querySelectorAll('details[data-printed]')) {
      details.open = false;
      delete details.dataset.printed;
    }
  });
  addEventListener('hashchange', reveal);
  for (const link of document.querySelectorAll('a.why')) link.setAttribute('aria-expanded', 'false');
  reveal();
})();
