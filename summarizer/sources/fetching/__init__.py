"""Pages from the web, and never from the network that this machine stands in."""

from summarizer.sources.fetching.fetch import Answer, Limits, fetch

__all__ = ["Answer", "Limits", "fetch"]
