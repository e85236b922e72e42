"""Text that tries to give orders to whoever reads it with a machine."""
