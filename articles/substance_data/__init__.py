"""Plain data behind articles.substances; import from there."""
