// The step table: moving rows by keys, answers that are not saved by themselves, and never an old revision.
(() => {
  const editor = () => document.querySelector('[data-editor]');

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

  document.addEventListener('keydown', event => {
    const field = event.target.closest?.('input[data-quiet]');
    if (field && event.key === 'Enter') {
      event.preventDefault();
      field.closest('.way, fieldset, .row-actions')?.querySelector('button[type=submit]')?.click();
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
