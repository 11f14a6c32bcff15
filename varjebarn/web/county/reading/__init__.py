"""Old minutes read, looked over, and taken into the register by somebody."""
