"""Libraries that read hostile files, in a process of their own with limits."""
