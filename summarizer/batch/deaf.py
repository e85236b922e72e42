"""Loaded by our own workers as they start: a terminal's Ctrl-C is the run's, which ends them."""

from __future__ import annotations

import signal

signal.signal(signal.SIGINT, signal.SIG_IGN)
