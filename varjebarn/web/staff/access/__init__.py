"""Who is let in to a child's file: by the unit's head, during a colleague's leave, in an emergency."""
