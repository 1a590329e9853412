"""Playful materials by theme: general pieces that any workshop may use."""
