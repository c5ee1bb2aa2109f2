// Display of the hall: follows the queue, keeps what it knows when the network drops and says how old that is.
(() => {
  const board = document.getElementById('board');
  const stale = document.getElementById('stale');
  // The server speaks at least every ten seconds.
  const silence = 15000;
  let heardAt = performance.now();
  let shownAt = board.dataset.at;
  const known = new Set([...board.querySelectorAll('[data-call]')].map(row => row.dataset.call));

  const element = (tag, text, className) => {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  const rowOf = line => {
    const row = element('tr');
    row.dataset.call = line.call;
    const counter = element('td', line.counter);
    counter.append(element('span', line.counterName, 'sub'));
    row.append(element('td', line.number, 'number'), counter);
    if (!known.has(line.call)) {
      row.className = 'fresh';
      setTimeout(() => row.classList.remove('fresh'), 12000);
    }
    return row;
  };

  const emptyRow = () => {
    const row = element('tr');
    const cell = element('td');
    cell.colSpan = 2;
    cell.append(element('span', board.dataset.none, 'sub'));
    row.append(cell);
    return row;
  };

  const show = news => {
    const calls = news.called.filter(line => !known.has(line.call));
    // A row that is still highlighted stays so when something else changes.
    const fresh = new Set([...document.querySelectorAll('#called .fresh')].map(row => row.dataset.call));
    const rows = news.called.map(rowOf);
    for (const row of rows) {
      if (!fresh.has(row.dataset.call)) continue;
      row.className = 'fresh';
      setTimeout(() => row.classList.remove('fresh'), 8000);
    }
    document.getElementById('called').replaceChildren(...(rows.length ? rows : [emptyRow()]));
    document.getElementById('waiting').replaceChildren(...news.waiting.map(line => {
      const item = element('li');
      item.append(element('span', line.name), element('b', line.waiting));
      return item;
    }));
    for (const line of calls) {
      known.add(line.call);
      announce(line);
    }
  };

  const follow = () => {
    const source = new EventSource(board.dataset.events);
    source.addEventListener('board', event => {
      const news = JSON.parse(event.data);
      heardAt = performance.now();
      shownAt = news.shownAt;
      show(news);
    });
    source.addEventListener('error', () => {
      // After an answer that is no stream the browser gives up; the server may only be starting.
      if (source.readyState === EventSource.CLOSED) setTimeout(follow, 5000);
    });
  };

  // Sound is off until somebody presses the button: browsers want a touch first, and a hall may want silence.
  let audio = null;
  const isOn = name => document.getElementById(name).getAttribute('aria-pressed') === 'true';
  const chime = () => {
    audio ??= new AudioContext();
    audio.resume();
    [880, 660].forEach((frequency, i) => {
      const [tone, volume] = [audio.createOscillator(), audio.createGain()];
      const start = audio.currentTime + i * 0.35;
      tone.frequency.value = frequency;
      volume.gain.setValueAtTime(0.4, start);
      volume.gain.exponentialRampToValueAtTime(0.001, start + 0.6);
      tone.connect(volume).connect(audio.destination);
      tone.start(start);
      tone.stop(start + 0.6);
    });
  };
  const announce = line => {
    if (isOn('chime')) chime();
    if (!isOn('speech') || !window.speechSynthesis) return;
    // Digit by digit: A012 is not "a twelve".
    const words = board.dataset.say.replace('{number}', [...line.number].join(' ')).replace('{counter}', line.counter);
    const speech = new SpeechSynthesisUtterance(words);
    speech.lang = 'vi-VN';
    speech.rate = 0.9;
    speechSynthesis.speak(speech);
  };
  for (const name of ['chime', 'speech']) {
    const button = document.getElementById(name);
    const set = on => button.setAttribute('aria-pressed', String(on));
    set(localStorage.getItem(`display-${name}`) === 'true');
    button.addEventListener('click', () => {
      set(!isOn(name));
      localStorage.setItem(`display-${name}`, String(isOn(name)));
      if (name === 'chime' && isOn(name)) chime();
    });
  }

  setInterval(() => {
    document.getElementById('clock').textContent = new Date().toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' });
    const age = performance.now() - heardAt;
    stale.hidden = age < silence;
    if (stale.hidden) return;
    const seconds = Math.round(age / 1000);
    const words = seconds < 120 ? `${seconds} ${stale.dataset.seconds}` : `${Math.floor(seconds / 60)} ${stale.dataset.minutes}`;
    stale.textContent = stale.dataset.words.replace('{at}', shownAt).replace('{age}', words);
  }, 1000);
  follow();
})();
