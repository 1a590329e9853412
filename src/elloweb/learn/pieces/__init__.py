"""Playful pieces of a notebook: shown by a widget, in words where there is none, and kept."""
