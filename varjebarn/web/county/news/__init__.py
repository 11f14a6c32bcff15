"""The county's public side: what this is, news, local examples, the newsletter, words explained."""
