"""Documents that live: drafted, published, decided, in force; with activities and messages."""
