// Fetches pages and answers and swaps them in: a reload never sends the draft again, and Back finds it while the tab lives.
// The history holds a random number and a count, never anything typed.
import { dress, say } from "./dress.js";

const policy = window.trustedTypes?.createPolicy("softstart", { createHTML: (html) => html }) ?? { createHTML: (html) => html };
const visit = Math.random(); // steps of an earlier visit to this page cannot be brought back
const shelf = []; // step -> the page as it was left
let step = 0;
let asked = 0; // pages asked for: an answer that comes after a newer question is too late
let draft = "";

history.replaceState({ visit, step }, "");

addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.dataset.swap) return;
  event.preventDefault();
  const body = new FormData(form, event.submitter);
  draft = body.get("draft");
  load(form.action, { method: "POST", body }, form.dataset.swap === "push" ? location.pathname : null);
});

addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (!link || link.dataset.leave !== undefined || link.origin !== location.origin || link.hash) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  draft = link.dataset.fresh !== undefined ? "" : document.getElementById("draft")?.value || draft;
  load(link.href, {}, link.pathname);
});

addEventListener("popstate", (event) => {
  if (!event.state || event.state.step === step) return;
  if (event.state.visit !== visit || !shelf[event.state.step]) return location.reload();
  keep();
  asked += 1;
  step = event.state.step;
  put(shelf[step]);
});

async function load(url, options, path) {
  say("One moment …");
  const turn = (asked += 1);
  try {
    const answer = await fetch(url, options);
    const page = new DOMParser().parseFromString(policy.createHTML(await answer.text()), "text/html");
    if (turn !== asked) return;
    show({ main: page.querySelector("main"), nav: page.querySelector("nav"), title: page.title }, path);
    say("");
  } catch {
    if (turn === asked) say("That didn’t get through. Your draft is still here; please try again in a moment.", 12000);
  }
}

function show(page, path) {
  if (!page.main) throw new Error("no page");
  if (path === null) keepOpen(page.main);
  if (path !== null) {
    keep();
    step += 1;
    shelf.length = step;
    history.pushState({ visit, step }, "", path);
  }
  put(page, path === null);
  const field = document.querySelector("#draft");
  if (field && !field.value) field.value = draft;
}

function keep() {
  shelf[step] = { main: document.querySelector("main"), nav: document.querySelector("nav"), title: document.title };
}

function put({ main, nav, title }, stay = false) {
  const id = document.activeElement?.id;
  dress(main);
  document.querySelector("main").replaceWith(main);
  document.querySelector("nav").replaceWith(nav);
  document.title = title;
  const next = stay ? document.getElementById(id) ?? document.querySelector("h1") : main;
  next.focus({ preventScroll: stay });
  if (!stay) scrollTo(0, 0);
}

// Explanations that were open stay open.
function keepOpen(main) {
  for (const { id } of document.querySelectorAll("main details[id][open]")) main.querySelector(`[id="${id}"]`)?.setAttribute("open", "");
}
