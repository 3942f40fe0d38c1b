"""Open data, read-only: search, listings, GeoJSON, codes and places; HSDS 3.1; downloads. No example is ever served."""
