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

  // Of a large page the dialogues wait as text, in elements that are read where there is no script. What they hold was
  // escaped as the rest of the page was.
  const policy = globalThis.trustedTypes?.createPolicy('wiretale', { createHTML: (text) => text }) ?? { createHTML: (text) => text };

  function unpack(details) {
    const packed = details.querySelector(':scope > noscript');
    if (!packed) return;
    const template = document.createElement('template');
    template.innerHTML = policy.createHTML(packed.textContent);
    packed.replaceWith(template.content);
    if (root.lang !== own) for (const element of details.querySelectorAll('[data-t]')) write(element, root.lang);
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

  // Bytes and the fields that they are of: what is pointed at on one side lights up on both.
  const lit = { explorer: null, field: null, kept: false };

  function darken() {
    for (const element of lit.explorer?.querySelectorAll('.lit, .around') ?? []) element.classList.remove('lit', 'around');
    lit.explorer = lit.field = null;
  }

  /** Lights a field and its bytes; what it is inside of is marked. */
  function light(element) {
    const explorer = element.closest('.explorer');
    const rows = [...explorer.querySelectorAll('[role=treeitem]')];
    const place = Number(element.dataset.f);
    const row = rows[place];
    if (!row || lit.field === row) return row;
    darken();
    lit.explorer = explorer;
    lit.field = row;
    row.classList.add('lit');
    const around = rows.slice(0, place).filter((other) => Number(other.dataset.end) > place);
    around.forEach((other) => other.classList.add('around'));
    const hex = explorer.querySelector('.hex');
    const end = Number(row.dataset.end);
    const bytes = [...hex.children].filter((run) => run.dataset.f && Number(run.dataset.f) >= place && Number(run.dataset.f) < end);
    bytes.forEach((run) => run.classList.add('lit'));
    if (bytes.length && !element.closest('.hex')) {
      const top = bytes[0].offsetTop - hex.offsetTop;
      if (top < hex.scrollTop || top > hex.scrollTop + hex.clientHeight - 24) hex.scrollTop = top - hex.clientHeight / 3;
    }
    const now = explorer.querySelector('.now');
    const outside = around.map((other) => `${other.querySelector('b').textContent} > `).join('');
    now.replaceChildren(document.createTextNode(outside), ...[...row.children].filter((part) => part.matches('b, .v, .n'))
      .flatMap((part) => [part.cloneNode(true), document.createTextNode(' ')]));
    return row;
  }

  function focusField(row, keep) {
    for (const other of row.parentElement.querySelectorAll('[tabindex="0"]')) other.tabIndex = -1;
    row.tabIndex = 0;
    row.focus({ preventScroll: keep });
    light(row);
  }

  function keep(row, on) {
    lit.kept = on;
    for (const other of row.parentElement.querySelectorAll('[aria-selected]')) other.removeAttribute('aria-selected');
    if (on) row.setAttribute('aria-selected', 'true');
  }

  document.addEventListener('pointerover', (event) => {
    const over = event.target.closest('.explorer [data-f]');
    if (over && !lit.kept && event.pointerType !== 'touch') light(over);
  });
  document.addEventListener('focusin', (event) => {
    const row = event.target.closest('[role=treeitem]');
    if (row && !lit.kept) light(row);
  });
  document.addEventListener('keydown', (event) => {
    const row = event.target.closest?.('[role=treeitem]');
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const rows = [...row.parentElement.children];
    const place = rows.indexOf(row);
    const level = (other) => Number(other.getAttribute('aria-level'));
    const outer = () => rows.slice(0, place).reverse().find((other) => level(other) < level(row));
    const to = {
      ArrowDown: () => rows[place + 1], ArrowUp: () => rows[place - 1], Home: () => rows[0], End: () => rows.at(-1),
      ArrowLeft: outer, ArrowRight: () => (Number(row.dataset.end) > place + 1 ? rows[place + 1] : undefined),
    }[event.key];
    if (to) {
      event.preventDefault();
      keep(row, false);
      const next = to();
      if (next) focusField(next, false);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      lit.kept = false;
      light(row);
      keep(row, !row.hasAttribute('aria-selected'));
    } else if (event.key === 'Escape') {
      keep(row, false);
    }
  });

  /** Unfolds what is around the place that the address names. */
  function reveal() {
    const name = decodeURIComponent(location.hash.slice(1));
    const conversation = document.getElementById(name.match(/^c\d+-\d+/)?.[0])?.closest('details');
    if (conversation) unpack(conversation);
    const target = name && document.getElementById(name);
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
    const byte = at('.explorer [data-f]');
    if (byte) {
      lit.kept = false;
      const row = light(byte);
      const again = row.hasAttribute('aria-selected');
      focusField(row, true);
      keep(row, !again);
      if (byte !== row && matchMedia('(min-width: 60rem)').matches) row.scrollIntoView({ block: 'nearest' });
      return;
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
    for (const details of document.querySelectorAll('details.conversation')) unpack(details);
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
  document.addEventListener('toggle', (event) => { if (event.target.open) unpack(event.target); }, true);
  addEventListener('hashchange', reveal);
  reveal();
})();
