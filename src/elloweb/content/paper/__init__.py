"""Workshops on paper: `papier.md`, a Markdown file with a few directives, made into a PDF."""
