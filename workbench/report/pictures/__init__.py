"""Pictures: what is found, drawn; each is a function of the values that pages and records are made from.

    heatmap.heat_map             the matrix: letters on their shades, points and ranks below
    transposed.transposed_map    the same with a line for each hypothesis, as broad as a slide
    scorebars.score_bars         points of every hypothesis, plain and adjusted; 0 is best
    tornado.tornado_bars         what the loss of each row does to the gap between leader and rival
    noise.first_bars             how often each hypothesis is first in perturbed copies; on sensitivity only
    timeline.timeline_lines      points as evidence came in, in steps
    slices.slice_panels          the same bars for each slice
    disagreement.disagreement_map    how far analysts lie apart in each cell
    indicators.indicator_board   what to watch for and by when, and how likely it is under each hypothesis
    alone.alone                  any of them with what it needs to stand for itself: caption, marking, question

They decide all sizes, places and words; renderers only draw. Captions are the sentences of the pages, and `words` carry
the numbers for who does not see them. Widths come from `measure`: nothing overlaps, and nothing runs out of a picture.
"""
