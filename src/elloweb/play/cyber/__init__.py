"""Cybersecurity: mails to sort, ciphers, logs, fingerprints, passwords. Defence alone."""
