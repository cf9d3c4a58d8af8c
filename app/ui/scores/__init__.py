"""The Scores page: members' lights, their months, who rose and slipped, the chapter's own light."""
