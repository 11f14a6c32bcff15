"""The register of decisions, one decision, and what a matter means for children."""
