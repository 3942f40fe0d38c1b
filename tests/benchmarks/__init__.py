"""Measurements, never tests: `make bench` prints each figure beside what it is compared with."""
