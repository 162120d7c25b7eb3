"""Benchmarks: what a batch costs, against what it would cost by other means. See docs/benchmarks.md."""
