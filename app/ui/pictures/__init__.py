"""Pictures of a period on the whole page, the same drawings as on paper."""
