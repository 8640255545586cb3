"""View models: flat, ready-to-print German texts and booleans. Templates print them and decide nothing."""
