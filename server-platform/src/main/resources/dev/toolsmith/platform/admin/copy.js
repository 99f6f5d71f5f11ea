// Copy buttons. They are hidden until this runs, so that no button is shown that does nothing.
const SAID_FOR = 2000;

async function copy(button) {
  const source = document.getElementById(button.dataset.copy);
  const text = source.value ?? source.textContent;
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
  } catch {
    // The browser allows it on https pages and on this machine only: the text is marked, ready to be copied by hand.
    getSelection().selectAllChildren(source);
    if (source.select) source.select();
    button.textContent = 'Press Ctrl+C';
  }
  setTimeout(() => { button.textContent = label; }, SAID_FOR);
}

for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', () => copy(button));
}
