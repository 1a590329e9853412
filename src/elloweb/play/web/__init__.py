"""The web: a page with its preview, its faults, its contrasts, and how it is heard."""
