// What is printed anew takes the focus with it: its counterpart gets it back, or whoever reads by keyboard starts at
// the top of the page after every choice.
function alike(root, element) {
  return [...root.querySelectorAll(element.tagName)].filter((one) => one.type !== "hidden");
}

// What an element is known by: a field by its name, anything else by what it says.
function markOf(element) {
  const chosen = ["checkbox", "radio"].includes(element.type) ? element.value : "";
  return element.name ? `${element.name} ${chosen}` : element.id || element.dataset.tip || element.textContent.trim();
}

function placeOf(root, element) {
  const all = alike(root, element), mark = markOf(element), at = all.indexOf(element);
  const same = all.filter((one) => markOf(one) === mark).indexOf(element);
  const typed = isSearching(element) ? element.value : null; // read now: what is removed closes its list
  return { element, mark, same, at, href: element.getAttribute("href"), caret: element.selectionStart, typed };
}

// Where the focus is in this part of the page; a dialog gives it back by itself.
function focusedPlace(root) {
  const now = document.activeElement;
  return root.contains(now) && !now.closest("dialog") ? placeOf(root, now) : null;
}

function counterpart(root, { element, mark, same, at, href }) {
  const all = alike(root, element), known = mark ? all.filter((one) => markOf(one) === mark) : [];
  const there = (links) => (href ? links.find((one) => one.getAttribute("href") === href) : undefined);
  const stays = known.includes(all[at]) ? all[at] : (known[same] ?? known[0]);
  return there(known) ?? stays ?? there(all) ?? all[Math.min(at, all.length - 1)];
}

function focusAgain(root, place) {
  const again = place && counterpart(root, place);
  again?.focus({ preventScroll: true });
  if (again?.matches("[role=combobox]") && place.typed !== null) {
    again.value = place.typed;
    showFound(again.closest(".sc-search"));
  }
  if (again?.selectionStart != null && place.caret != null) again.setSelectionRange(place.caret, place.caret);
}

// A browser gives the focus back to the light that opened its reason; one that was opened by its address had none.
function focusLight(dialog) {
  if (document.activeElement !== document.body || !dialog.dataset.light) return;
  const ends = CSS.escape(dialog.dataset.light);
  const links = document.querySelectorAll(`.sc-panel a[href$="?${ends}"], .sc-panel a[href$="&${ends}"]`);
  [...links].find((link) => link.checkVisibility())?.focus();
}
