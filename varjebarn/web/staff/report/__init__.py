"""What social services decided on what another unit reported, and what that unit may be told."""
