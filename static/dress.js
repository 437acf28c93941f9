// Shows what only works with scripts, hides what is only needed without.
export function dress(root) {
  for (const button of root.querySelectorAll("[data-copy]")) button.hidden = !button.dataset.copy;
  for (const button of root.querySelectorAll(".plain-only")) button.hidden = true;
}

// Says something in the live region; cleared first, or the same words twice would not be read out again.
let timer = 0;
export function say(text, milliseconds = 6000) {
  const status = document.getElementById("status");
  clearTimeout(timer);
  status.textContent = "";
  requestAnimationFrame(() => (status.textContent = text));
  timer = setTimeout(() => (status.textContent = ""), milliseconds);
}
