"""The other half of the engine: finding -> suggestions -> message. Knows neither Flask nor logging."""
