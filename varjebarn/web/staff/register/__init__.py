"""The unit's register of what it has received and made, and markings of secrecy."""
