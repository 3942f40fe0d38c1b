/* What the map stands on: states from afar; closer by, the counties and towns of just the states in view. */
window.mapLand = function (map, addresses, near) {
  "use strict";
  var CLOSE = 1000; // meters to a pixel, at most, for counties to be told apart: zoom level 7 in most of the country
  var WHOLE_VIEW = 350; // from here on, few enough states are in view to draw all of them at once
  var FAR = 500; // beyond this only the larger towns are named
  var loaded = {};
  var taken = function () { return []; };
  ["land", "names"].forEach(function (name, n) {
    var pane = map.createPane(name);
    pane.style.zIndex = n ? 450 : 350;
    pane.style.pointerEvents = "none";
    pane.setAttribute("aria-hidden", "true"); // the list says where places are
  });
  var states = L.geoJSON(null, { pane: "land", className: "map-land", interactive: false }).addTo(map);
  var names = L.layerGroup().addTo(map);

  function metersToPixel() { return 40075017 * Math.cos(map.getCenter().lat * Math.PI / 180) / Math.pow(2, map.getZoom() + 8); }

  function get(address) {
    return fetch(address).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    });
  }

  /* TopoJSON: each arc is steps from point to point on a grid; a negative number is an arc walked backwards. */
  function decoder(data) {
    var scale = data.transform.scale, start = data.transform.translate;
    function at(x, y) { return [start[1] + y * scale[1], start[0] + x * scale[0]]; }
    var arcs = data.arcs.map(function (arc) {
      var x = 0, y = 0;
      return arc.map(function (step) { x += step[0]; y += step[1]; return at(x, y); });
    });
    function ring(numbers) {
      return numbers.reduce(function (all, n) { return all.concat(n < 0 ? arcs[~n].slice().reverse() : arcs[n]); }, []);
    }
    return {
      at: function (point) { return at(point[0], point[1]); },
      polygon: function (shape, className) {
        var rings = shape.arcs.map(function (piece) { return piece.map(ring); });
        return L.polygon(rings, { pane: "land", className: className, interactive: false, smoothFactor: 0.5 }).addTo(map);
      }
    };
  }

  function draw(code, data) {
    var read = decoder(data), towns = data.objects.towns;
    loaded[code] = {
      counties: data.objects.counties.geometries.map(function (one) {
        return { text: one.properties.name, shape: read.polygon(one, "map-county") };
      }),
      towns: towns.coordinates.map(function (point, n) { return { text: towns.properties.names[n], at: L.latLng(read.at(point)) }; })
    };
    read.polygon(data.objects.land, "map-state");
    states.eachLayer(function (layer) { if (layer.feature.id === code) states.removeLayer(layer); });
    write();
  }

  /* Load the states that reach into these bounds. */
  function load(bounds) {
    var box = L.bounds(map.latLngToContainerPoint(bounds.getSouthWest()), map.latLngToContainerPoint(bounds.getNorthEast()));
    function reaches(ring) {
      return L.PolyUtil.clipPolygon(ring.map(function (spot) { return map.latLngToContainerPoint(spot); }), box).length > 0;
    }
    states.eachLayer(function (layer) {
      var code = layer.feature.id;
      if (code in loaded || !bounds.intersects(layer.getBounds())) return;
      if (!layer.getLatLngs().some(function (piece) { return reaches(piece[0]); })) return;
      loaded[code] = null;
      get(addresses.counties.replace("STATE", code)).then(draw.bind(null, code)).catch(function () { delete loaded[code]; });
    });
  }

  /* Names in the order of their weight. One that would touch a marker, a button, the edge or another name is left out;
     but the largest town of a state tries beside, below and above. */
  function write() {
    names.clearLayers();
    if (metersToPixel() > CLOSE) return;
    var whole = L.bounds([0, 0], map.getSize()), boxes = taken().concat(L.bounds([0, 0], [70, 116]));
    wishes().forEach(function (wish) {
      var wide = wish.text.length * 7.6 + 10, spot = map.latLngToContainerPoint(wish.at);
      if (wish.room < wide) return;
      (wish.largest ? [[0, 0], [34, 0], [0, 38], [0, -38]] : [[0, 0]]).some(function (away) {
        var beside = wish.town && !away[1], left = (beside ? 3 : wide / 2) - away[0], down = away[1];
        var box = L.bounds([spot.x - left, spot.y + down - 9], [spot.x - left + wide, spot.y + down + 9]);
        if (!whole.contains(box) || boxes.some(function (other) { return other.overlaps(box); })) return false;
        boxes.push(box);
        place(wish, away[0] || down ? "map-name large" : wish.town ? "map-town" : "map-name", wide, [left, 9 - down]);
        return true;
      });
    });
  }

  function place(wish, className, wide, anchor) {
    var words = document.createElement("span");
    words.textContent = wish.text;
    var icon = L.divIcon({ className: className, iconSize: [wide, 18], iconAnchor: anchor, html: words });
    L.marker(wish.at, { icon: icon, pane: "names", interactive: false, keyboard: false }).addTo(names);
  }

  function wishes() {
    var view = map.getBounds(), large = [], counties = [], small = [];
    var isFar = metersToPixel() > FAR, first = isFar ? 6 : 3; // towns of each state that are named before its counties
    Object.keys(loaded).forEach(function (code) {
      if (!loaded[code]) return;
      loaded[code].towns.filter(function (town) { return view.contains(town.at); }).forEach(function (town, n) {
        (n < first ? large : small).push({ text: town.text, at: town.at, town: true, largest: n === 0 });
      });
      loaded[code].counties.forEach(function (county) {
        var bounds = county.shape.getBounds();
        if (!view.intersects(bounds)) return;
        var room = map.latLngToContainerPoint(bounds.getNorthEast()).x - map.latLngToContainerPoint(bounds.getSouthWest()).x;
        counties.push({ text: county.text, at: county.shape.getCenter(), room: room });
      });
    });
    return large.concat(counties, isFar ? [] : small);
  }

  function look(bounds) {
    if (metersToPixel() <= CLOSE) load(bounds);
    write();
  }
  map.on("moveend", function () { look(map.getBounds()); });
  return {
    /* From farther away, at first only the states nearby: many would be in view. */
    ready: get(addresses.outlines).then(function (data) {
      states.addData(data);
      look(metersToPixel() <= WHOLE_VIEW ? map.getBounds() : near);
    }),
    /* Names keep clear of these boxes (in pixels of the map). */
    keepClearOf: function (boxes) { taken = boxes; write(); }
  };
};
