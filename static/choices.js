// Puts the message together as choices change. The server cut it into parts, so no offsets are counted here.
import { say } from "./dress.js";

addEventListener("input", (event) => {
  const form = event.target.closest("#choices");
  if (!form || !document.getElementById("parts")) return;
  if (event.target.matches(".own")) pickOwn(event.target);
  if (event.target.matches(".own, [type=radio]")) join();
  if (event.target.matches("[type=radio]")) chosen(event.target);
});

function pickOwn(field) {
  document.querySelector(`[name="${field.name.replace("own", "choice")}"][value=own]`).checked = true;
}

function chosen(radio) {
  if (radio.value === "own") document.getElementById(radio.name.replace("choice", "own")).focus();
  else say("The message is up to date.", 2500);
}

function join() {
  const parts = [...document.getElementById("parts").children];
  document.getElementById("message").value = parts.map(said).join("");
}

function said(part) {
  const place = part.dataset.place;
  if (place === undefined) return part.textContent;
  const radio = document.querySelector(`[name="choice-${place}"]:checked`);
  if (radio.value !== "own") return radio.dataset.whole;
  const own = document.getElementById(`own-${place}`).value;
  return own.trim() ? own : part.dataset.kept;
}
