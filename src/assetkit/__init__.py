"""assetkit turns film masters, subtitle files and facts into finished social media posts."""

__version__ = "0.1.0"
