// The pages work without this file. It finds platforms by name, and withdraws contacts
// whose proof has become too old since the page was made. It checks nothing: only the program does.
const fold = (text) => text.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
const box = document.querySelector("[data-search]");
if (box) {
  const input = box.querySelector("input");
  const list = box.querySelector("ul");
  const said = box.querySelector("[aria-live] p");
  let names = null;
  const show = () => {
    const wanted = fold(input.value);
    const found = wanted ? names.filter(([, , forms]) => forms.some((form) => form.includes(wanted))) : [];
    list.replaceChildren(...found.slice(0, 20).map(([id, name]) => {
      const link = document.createElement("a");
      link.href = `${box.dataset.pages}${id}/`;
      link.textContent = name;
      const item = document.createElement("li");
      item.append(link);
      return item;
    }));
    said.textContent = wanted && !found.length ? box.dataset.nothing : "";
  };
  fetch(box.dataset.search)
    .then((answer) => answer.json())
    .then((found) => { names = found; box.hidden = false; input.addEventListener("input", show); })
    .catch(() => {});
}
const until = document.querySelector('meta[name="until"]');
if (until && until.content < new Date().toISOString().slice(0, 10)) {
  const contacts = 'a[href^="tel:"], a[href^="mailto:"], .contacts a.value, .way a.value';
  for (const link of document.querySelectorAll(contacts)) link.removeAttribute("href");
  for (const place of document.querySelectorAll(".contacts > li, .way, .quickest")) {
    place.classList.add("doubtful");
  }
  for (const code of document.querySelectorAll("details.code")) code.remove();
}
