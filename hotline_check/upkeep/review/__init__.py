"""What a reviewer looks at: two states of a registry compared, and one entry's past."""
