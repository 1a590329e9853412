"""The command line: `elloweb …`. Modules here parse, call and print; they decide nothing."""

from elloweb.cli.app import main

__all__ = ["main"]
