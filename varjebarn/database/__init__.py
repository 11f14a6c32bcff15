"""The database as the second wall: roles, the verified actor, and applying each app's policies."""
