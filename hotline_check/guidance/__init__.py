"""Facts for before, during and after a call: what to prepare, what to do, where to report."""
