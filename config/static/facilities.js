/* Find a place: search from where the browser is, only when asked, rounded before it leaves the browser. */
(function () {
  "use strict";
  var button = document.querySelector("[data-locate]");
  var form = document.getElementById("here");
  if (!button || !form || !navigator.geolocation) {
    if (button) button.hidden = true;
    return;
  }
  button.addEventListener("click", function () {
    var said = document.querySelector("[data-locate-said]");
    said.textContent = "Looking…";
    navigator.geolocation.getCurrentPosition(
      function (found) {
        form.elements.lat.value = found.coords.latitude.toFixed(2);
        form.elements.lon.value = found.coords.longitude.toFixed(2);
        form.submit();
      },
      function () { said.textContent = "Your browser did not say. Type a ZIP code instead."; },
      { maximumAge: 600000, timeout: 10000 }
    );
  });
})();
