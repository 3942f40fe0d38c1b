/* Small aids. Every page works without them. */
(function () {
  "use strict";
  document.documentElement.classList.add("js");

  document.addEventListener("click", function (event) {
    var leave = event.target.closest("[data-leave]");
    if (leave) {
      event.preventDefault();
      location.replace(leave.href);
    }
  });

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy]");
    if (!button || !navigator.clipboard) return;
    var value = button.dataset.copy;
    var source = value === "address" ? null : document.querySelector(value);
    navigator.clipboard.writeText(source ? (source.innerText || source.textContent).trim() : location.href).then(function () {
      var said = button.querySelector("[data-said]") || button;
      said.textContent = "Copied";
    });
  });

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-print]")) window.print();
  });

  var summary = document.querySelector("[data-focus]");
  if (summary) summary.focus();
})();
