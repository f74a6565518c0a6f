"""Notestitch without a window: reading, detecting, stitching, checking, reviewing. Imports no Qt and prints nothing."""
