"""Data: small clean data sets, tables, and charts that read without colour."""
