// Leaves at once: by the link, or by Shift three times within five seconds, with no other key in between.
import { say } from "./dress.js";
import { forget } from "./forget.js";

const TIMES = 3;
const WITHIN = 5000; // milliseconds
let presses = [];
let alone = false;

function leave() {
  document.documentElement.classList.add("left");
  document.title = "…";
  forget();
  location.replace("/leave");
}

addEventListener("click", (event) => {
  if (!event.target.closest("[data-leave]") || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  leave();
});

addEventListener("keydown", (event) => {
  alone = event.key === "Shift";
  if (!alone) presses = [];
});

addEventListener("keyup", (event) => {
  if (event.key !== "Shift" || !alone) return;
  const now = Date.now();
  presses = [...presses.filter((time) => now - time < WITHIN), now];
  if (presses.length >= TIMES) leave();
  else if (presses.length === TIMES - 1) say("Shift once more to leave this page.", 2500);
});
