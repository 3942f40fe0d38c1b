"""The questionnaire's pages: pages (without answers), steps (asking), result (answering)."""
