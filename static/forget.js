// Empties the page when it is left, and loads it anew when a browser brings it back from its cache.
export function forget() {
  for (const field of document.querySelectorAll("textarea, input, select")) field.value = "";
  document.querySelector("main").replaceChildren();
}

addEventListener("pagehide", forget);
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
