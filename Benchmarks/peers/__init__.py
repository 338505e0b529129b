"""One small adapter for each peer; `protocol` is what they share."""
