"""Practice models as data: Kronobarnsmodellen, Backa barnet and GIRFEC live side by side."""
