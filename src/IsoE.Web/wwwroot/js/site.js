// Small comforts on top of pages that work without script.
(() => {
  const vietnamese = document.documentElement.lang !== 'en';

  // The error summary is read first: it takes the focus when a form comes back.
  const focusSummary = root => root.querySelector?.('.error-summary')?.focus();

  // The calendar lives only while it is open: kept on the field it would discard what is typed when the field is left.
  // It lies in the body, where a part of the page that is renewed does not take it along.
  const openPicker = input => {
    const typed = input.value;
    let chosen = null;
    // What is no date would be read as today.
    if (!/^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s*$/.test(typed)) input.value = '';
    const picker = new Datepicker(input, {
      format: 'dd/mm/yyyy', weekStart: 1, language: vietnamese ? 'vi' : 'en', autohide: true,
      showOnFocus: false, showOnClick: false, todayHighlight: true, container: 'body',
    });
    const choose = () => { chosen = picker.getDate('dd/mm/yyyy'); };
    input.addEventListener('changeDate', choose);
    input.addEventListener('hide', () => setTimeout(() => {
      input.removeEventListener('changeDate', choose);
      picker.destroy();
      input.value = chosen ?? typed;
      if (input.value !== typed) input.dispatchEvent(new Event('change', { bubbles: true }));
    }), { once: true });
    picker.show();
    input.focus();
  };

  // Text field dd/mm/yyyy with a calendar opened by its button; typing stays possible.
  const addPickers = root => {
    for (const button of root.querySelectorAll('button[data-picker]')) if (window.Datepicker) button.hidden = false;
  };

  // Sections that need one answer of a form are shown when it is chosen: data-when="name=value|value".
  const showWhen = root => {
    for (const part of root.querySelectorAll('[data-when]')) {
      const [name, values] = part.dataset.when.split('=');
      const form = part.closest('form');
      const chosen = form && new FormData(form).get(name);
      const shown = values.split('|').includes(chosen ?? '');
      part.hidden = !shown;
      for (const control of part.querySelectorAll('input,select,textarea')) control.disabled = !shown;
    }
  };

  // A flowchart wider than the screen shows first where the work is, or where it starts; then it stays as it is scrolled.
  const centred = new WeakSet();
  const centreFlow = root => {
    for (const diagram of root.querySelectorAll('.diagram')) {
      const node = diagram.querySelector('g.here') ?? diagram.querySelector('g[id*="-node-"]');
      if (!node || centred.has(diagram)) continue;
      centred.add(diagram);
      const [outer, inner] = [diagram.getBoundingClientRect(), node.getBoundingClientRect()];
      diagram.scrollLeft = inner.left + inner.width / 2 - outer.left - outer.width / 2;
    }
  };

  const enhance = root => {
    addPickers(root);
    showWhen(root);
    centreFlow(root);
    for (const item of root.querySelectorAll('[data-needs-script]')) item.hidden = false;
  };

  // Installable, with a page of its own when there is no network. Where browsers forbid it the site is as it was.
  navigator.serviceWorker?.register('/sw.js').catch(() => {});

  // The offline page stands at the address that was asked for: to ask again is to load it again.
  const again = document.querySelector('[data-again]');
  if (again) addEventListener('online', () => location.reload());

  document.addEventListener('DOMContentLoaded', () => {
    const menu = document.querySelector('.site-nav details');
    if (menu && matchMedia('(max-width: 720px)').matches) menu.open = false;
    enhance(document);
    focusSummary(document);
  });
  // The fold of the menu lies over the page: Escape and a press elsewhere close it.
  const closeFold = keep => {
    for (const fold of document.querySelectorAll('.fold[open]')) if (!fold.contains(keep)) fold.open = false;
  };
  document.addEventListener('click', event => closeFold(event.target));
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    const fold = document.activeElement?.closest?.('.fold[open]');
    closeFold(null);
    fold?.querySelector('summary').focus();
  });
  document.addEventListener('htmx:after:settle', event => {
    enhance(document);
    focusSummary(event.target);
  });
  document.addEventListener('change', event => { if (event.target.form) showWhen(event.target.form); });

  // What is typed after a page was asked to follow is newer than the answer: morphing leaves fields marked so alone.
  let asking = 0;
  document.addEventListener('input', event => event.target.setAttribute?.('data-typed', ''));
  document.addEventListener('htmx:config:request', () => {
    if (asking === 0) for (const field of document.querySelectorAll('[data-typed]')) field.removeAttribute('data-typed');
  });
  document.addEventListener('htmx:before:request', () => { asking++; });
  document.addEventListener('htmx:finally:request', () => { asking = Math.max(0, asking - 1); });

  // A double press of a submit button is one submission.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    if (form.method === 'post' && !event.defaultPrevented) {
      form.dataset.sent = '1';
      setTimeout(() => delete form.dataset.sent, 8000);
    }
  });
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
  });

  document.addEventListener('click', event => {
    if (event.target.closest?.('[data-print]')) window.print();
    const opener = event.target.closest?.('button[data-picker]');
    const input = opener && document.getElementById(opener.dataset.picker);
    if (input && !input.datepicker) openPicker(input);
  });

  // Alt + letter: focuses a field, follows a link or presses a button that carries data-shortcut.
  document.addEventListener('keydown', event => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.key.length !== 1) return;
    const key = event.code.startsWith('Key') ? event.code.slice(3) : event.key.toUpperCase();
    const target = document.querySelector(`[data-shortcut="${CSS.escape(key)}"]`);
    if (!target) return;
    event.preventDefault();
    if (target.matches('input,select,textarea')) { target.focus(); target.select?.(); } else target.click();
  });
})();
