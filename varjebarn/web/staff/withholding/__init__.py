"""What is kept from a guardian, and whose personal data are protected."""
