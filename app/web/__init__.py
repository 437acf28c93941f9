"""Pages around the engine: what people see, what is refused, and what is never kept."""
