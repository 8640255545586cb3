"""Whether the addresses outside of the site still lead somewhere. Runs now and then, never in a build."""
