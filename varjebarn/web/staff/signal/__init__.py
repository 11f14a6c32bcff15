"""What somebody has noticed: on the wheel, handed on, judged."""
