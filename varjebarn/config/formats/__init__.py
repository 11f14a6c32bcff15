"""Formats of dates, times and numbers per language, for FORMAT_MODULE_PATH."""
