"""The output of each command, a module for each screen."""
