// Puts the message together as choices change. The server cut it into parts, so no offsets are counted here.
import { compare } from "./compare.js";
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

// Kept and chosen words take turns, a kept one first. Where words are left out, one seam of white space stays.
function join() {
  let message = "";
  let open = false;
  const parts = [...document.querySelectorAll("#parts > :not([data-rest])")].map((part) => [part.dataset.kept ?? part.textContent, said(part)]);
  for (const [place, [, words]] of parts.entries()) {
    message = open && place % 2 === 0 ? seam(message, words) : message + words;
    open = place % 2 ? !words : open && !words.trim();
  }
  const rest = document.querySelector("#parts > [data-rest]").textContent;
  document.getElementById("message").value = edge("opener") + (open ? message.trimEnd() : message) + edge("closing") + rest;
  compare(parts, edge("opener"), edge("closing"), rest);
}

// A line before or after the message; nothing where none is offered, or none was chosen.
function edge(name) {
  return document.querySelector(`[name="${name}"]:checked`)?.dataset.whole ?? "";
}

function seam(before, after) {
  const [left, right] = [before.trimEnd(), after.trimStart()];
  const spaces = [before.slice(left.length), after.slice(0, after.length - right.length)];
  const lines = spaces.map((space) => space.split("\n").length);
  return left ? left + spaces[Number(lines[1] > lines[0])] + right : before + right;
}

function said(part) {
  const { place, kept, mended } = part.dataset;
  if (place === undefined) return mended === undefined ? part.textContent : isChanged(part) ? mended : kept;
  const radio = chosenAt(part);
  if (radio.value !== "own") return radio.dataset.whole;
  const own = document.getElementById(`own-${place}`).value;
  return own.trim() ? own : kept;
}

// Words that lean on the place before stay as they are while that one keeps the writer's words, or has new ones of theirs.
function isChanged(part) {
  return !["keep", "own"].includes(chosenAt(part.previousElementSibling).value);
}

function chosenAt(part) {
  return document.querySelector(`[name="choice-${part.dataset.place}"]:checked`);
}
