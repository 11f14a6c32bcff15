"""Why a child or a guardian can see what they see, in plain words."""
