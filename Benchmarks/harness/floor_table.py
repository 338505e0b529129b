"""The Markdown of a table of floors."""

import datetime

from harness import machine

# A layer that takes more than this times its floor is marked.
MARKED = 1.25
HEAD = (
    "| layer | x | algorithm | MMAC | weights MB | floor us | bound by | measured us | times floor | share |",
    "| --- | ---: | --- | ---: | ---: | ---: | --- | ---: | ---: | ---: |",
)
NOTES = """\
*MMAC* are the products that the algorithm of the layer needs ([mixed tiles](../../docs/Guides/MixedTiles.md),
of one stripe), *weights* what it reads of transformed weights; both, *floor* and *measured* are of one of the
*x* equal layers of a stage. *floor* is the time of these products at the peak of multiply-adds, or that of
reading the weights from memory, whichever is larger: no transforms, no maps read or written. Weights that
stay in a cache from one inference to the next can be read faster than that. *measured* is the least of the
medians that {runs} runs of the program found, *share* the part of the sum of these. **Bold**: more than
{marked} % above the floor. A layer without one multiplies next to nothing.
"""


def ratio(measured, floor):
    text = f"{measured / floor:.2f}"
    return f"**{text}**" if measured > MARKED * floor else text


def row(layer, peak, total):
    cells = [layer.name, str(layer.count), layer.algorithm]
    if layer.name != layer.operation and layer.operation != "conv3x3":
        cells[0] += f" {layer.operation}"
    measured, share = f"{layer.micros / layer.count:.1f}", f"{layer.micros / total:.1%}"
    if layer.has_floor:
        multiply, read = layer.bounds(peak)
        cells += [f"{layer.products / 1e6:.1f}", f"{layer.weight_bytes / 1e6:.2f}"]
        cells += [f"{max(multiply, read):.1f}", "products" if multiply >= read else "weights"]
        cells += [measured, ratio(layer.micros, layer.floor(peak)), share]
    else:
        cells += ["", "", "", "", measured, "", share]
    return f"| {' | '.join(cells)} |"


def last_row(layers, peak, total):
    floor = sum(layer.floor(peak) for layer in layers)
    products = sum(layer.products * layer.count for layer in layers if layer.has_floor)
    weights = sum(layer.weight_bytes * layer.count for layer in layers if layer.has_floor)
    cells = ["all", str(sum(layer.count for layer in layers)), "", f"{products / 1e6:.1f}"]
    cells += [f"{weights / 1e6:.2f}", f"{floor:.1f}", "", f"{total:.1f}", ratio(total, floor), "100.0%"]
    return f"| {' | '.join(cells)} |"


def markdown(task, version, command, peaks, runs, layers):
    threads = f"{task.threads} thread{'s' if task.threads > 1 else ''}"
    total = sum(layer.micros for layer in layers)
    whole = min(run["median_ms"] for run in runs)
    conditions = [
        f"date: {datetime.date.today()}",
        f"machine: {machine.description()}",
        f"version: {version}; {runs[0]['isa']} kernels",
        f"command: `{command}`",
        f"peaks measured between the runs, at best: {'; '.join(peak.line for peak in peaks.all)}",
        f"a whole inference: {whole:.2f} ms, the least of the medians of {len(runs)} runs",
    ]
    lines = [f"# RepVGG-{task.net} against its floor, {task.form} form, {task.input}, float32, {threads}", ""]
    lines += [*(f"- {line}" for line in conditions), "", *HEAD]
    lines += [row(layer, peaks.reached, total) for layer in layers]
    lines += [last_row(layers, peaks.reached, total)]
    return "\n".join(lines) + "\n\n" + NOTES.format(runs=len(runs), marked=round(MARKED * 100 - 100))
