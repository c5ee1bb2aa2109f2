// What is handed in without a network is kept and sent once, when the network is back. Only the address and the moment
// of pressing stand here: what the submission holds is saved with the agency already.
(() => {
  const key = 'kept-submission';
  const vietnamese = document.documentElement.lang !== 'en';
  const say = (vi, en) => vietnamese ? vi : en;
  const read = () => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
  const forget = () => { localStorage.removeItem(key); notice.remove(); };

  const notice = document.createElement('div');
  notice.className = 'callout soon';
  notice.setAttribute('role', 'status');

  const show = sentence => {
    const text = document.createElement('p');
    text.textContent = sentence;
    const cancel = document.createElement('button');
    cancel.type = 'button';
    cancel.className = 'link-button';
    cancel.textContent = say('Không nộp nữa', 'Do not hand it in');
    cancel.addEventListener('click', forget);
    notice.replaceChildren(text, cancel);
    document.getElementById('main').prepend(notice);
  };

  const waits = kept => {
    const at = new Date(kept.at).toLocaleTimeString(vietnamese ? 'vi' : 'en-GB', { hour: '2-digit', minute: '2-digit' });
    show(say(`Chưa có mạng. Hồ sơ bạn bấm nộp lúc ${at} sẽ tự gửi khi có mạng; giữ thẻ này hoặc mở lại trang này sau.`,
      `No network. What you handed in at ${at} is sent by itself when the network is back; keep this tab or open the site again later.`));
  };

  const isReached = () => fetch('/health/live', { cache: 'no-store' }).then(answer => answer.ok, () => false);

  let sending = false;
  const send = async () => {
    const kept = read();
    if (!kept || sending) return;
    sending = true;
    try {
      const page = await fetch(kept.page);
      const form = new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('form[data-kept]');
      if (form) {
        const entered = new FormData(form);
        entered.set('Confirmed', 'true');
        entered.set('PressedAt', kept.at);
        const answer = await fetch(form.getAttribute('action'), { method: 'POST', body: entered });
        forget();
        location.assign(answer.ok ? answer.url : kept.page);
      } else if (page.url.includes('/Citizen/Sent') || page.status === 404) {
        forget();
        if (page.ok) location.assign(page.url);
      } else {
        show(say('Hồ sơ bạn bấm nộp lúc mất mạng chưa gửi được: hãy xác nhận lại số điện thoại hoặc thư điện tử.',
          'What you handed in without a network is not sent yet: prove your telephone or e-mail again.'));
      }
    } catch {
      waits(kept);
    } finally {
      sending = false;
    }
  };

  document.addEventListener('submit', async event => {
    const form = event.target;
    if (!form.matches('form[data-kept]') || form.dataset.reached || !form.querySelector('#Confirmed').checked) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (await isReached()) {
      form.dataset.reached = '1';
      form.requestSubmit();
      return;
    }
    const kept = { page: location.pathname + location.search, at: new Date().toISOString() };
    localStorage.setItem(key, JSON.stringify(kept));
    waits(kept);
    notice.scrollIntoView({ block: 'center' });
  }, { capture: true });

  addEventListener('online', send);
  document.addEventListener('DOMContentLoaded', send);
})();
