"""What reaches the county from the practice and from outside: obstacles, visits, research."""
