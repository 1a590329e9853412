"""ELL'OWEB."""
