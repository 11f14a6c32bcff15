"""The child's plan: worked on, published, followed."""
