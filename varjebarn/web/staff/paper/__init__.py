"""Sheets to print for a family without e-identification: the question of consent, and the wheel's questions."""
