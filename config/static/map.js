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

  fetch(box.dataset.outlines).then(function (answer) { return answer.json(); }).then(function (states) {
    L.geoJSON(states, { className: "map-land", interactive: false }).addTo(map).bringToBack();
  });

  function text(tag, words, parent) {
    var element = document.createElement(tag);
    element.textContent = words;
    if (parent) parent.appendChild(element);
    return element;
  }

  function popup(cluster) {
    var list = document.createElement("ul");
    cluster.places.forEach(function (place) {
      var item = text("li", "", list);
      var link = text("a", place.name, item);
      link.href = place.url;
      if (place.miles !== null) text("span", " " + (place.miles < 1 ? "under 1 mile" : place.miles + " miles"), item);
      if (document.getElementById("place-" + place.id)) {
        var jump = text("a", " In the list", item);
        jump.href = "#place-" + place.id;
      }
    });
    if (cluster.size > cluster.places.length) text("li", "and " + (cluster.size - cluster.places.length) + " more: zoom in", list);
    return list;
  }

  var marks = L.layerGroup().addTo(map);
  var asked = 0;
  function draw() {
    var mine = ++asked;
    fetch(box.dataset.points + "&zoom=" + map.getZoom()).then(function (answer) { return answer.json(); }).then(function (data) {
      if (mine !== asked) return;
      marks.clearLayers();
      var total = 0;
      data.clusters.forEach(function (cluster) {
        total += cluster.size;
        var words = cluster.size === 1 ? cluster.places[0].name : cluster.size + " places";
        var icon = L.divIcon({ className: "map-mark", iconSize: [36, 36], html: String(cluster.size) });
        L.marker([cluster.lat, cluster.lon], { icon: icon, alt: words, title: words }).bindPopup(popup(cluster)).addTo(marks);
      });
      said.textContent = total + " places on the map, in " + data.clusters.length + " markers. Tab moves between them.";
    }).catch(function () {
      said.textContent = "The map could not load its places. The list below has them all.";
    });
  }
  map.on("zoomend", draw);
  draw();
})();
