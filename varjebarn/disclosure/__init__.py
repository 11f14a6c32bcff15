"""Consents, grounds, disclosures and deliveries: the only way between two compartments."""
