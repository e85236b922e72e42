"""Ask a model: providers, the embedded engine, retries."""
