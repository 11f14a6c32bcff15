"""Pure values that every room may use: who acts, what a rule answers, periods, ages. No Django."""
