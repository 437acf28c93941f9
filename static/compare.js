// Shows before and after anew as choices change, in the way of app/web/changes.py: parts are pairs of draft and message.
export function compare(parts, opener, closing, rest) {
  const [was, now] = [document.getElementById("was"), document.getElementById("now")];
  if (!was) return;
  const stretches = [["", "", opener, ""], ...changes(parts), ["", "", closing, ""], [rest, "", "", ""]];
  was.replaceChildren(...stretches.flatMap(([front, gone, , back]) => [front, ...marked("del", "taken out: ", gone), back]));
  now.replaceChildren(...stretches.flatMap(([front, , fresh, back]) => [front, ...marked("ins", "new: ", fresh), back]));
}

// Of the white space around words left out the wider one stays.
function changes(parts) {
  let open = false;
  let kept = "";
  return parts.map(([was, said], place) => {
    let now = said;
    if (place % 2 === 0) {
      if (open && lines(now.match(/^\s*/)[0]) <= lines(kept.match(/\s*$/)[0])) now = now.trimStart();
      kept = now;
    }
    open = !now;
    return split(was, now);
  });
}

function lines(space) {
  return space.split("\n").length;
}

// Leaves the words that both begin and end with outside.
function split(was, now) {
  if (was === now) return [was, "", "", ""];
  const [old, fresh] = [was, now].map((text) => text.match(/\s+|\S+/g) ?? []);
  const least = Math.min(old.length, fresh.length);
  let first = 0;
  while (first < least && old[first] === fresh[first]) first += 1;
  let last = 0;
  while (last < least - first && old.at(-1 - last) === fresh.at(-1 - last)) last += 1;
  const [gone, added] = [old, fresh].map((words) => words.slice(first, words.length - last).join(""));
  return [old.slice(0, first).join(""), gone, added, old.slice(old.length - last).join("")];
}

// White space stays outside the marks.
function marked(name, told, words) {
  const bare = words.trim();
  if (!bare) return [words];
  const [mark, hint] = [document.createElement(name), document.createElement("span")];
  hint.className = "unseen";
  hint.textContent = told;
  mark.append(hint, bare);
  const at = words.indexOf(bare);
  return [words.slice(0, at), mark, words.slice(at + bare.length)];
}
