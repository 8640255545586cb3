"""The record format as data: JSON Schema for programs, and the data of the form for new records."""

from minthub.schema.records import record_schema, schema_path, schemas
from minthub.schema.shapes import Shape, shape_of

__all__ = ["Shape", "record_schema", "schema_path", "schemas", "shape_of"]
