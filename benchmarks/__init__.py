"""What ``make bench`` measures: each deed of the program against a peer in the same run.

A module measures one subject and offers ``rows()``: name, our seconds, the peer's, the ratio that
is allowed. Ours and the peer's turns alternate, their answers are compared before they are timed,
and every book comes from ``benchmarks.books``, which makes the same one each time.
"""
