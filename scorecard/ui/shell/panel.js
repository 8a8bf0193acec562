// One component for every part of a page: prints the HTML it is given and reports plain clicks on links.
const HANDLED = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  let root = HANDLED.get(parentElement);
  if (!root) {
    root = document.createElement("div");
    root.className = "sc-panel";
    parentElement.appendChild(root);
    HANDLED.set(parentElement, root);
    listen(root);
  }
  root.go = (query) => setTriggerValue("go", query);
  root.send = (fields) => setTriggerValue("sent", fields);
  if (root.printed !== data.html) print(root, data.html);
}

function print(root, html) {
  const place = focusedPlace(root), left = root.querySelector("dialog");
  if (left?.open) left.close();
  root.printed = html;
  root.innerHTML = html;
  root.touched = false;
  if (root.querySelector("#sc-findable")) searchAgain();
  const opened = root.querySelector("dialog");
  if (opened) return opened.showModal();
  focusAgain(root, place);
  if (left) focusLight(left);
}

// Who closes a dialog or changes a filter and goes back before the server has answered gets the same HTML again:
// what the reader's hand has changed is printed anew.
addEventListener("popstate", () => {
  for (const root of document.querySelectorAll(".sc-panel")) if (root.touched) print(root, root.printed);
});

function listen(root) {
  root.addEventListener("click", (event) => onClick(root, event));
  root.addEventListener("change", (event) => onChange(root, event));
  root.addEventListener("submit", (event) => onSubmit(root, event));
  root.addEventListener("keydown", (event) => onKey(event));
  // "close" does not bubble; Escape, the button and a click beside the dialog all end here.
  root.addEventListener("close", (event) => onClose(root, event.target), true);
  for (const name of ["mouseover", "focusin"]) root.addEventListener(name, (event) => showTip(event.target));
  listenToSearch(root);
  for (const name of ["mouseleave", "focusout"]) root.addEventListener(name, hideTip);
}

function onClick(root, event) {
  const dialog = event.target.closest("dialog");
  if (dialog && (event.target === dialog || event.target.closest("[data-close]"))) return dialog.close();
  const copy = event.target.closest("[data-copy]");
  if (copy) return copyLink(copy);
  if (event.target.closest("[data-show]")) return root.requestFullscreen();
  const link = event.target.closest("a[href]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const address = link.getAttribute("href");
  if (address.startsWith("#")) {
    event.preventDefault();
    root.querySelector(address)?.focus();
  } else if (address.startsWith("?")) {
    event.preventDefault();
    root.go(address.slice(1));
  }
}

function onChange(root, event) {
  const form = event.target.closest("form[data-go]");
  if (!form) return;
  root.touched = true;
  const dropped = (event.target.dataset.drops ?? "").split(" ");
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (name === event.target.dataset.after && value >= event.target.value) continue;
    if (!value || dropped.includes(name) || form.elements[name].dataset?.default === value) continue;
    // A list of unlike choices: each says which part of the address it is.
    query.append(form.elements[name].selectedOptions?.[0]?.dataset.name ?? name, value);
  }
  root.go(query.toString());
}

const RESENT_AFTER = 4000; // an answer that changes nothing here would leave the button dead

function onSubmit(root, event) {
  if (event.target.hasAttribute("action")) return; // goes to the server itself, as signing out does
  event.preventDefault();
  const form = event.target.closest("form[data-send]");
  if (!form) return;
  const fields = { form: form.dataset.send };
  const data = new FormData(form);
  for (const name of new Set(data.keys())) fields[name] = data.getAll(name);
  const button = event.submitter;
  if (button) {
    button.disabled = true;
    setTimeout(() => (button.disabled = false), RESENT_AFTER);
  }
  root.send(fields);
}

function onClose(root, dialog) {
  // A dialog replaced by the server is detached before its close event runs, and its address is already right.
  if (!dialog.isConnected || dialog.dataset.back === undefined) return;
  root.touched = true;
  focusLight(dialog);
  root.go(dialog.dataset.back.replace(/^\?/, ""));
}

// An office serves plain HTTP, where browsers have no clipboard to write to: a marked field still can be copied.
async function copyLink(button) {
  const address = new URL(button.dataset.copy, location.href).href;
  if (navigator.clipboard) await navigator.clipboard.writeText(address);
  else {
    const field = Object.assign(document.createElement("input"), { value: address });
    button.after(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  const name = button.textContent;
  button.textContent = button.dataset.copied;
  setTimeout(() => (button.textContent = name), 2000);
}

// Full screen, the arrow keys go through the choices of the form that was left behind.
document.addEventListener("keydown", (event) => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const choice = document.fullscreenElement?.querySelector("form[data-go] select");
  if (!choice || !step || !choice.options[choice.selectedIndex + step]) return;
  event.preventDefault();
  choice.selectedIndex += step;
  choice.dispatchEvent(new Event("change", { bubbles: true }));
});

const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

function onKey(event) {
  if (event.key === "Escape") hideTip();
  const step = STEPS[event.key];
  const cell = event.target.closest?.("td");
  if (!step || !cell || !event.target.matches(".sc-light")) return;
  const rows = [...cell.closest("table").rows];
  let [row, column] = [rows.indexOf(cell.parentElement), cell.cellIndex];
  while (rows[(row += step[0])] && (column += step[1]) >= 0 && column < cell.parentElement.cells.length) {
    const light = rows[row].cells[column]?.querySelector("a.sc-light");
    if (!light) continue;
    event.preventDefault();
    return light.focus();
  }
}

function tipElement() {
  let tip = document.getElementById("sc-tip");
  if (!tip) {
    tip = Object.assign(document.createElement("div"), { id: "sc-tip", className: "sc-tip", hidden: true });
    tip.setAttribute("role", "tooltip");
    document.body.appendChild(tip);
  }
  return tip;
}

function showTip(target) {
  const light = target.closest?.("[data-tip]");
  if (!light) return hideTip();
  const tip = tipElement();
  tip.replaceChildren(
    ...light.dataset.tip.split("\n").map((line) => Object.assign(document.createElement("p"), { textContent: line })),
  );
  tip.hidden = false;
  light.setAttribute("aria-describedby", "sc-tip");
  const box = light.getBoundingClientRect();
  const below = box.bottom + 8 + tip.offsetHeight < innerHeight;
  tip.style.top = `${below ? box.bottom + 8 : box.top - 8 - tip.offsetHeight}px`;
  const left = box.left + box.width / 2 - tip.offsetWidth / 2;
  tip.style.left = `${Math.max(8, Math.min(left, innerWidth - tip.offsetWidth - 8))}px`;
}

function hideTip() {
  const tip = document.getElementById("sc-tip");
  if (!tip || tip.hidden) return;
  tip.hidden = true;
  document.querySelector("[aria-describedby=sc-tip]")?.removeAttribute("aria-describedby");
}
