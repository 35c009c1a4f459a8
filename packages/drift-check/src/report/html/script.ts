/**
 * The script of the page: filter and search, all open for paper, a finding opened by its address. It holds no data and
 * writes no HTML; without it the page shows everything.
 */
export const script = `
"use strict";
const form = document.querySelector(".filter");
const search = form.querySelector("input[type=search]");
const shown = form.querySelector("output");
const toggle = form.querySelector("button");
const boxes = [...form.querySelectorAll("input[type=checkbox]")];
const findings = [...document.querySelectorAll(".finding")].map((element) => ({
  element,
  section: element.closest("section").dataset.section,
  text: element.textContent.toLowerCase(),
}));
const containers = [...document.querySelectorAll("section[data-section] .group"), ...document.querySelectorAll("section[data-section]")];

function filter() {
  const words = search.value.toLowerCase().split(/\\s+/).filter((word) => word !== "");
  const sections = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  let count = 0;
  for (const { element, section, text } of findings) {
    const fits = sections.has(section) && words.every((word) => text.includes(word));
    element.hidden = !fits;
    if (fits) count += 1;
  }
  for (const container of containers) {
    container.hidden = container.querySelector(".finding:not([hidden])") === null;
  }
  shown.textContent = count === findings.length ? "" : count + " of " + findings.length + " shown";
}

function openAll(isOpen) {
  for (const { element } of findings) if (!element.hidden) element.open = isOpen;
}

function openAddressed() {
  const element = document.getElementById(location.hash.slice(1));
  if (element !== null && "open" in element) element.open = true;
}

form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
toggle.addEventListener("click", () => {
  const isOpening = findings.some(({ element }) => !element.hidden && !element.open);
  openAll(isOpening);
  toggle.textContent = isOpening ? "close all" : "open all";
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== search) {
    event.preventDefault();
    search.focus();
  } else if (event.key === "Escape" && search.value !== "") {
    search.value = "";
    filter();
  }
});
let before = [];
addEventListener("beforeprint", () => {
  before = findings.map(({ element }) => element.open);
  openAll(true);
});
addEventListener("afterprint", () => {
  for (const [index, { element }] of findings.entries()) element.open = before[index];
});
addEventListener("hashchange", openAddressed);
form.hidden = findings.length === 0;
filter();
openAddressed();
`;
