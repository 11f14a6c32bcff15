"""The county's steering: who meets, what is decided, what waits, and who has not answered."""
