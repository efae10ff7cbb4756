// The pages work without this file. It adds a button to print, and says that a check is running.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
for (const form of document.querySelectorAll("[data-busy]")) {
  const button = form.querySelector("button.main");
  const words = button.textContent;
  form.addEventListener("submit", () => { button.textContent = form.dataset.busy; });
  // A page that comes back from the browser's history is not checking any more.
  window.addEventListener("pageshow", () => { button.textContent = words; });
}
