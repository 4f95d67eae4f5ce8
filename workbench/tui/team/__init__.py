"""Several analysts on the screen: how far they agree, the contested cells that matter, and the team matrix."""
