"""How the command line is read: commands, options, their help, and bad usage."""
