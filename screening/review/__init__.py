"""The review page: the published run and the decision log in a browser on this machine, for the auditor who decides."""
