// Ticket machine: prints the slip by itself and brings a keyboard to a screen that has none.
(() => {
  document.addEventListener('click', event => {
    const key = event.target.closest?.('[data-key]');
    const input = key && document.getElementById(key.closest('[data-keypad]').dataset.keypad);
    if (!input) return;
    input.value = key.dataset.key ? input.value + key.dataset.key : input.value.slice(0, -1);
    input.focus();
  });

  addEventListener('load', () => {
    if (document.querySelector('[data-print-now="yes"]')) print();
  });
})();
