"""The log: append-only, written in the transaction of the act, readable by those it is about."""
