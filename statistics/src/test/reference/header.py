"""Writes the header that every fixture must have, then a table with 17 significant digits."""
import importlib, platform


def fixture(what, script, packages, names, rows):
    versions = ["Python " + platform.python_version()]
    versions += [f"{p} {importlib.import_module(p).__version__}" for p in packages]
    print(f"# what: {what}")
    print(f"# software: {', '.join(['Python'] + packages)}")
    print(f"# version: {', '.join(versions)}")
    print(f"# command: python3 statistics/src/test/reference/{script}")
    print("\t".join(names))
    for row in rows:
        print("\t".join(f"{v:.17g}" if isinstance(v, float) else str(v) for v in row))


def student(level, df):
    """The two-sided quantile of Student's t; SciPy's own inverse is good to about 1e-9 only."""
    from scipy import optimize, stats

    return optimize.brentq(lambda t: stats.t.sf(t, df) - (1 - level) / 2, 0, 1e6, xtol=1e-16, rtol=8.9e-16, maxiter=500)
