"""Phone numbers in a text: candidates among its digits, judged by named rules."""
