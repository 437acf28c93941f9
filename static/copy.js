// Copies a field or a phrase; where that is not allowed, selects it and says how to go on.
import { say } from "./dress.js";

addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) copy(document.getElementById(button.dataset.copy));
});

async function copy(source) {
  try {
    await navigator.clipboard.writeText(source.value ?? source.textContent);
    say("Copied.");
  } catch {
    select(source);
    say("Copying isn’t allowed here. The words are selected: copy them with the keyboard or a long press.", 12000);
  }
}

function select(source) {
  if (source.select) {
    source.focus();
    source.select();
  } else {
    getSelection().selectAllChildren(source);
  }
}
