"""Directories in: read -> stage -> classify (match) -> apply. One reader per source format, one staged row type."""
