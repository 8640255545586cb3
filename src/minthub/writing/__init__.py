"""From values to files: the reverse of `reading` and `model`."""

from minthub.writing.record import path_for, record_text, write_text, written_values
from minthub.writing.values import spelling, values_of

__all__ = ["path_for", "record_text", "spelling", "values_of", "write_text", "written_values"]
