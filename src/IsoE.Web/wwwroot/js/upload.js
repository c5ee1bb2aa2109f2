// Files go up in pieces: what has arrived is asked for and gone on with, also after the connection broke.
(() => {
  const piece = 512 * 1024;
  const tries = 6;
  const wait = ms => new Promise(done => setTimeout(done, ms));

  const refusal = async answer => {
    try { return (await answer.json()).detail || answer.statusText; } catch { return answer.statusText; }
  };

  // The same file of the same paper goes on where it stopped.
  const begin = async (form, file) => {
    const answer = await fetch(form.dataset.upload, {
      method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: file.name, size: file.size, component: form.dataset.component }),
    });
    if (!answer.ok) throw Object.assign(new Error(await refusal(answer)), { final: answer.status < 500 });
    return answer.json();
  };

  const send = async (form, file, show) => {
    let { id, offset } = await begin(form, file);
    const address = `${form.dataset.upload}/${id}`;
    for (let failed = 0; offset < file.size;) {
      try {
        const answer = await fetch(address, {
          method: 'PATCH', headers: { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': offset },
          body: file.slice(offset, offset + piece),
        });
        if (answer.status === 409) { offset = Number(answer.headers.get('Upload-Offset')); continue; }
        if (!answer.ok) throw Object.assign(new Error(await refusal(answer)), { final: answer.status < 500 && answer.status !== 429 });
        offset = Number(answer.headers.get('Upload-Offset'));
        failed = 0;
        show(`${Math.round(100 * offset / file.size)} %`);
      } catch (error) {
        if (error.final || ++failed > tries) throw error;
        show(form.dataset.failed);
        await wait(1000 * failed);
        const known = await fetch(address, { method: 'HEAD' }).catch(() => null);
        if (known?.ok) offset = Number(known.headers.get('Upload-Offset'));
      }
    }
  };

  const renew = async form => {
    const list = form.closest('[data-papers]');
    if (!list) { location.reload(); return; }
    const answer = await fetch(list.dataset.papers);
    if (answer.ok) { list.innerHTML = await answer.text(); document.dispatchEvent(new Event('papers')); }
  };

  const upload = async form => {
    const input = form.querySelector('input[type=file]');
    const status = form.querySelector('[data-upload-status]');
    const file = input.files[0];
    if (!file || form.dataset.busy) return;
    form.dataset.busy = '1';
    status.className = 'small';
    try {
      await send(form, file, text => { status.textContent = text; });
      await renew(form);
    } catch (error) {
      status.className = 'error';
      status.textContent = error.message;
      input.value = '';
    }
    delete form.dataset.busy;
  };

  // Choosing the file is enough.
  const spareButtons = () => {
    for (const button of document.querySelectorAll('form[data-upload] button[type=submit]')) button.hidden = true;
  };
  spareButtons();
  document.addEventListener('papers', spareButtons);

  document.addEventListener('change', event => {
    const form = event.target.closest?.('form[data-upload]');
    if (form && event.target.type === 'file') upload(form);
  });
  document.addEventListener('submit', event => {
    const form = event.target.closest?.('form[data-upload]');
    if (form) { event.preventDefault(); upload(form); }
  }, true);
})();
