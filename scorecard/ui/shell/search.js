// The search in the header: everything it can find lies in the page, so no key asks the server.
const MOST = 12;

function folded(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("\u0111", "d");
}

function wordsOf(text) {
  return folded(text).split(/[^\p{L}\p{N}.]+/u).filter(Boolean);
}

function entriesOf(search) {
  if (search.entries) return search.entries;
  const { kinds, saved, absent } = JSON.parse(search.querySelector("script").textContent);
  const spelt = (number) => kinds[0][2].map((pattern) => wordsOf(pattern.replace("{}", number)).join(" "));
  search.absent = absent.map((number) => [number, spelt(number)]);
  // Sent apart from the header, which is printed anew with every choice; it comes a moment after it.
  const findable = document.getElementById("sc-findable");
  search.entries = [...saved, ...JSON.parse(findable.textContent)].map(([kind, end, name, beside, other]) => ({
    name, kind: kinds[kind][0], saved: !kinds[kind][1], beside, href: kinds[kind][1] + end, codes: other.split(";").map((one) => wordsOf(one).join(" ")),
    spelt: kinds[kind][2].length ? spelt(other) : [],
    words: wordsOf(`${name} ${other}`), title: wordsOf(name).join(""), near: wordsOf(beside),
  }));
  return search.entries;
}

function isSpelt(spelt, squeezed) {
  return spelt.some((one) => one.replaceAll(" ", "") === squeezed);
}

// 0 is the best: the code itself in any of its spellings, the beginning of the name, whole words, beginnings of words, then anywhere.
function rank(entry, asked, squeezed) {
  const joined = asked.join(" ");
  if (entry.codes.includes(joined) || isSpelt(entry.spelt, squeezed)) return 0;
  if (entry.title.startsWith(squeezed)) return 1;
  const all = [...entry.words, ...entry.near];
  const begins = (words) => asked.every((part) => words.some((word) => word.startsWith(part)));
  if (asked.every((part) => entry.words.includes(part))) return 2;
  if (asked.every((part) => all.includes(part)) || entry.spelt.some((one) => one.startsWith(`${joined} `))) return 3;
  if (begins(entry.words)) return 4;
  if (begins(all) || entry.spelt.some((one) => one.startsWith(joined))) return 5;
  return squeezed.length > 1 && entry.words.join("").includes(squeezed) ? 6 : -1;
}

function matches(search, text) {
  const asked = wordsOf(text), squeezed = asked.join("");
  if (!squeezed) return text.trim() ? [] : entriesOf(search).filter((entry) => entry.saved).slice(0, MOST);
  const ranked = entriesOf(search).map((entry) => [rank(entry, asked, squeezed), entry]).filter(([place]) => place >= 0);
  return ranked.sort((one, other) => one[0] - other[0]).slice(0, MOST).map(([, entry]) => entry);
}

function noneFor(search, text, said) {
  entriesOf(search);
  const missed = search.absent.find(([, spelt]) => isSpelt(spelt, wordsOf(text).join("")));
  return missed ? said.dataset.absent.replace("{number}", missed[0]) : said.dataset.none;
}

function optionOf(entry, place) {
  const option = Object.assign(document.createElement("a"), { id: `sc-found-${place}`, tabIndex: -1 });
  option.setAttribute("href", entry.href);
  option.setAttribute("role", "option");
  const part = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
  option.append(part("span", entry.name), part("small", [entry.kind, entry.beside].filter(Boolean).join(" · ")));
  return option;
}

// The names came after the header, or those of another catalogue: what was looked for without them is looked for again.
function searchAgain() {
  for (const search of document.querySelectorAll(".sc-search")) {
    delete search.entries;
    if (search.waiting || isSearching(search.querySelector("input"))) showFound(search);
  }
}

function showFound(search) {
  const input = search.querySelector("input"), list = search.querySelector("[role=listbox]");
  search.waiting = !document.getElementById("sc-findable");
  if (search.waiting) return;
  const said = search.querySelector("[role=status]"), found = matches(search, input.value);
  const none = input.value.trim() && !found.length ? noneFor(search, input.value, said) : "";
  list.replaceChildren(...found.map(optionOf));
  if (none) list.append(Object.assign(document.createElement("p"), { textContent: none }));
  list.hidden = !input.value.trim() && !found.length;
  const room = document.documentElement.clientWidth - 14 - list.offsetWidth - search.getBoundingClientRect().left;
  list.style.left = `${Math.min(0, room)}px`;
  input.setAttribute("aria-expanded", String(found.length > 0));
  said.textContent = list.hidden ? "" : found.length ? said.dataset.found.replace("{number}", found.length) : none;
  mark(search, found.length ? 0 : -1);
}

// The field grows while it has the focus: to the left where there is no room to the right.
function placeField(input) {
  const room = document.documentElement.clientWidth - 14 - input.offsetWidth - input.parentElement.getBoundingClientRect().left;
  input.style.left = `${Math.min(0, room)}px`;
}

function mark(search, place) {
  const input = search.querySelector("input"), options = [...search.querySelectorAll("[role=option]")];
  options.forEach((option, at) => option.setAttribute("aria-selected", String(at === place)));
  if (!options[place]) return input.removeAttribute("aria-activedescendant");
  input.setAttribute("aria-activedescendant", options[place].id);
  options[place].scrollIntoView({ block: "nearest" });
}

// Words stand in the field and what they find below it: no part that is printed anew may take them away.
function isSearching(input) {
  return input.matches("[role=combobox]") && !input.parentElement.querySelector("[role=listbox]").hidden;
}

function closeFound(search) {
  search.querySelector("[role=listbox]").hidden = true;
  if (!search.contains(document.activeElement)) search.querySelector("input").style.left = "0";
  search.querySelector("input").setAttribute("aria-expanded", "false");
  search.querySelector("input").removeAttribute("aria-activedescendant");
}

function onSearchKey(event) {
  const search = event.target.closest(".sc-search"), list = search.querySelector("[role=listbox]");
  const options = [...search.querySelectorAll("[role=option]")];
  const place = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") {
    if (list.hidden) event.target.value = "";
    closeFound(search);
  } else if (event.isComposing || (!step && event.key !== "Enter")) return;
  else if (list.hidden) showFound(search);
  else if (step && options.length) mark(search, (place + step + options.length) % options.length);
  else if (event.key === "Enter") options[place]?.click();
  event.preventDefault();
}

// The focused field grows over its neighbours, but never off the right edge.
function keepOnScreen(search) {
  search.querySelector("input").style.maxWidth = `${document.documentElement.clientWidth - 14 - search.getBoundingClientRect().left}px`;
}

function listenToSearch(root) {
  const of = (event) => event.target.closest?.(".sc-search");
  root.addEventListener("focusin", (event) => of(event) && keepOnScreen(of(event)));
  root.addEventListener("input", (event) => of(event) && showFound(of(event)));
  root.addEventListener("focusin", (event) => event.target.matches?.("[role=combobox]") && placeField(event.target));
  root.addEventListener("focusout", (event) => of(event) && !of(event).contains(event.relatedTarget) && closeFound(of(event)));
  root.addEventListener("keydown", (event) => event.target.matches?.("[role=combobox]") && onSearchKey(event));
  // A press must not take the focus from the field before the click arrives.
  root.addEventListener("mousedown", (event) => event.target.closest?.("[role=option]") && event.preventDefault());
  root.addEventListener("click", (event) => event.target.matches?.("[role=combobox]") && showFound(of(event)));
  root.addEventListener("click", (event) => event.target.closest?.("[role=option]") && closeFound(of(event)));
}
