// The step table: moving rows by keys, answers that are not saved by themselves, and never an old revision.
(() => {
  const editor = () => document.querySelector('[data-editor]');

  // On a phone the parts of the text are one line to scroll: the part that is shown is in sight.
  if (matchMedia('(max-width: 899px)').matches)
    document.querySelector('.writing-menu [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });

  // A change may wait for the one before it; it is then made on what that one has saved.
  document.addEventListener('htmx:before:request', event => {
    const { body } = event.detail.ctx.request;
    if (!(body instanceof URLSearchParams) || !body.has('Revision')) return;
    for (const name of ['Revision', 'CommandId']) {
      const now = editor()?.querySelector(`[name=${name}]`);
      if (now) body.set(name, now.value);
    }
  });

  // What belongs to a button waits for the button.
  document.addEventListener('change', event => {
    if (event.target.closest?.('[data-quiet]')) event.stopPropagation();
  }, true);

  // What was unfolded stays so when the page follows a change.
  const unfolded = new Set();
  const nameOf = details => `${details.closest('[id]')?.id} ${details.querySelector('summary').textContent.trim()}`;
  document.addEventListener('click', event => {
    const details = event.target.closest?.('[data-editor] details.more > summary')?.parentElement;
    if (details) unfolded[details.open ? 'delete' : 'add'](nameOf(details));
  });
  document.addEventListener('htmx:after:settle', () => {
    for (const details of editor()?.querySelectorAll('details.more') ?? [])
      if (unfolded.has(nameOf(details))) details.open = true;
  });

  // Enter presses the button a field belongs to; a field that is saved by itself is saved.
  const enter = field => {
    const button = field.matches('[data-quiet]')
      ? field.closest('.way, fieldset, .row-actions')?.querySelector('button[type=submit]')
      : field.closest('.adding')?.querySelector('.btn-primary');
    if (button) return button.click();
    field.blur();
    field.focus();
  };

  document.addEventListener('keydown', event => {
    const field = event.target.closest?.('[data-editor] input:not([type=hidden], [type=submit])');
    if (field && event.key === 'Enter') {
      event.preventDefault();
      enter(field);
    }
    // Alt + arrow moves the row that has the focus; Escape closes what is open.
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      const way = event.key === 'ArrowUp' ? 'up' : 'down';
      const button = event.target.closest?.('[data-row]')?.querySelector(`[data-move=${way}]`);
      if (!button) return;
      event.preventDefault();
      if (!event.target.closest('.step-panel')) button.focus();
      button.click();
    }
    if (event.key === 'Escape') document.querySelector('.step-panel [data-close]')?.click();
  });

  document.addEventListener('htmx:after:settle', () => {
    const wanted = editor()?.dataset.focus;
    if (!wanted) return;
    delete editor().dataset.focus;
    const control = document.getElementById(wanted);
    control?.focus();
    control?.scrollIntoView({ block: 'center' });
  });
})();
