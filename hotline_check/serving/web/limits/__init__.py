"""What a request may cost: hosts, sizes, rates and times."""
