"""The editing form at `/redaktion/`: a ready-made program for browsers with settings made from the models. Off by default."""
