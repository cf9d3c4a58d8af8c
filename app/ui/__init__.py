"""What is seen: the window, its pages and the kit they are built from.

``theme`` ``typeface`` ``icons``   colours, letters and signs
``kit``       small widgets, each drawn once
``frame``     the parts of the window round the pages
``window``    puts them together; ``pages`` lists what it shows
``desk``      what a page may ask of the window it lives in
``page``      what every page can do
``actions``   everything that can be done, as values
``tables`` ``listing``   rows on screen

No SQL, no PDF and no file is touched here: questions and deeds go through ``gateway``.
"""
