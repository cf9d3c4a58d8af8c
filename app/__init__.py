"""Chapterhouse: attendance, referrals and closed business of a referral chapter.

The map, from the front door down; each storey may use those below it, never those above:

``main``, ``cli``   the two front ends: the window and the command line
``ui``              what is seen; the only storey that knows Qt
``reports``         frozen rows in, PDF bytes out; the only storey that knows reportlab
``services``        deeds: what may be done to the book
``queries``         questions: what may be asked of it, answered in frozen rows
``exchange``        files of other programs, read into plain rows
``storage``         the book itself: transactions, journal, undo, locks, upgrades
``models``          the tables
``wording``         every refusal as one sentence for the user
``rules``           what the chapter means, in plain Python
``errors``          the few kinds of refusal
``formats`` ``paths`` ``i18n``   dates and money in words, where files live, the language
``rows``            frozen dataclasses that cost little
``later``           what others load and no book uses, put off until it is used
"""

__version__ = "0.1.0"
