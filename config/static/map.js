/* The optional map: Leaflet on our own outlines, no tiles. Markers come clustered from the server. */
(function () {
  "use strict";
  var box = document.getElementById("map");
  var said = document.getElementById("map-said");
  if (!box || !window.L) return;
  var center = [Number(box.dataset.lat), Number(box.dataset.lon)];
  var meters = Number(box.dataset.miles) * 1609.344;
  var map = L.map(box, { minZoom: 3, maxZoom: 14, attributionControl: false, fadeAnimation: false });
  map.fitBounds(L.latLng(center).toBounds(meters * 2));
  L.circle(center, { radius: meters, className: "map-reach", interactive: false }).addTo(map);
  L.circleMarker(center, { radius: 5, className: "map-center", interactive: false }).addTo(map);
  var nearby = L.latLng(center).toBounds(2 * Math.min(meters, 80467)); // 50 miles: what is drawn in full at first
  var land = window.mapLand(map, box.dataset, nearby);
  var failed = "";
  land.ready.catch(function () { failed = " The outlines could not load."; said.textContent += failed; });

  function text(tag, words, parent) {
    var element = document.createElement(tag);
    element.textContent = words;
    if (parent) parent.appendChild(element);
    return element;
  }
  function count(n, word) { return n + " " + word + (n === 1 ? "" : "s"); }

  function popup(cluster) {
    var list = document.createElement("ul");
    cluster.places.forEach(function (place) {
      var item = text("li", "", list);
      var link = text("a", place.name, item);
      link.href = place.url;
      if (place.miles !== null) item.append(" " + (place.miles < 1 ? "under 1 mile" : place.miles + " miles"));
      if (!document.getElementById("place-" + place.id)) return;
      item.append(" · ");
      text("a", "In the list", item).href = "#place-" + place.id;
    });
    if (cluster.size > cluster.places.length) text("li", "and " + (cluster.size - cluster.places.length) + " more: zoom in", list);
    return list;
  }

  var roomy = { // a popup never under the zoom buttons, nor larger than the map
    autoPanPaddingTopLeft: [64, 10], minWidth: 160, maxWidth: Math.min(320, box.clientWidth - 120), maxHeight: box.clientHeight - 110
  };

  /* By keyboard, focus goes into the popup and comes back to the marker. */
  var byKey = false;
  box.addEventListener("pointerdown", function () { byKey = false; }, true);
  box.addEventListener("keydown", function (event) {
    byKey = true;
    if (event.key === "Escape") map.closePopup();
  }, true);

  function marker(cluster) {
    var size = 28 + 8 * String(cluster.size).length; // pixels: room for every digit
    var words = cluster.size === 1 ? "1: " + cluster.places[0].name : cluster.size + " places";
    var icon = L.divIcon({ className: "map-mark", iconSize: [size, size], html: String(cluster.size) });
    var mark = L.marker([cluster.lat, cluster.lon], { icon: icon, title: words }).bindPopup(popup(cluster), roomy).addTo(marks);
    var element = mark.getElement();
    element.setAttribute("aria-label", words);
    mark.on("keydown", function (event) {
      if (event.originalEvent.key === " ") { event.originalEvent.preventDefault(); mark.openPopup(); }
    });
    mark.on("popupopen", function (event) { if (byKey) event.popup.getElement().querySelector("a[href]").focus(); });
    mark.on("popupclose", function () { if (byKey && element.isConnected) element.focus(); });
    cluster.asked.forEach(function (id) { markOf[id] = mark; });
    return { at: mark.getLatLng(), half: size / 2 };
  }

  /* The list and the map in step: each place of the list can be shown on the map. */
  var listed = Array.from(document.querySelectorAll(".results [id^='place-']"));
  function idOf(heading) { return heading.id.slice("place-".length); }
  listed.forEach(function (heading) {
    var actions = heading.closest("article").querySelector(".place-actions");
    var button = text("button", "Show on the map");
    button.type = "button";
    button.className = "link-button";
    text("span", ": " + heading.textContent, button).className = "visually-hidden";
    button.addEventListener("click", function () {
      var mark = markOf[idOf(heading)];
      if (!mark) { said.textContent = "This place is not on the map: its address is private, or it has no point."; return; }
      byKey = true;
      box.scrollIntoView({ block: "nearest" });
      map.panTo(mark.getLatLng(), { animate: false });
      mark.openPopup();
    });
    if (actions) actions.appendChild(button);
  });

  var marks = L.layerGroup().addTo(map);
  var markOf = {};
  var asked = 0;
  function draw() {
    var mine = ++asked;
    fetch(box.dataset.points + "&zoom=" + map.getZoom() + "&list=" + listed.map(idOf)).then(function (answer) { return answer.json(); }).then(function (data) {
      if (mine !== asked) return;
      marks.clearLayers();
      markOf = {};
      var spots = data.clusters.map(marker);
      land.keepClearOf(function () {
        return spots.map(function (spot) {
          var point = map.latLngToContainerPoint(spot.at);
          return L.bounds(point.subtract([spot.half, spot.half]), point.add([spot.half, spot.half]));
        });
      });
      var total = data.clusters.reduce(function (sum, cluster) { return sum + cluster.size; }, 0);
      said.textContent = count(total, "place") + " on the map, in " + count(data.clusters.length, "marker") + ". Tab moves between them." +
        (data.complete ? "" : " There are more: only the first " + total + " are drawn.") + failed;
    }).catch(function () {
      said.textContent = "The map could not load its places. The list below has them all.";
    });
  }
  map.on("zoomend", draw);
  draw();
})();
