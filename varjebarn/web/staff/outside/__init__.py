"""One part of a plan to an association's leader without a login: by a link, or on paper."""
