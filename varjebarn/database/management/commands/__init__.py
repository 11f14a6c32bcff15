"""`migrate`, for both connections and the second wall."""
