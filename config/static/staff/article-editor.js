/* Live preview, live checks and the source picker of the article editor. The form works without it. */
(function () {
  "use strict";
  var body = document.getElementById("id_body");
  var frame = document.querySelector("[data-preview]");
  var checks = document.querySelector("[data-checks]");
  var root = null;
  var timer = 0;
  var turn = 0;

  function show(html) {
    root.querySelector("main").innerHTML = html;
  }

  // The public stylesheet, kept away from the staff pages in a shadow tree.
  async function open(frame) {
    var first = frame.querySelector("template");
    var start = first ? first.innerHTML : "";
    var css = await (await fetch(frame.dataset.styles)).text();
    var sheet = new CSSStyleSheet();
    sheet.replaceSync(css.replaceAll(":root", ":host"));
    root = frame.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    root.innerHTML = '<div class="article"><main class="prose"></main></div>';
    var box = root.firstElementChild.style;
    box.display = "block";
    box.padding = "1.5rem";
    box.background = "var(--paper)";
    box.color = "var(--ink)";
    box.font = "1.125rem/1.6 var(--serif)";
    show(start);
  }

  async function refresh() {
    var mine = ++turn;
    var answer = await fetch(frame.dataset.address, { method: "POST", body: new FormData(body.form), headers: { Accept: "application/json" } });
    if (!answer.ok || mine !== turn) return;
    var made = await answer.json();
    show(made.html);
    checks.innerHTML = made.checks;
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-insert]");
    if (!button || !body) return;
    body.setRangeText(button.dataset.insert, body.selectionStart, body.selectionEnd, "end");
    body.focus();
    body.dispatchEvent(new Event("input"));
  });

  document.addEventListener("input", function (event) {
    if (!event.target.matches("[data-source-search]")) return;
    var words = event.target.value.toLowerCase().split(/\s+/);
    document.querySelectorAll("[data-source]").forEach(function (row) {
      row.hidden = !words.every(function (word) { return row.dataset.source.includes(word); });
    });
  });

  if (!frame) return;
  open(frame).then(function () {
    if (!body) return;
    body.form.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(refresh, 500);
    });
  });
})();
