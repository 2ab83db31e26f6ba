"""The figures as bars, on a logarithmic axis."""
import math
from xml.sax.saxutils import escape

WIDTH, LEFT, RIGHT, TOP, ROW = 860, 230, 70, 86, 30
BAR = 18
COLOURS = {"assay": "#0b6e4f", "peer": "#8a9bb0", "reader": "#d3c9b0"}
LEGEND = {"assay": "Assay", "peer": "other engines", "reader": "readers, which only parse"}
STYLE = ("text { font-family: 'DejaVu Sans', Verdana, sans-serif; font-size: 13px; fill: #222 } "
         ".title { font-size: 16px; font-weight: bold } .small { font-size: 12px; fill: #555 } "
         ".grid { stroke: #ddd } .own { font-weight: bold }")


class Axis:
    """A logarithmic axis from the power of ten below the least figure to a little above the greatest."""

    def __init__(self, values):
        self.low = math.floor(math.log10(min(values)))
        self.high = max(math.log10(max(values)) + 0.1, self.low + 1)

    def x(self, value):
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def ticks(self):
        for power in range(self.low, math.floor(self.high) + 1):
            for digit in (1, 2, 5):
                value = digit * 10.0 ** power
                if math.log10(value) <= self.high:
                    yield value


def text(x, y, words, more=""):
    return '<text x="%.1f" y="%.1f"%s>%s</text>' % (x, y, " " + more if more else "", escape(words))


def number(value):
    return "%.*f" % (1 if value < 100 else 0, value)


def grid(axis, bottom):
    for value in axis.ticks():
        x = axis.x(value)
        yield '<line class="grid" x1="%.1f" y1="%d" x2="%.1f" y2="%d"/>' % (x, TOP - 6, x, bottom)
        yield text(x, bottom + 18, "%g" % value, 'class="small" text-anchor="middle"')
    yield text((LEFT + WIDTH - RIGHT) / 2, bottom + 40, "µs of the processor a document, logarithmic",
               'class="small" text-anchor="middle"')


def legend(results):
    x = 16
    shown = {job.kind for job in results.rows()}
    for kind, words in LEGEND.items():
        if kind not in shown:
            continue
        yield '<rect x="%d" y="44" width="14" height="14" fill="%s"/>' % (x, COLOURS[kind])
        yield text(x + 20, 56, words, 'class="small"')
        x += 50 + 8 * len(words)


def bars(axis, results):
    for position, job in enumerate(results.rows()):
        time, y = results.times[job.name], TOP + position * ROW
        weight = ' class="own"' if job.kind == "assay" else ""
        yield text(LEFT - 10, y + 14, job.name, 'text-anchor="end"' + weight)
        yield '<rect x="%d" y="%d" width="%.1f" height="%d" fill="%s"/>' % (
            LEFT, y, axis.x(time) - LEFT, BAR, COLOURS[job.kind])
        yield text(axis.x(time) + 6, y + 14, number(time), weight.strip())


def drawing(results):
    axis = Axis(results.times.values())
    bottom = TOP + len(results.rows()) * ROW
    height = bottom + 56
    words = "Fifty requirements, one document: what the whole job costs"
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img">'
             % (WIDTH, height, WIDTH, height),
             "<title>%s</title>" % words, "<style>%s</style>" % STYLE,
             '<rect width="%d" height="%d" fill="#fff"/>' % (WIDTH, height), text(16, 28, words, 'class="title"'),
             *legend(results), *grid(axis, bottom), *bars(axis, results), "</svg>"]
    return "\n".join(parts) + "\n"


def write(path, results):
    path.write_text(drawing(results))
