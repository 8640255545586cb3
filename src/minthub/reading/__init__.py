"""From the bytes of a file to a record with every value as text and its line."""

from minthub.reading.record import Entry, ListValue, MapValue, Record, Scalar, Value, read_record

__all__ = ["Entry", "ListValue", "MapValue", "Record", "Scalar", "Value", "read_record"]
