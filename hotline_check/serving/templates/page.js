// The pages work without this file. It adds a button to print, says that a check is running, and
// takes a screenshot that is pasted.
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
const picture = document.querySelector("#picture");
document.addEventListener("paste", (event) => {
  if (picture && event.clipboardData.files.length) picture.files = event.clipboardData.files;
});
