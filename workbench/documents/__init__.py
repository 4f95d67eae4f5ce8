"""Local documents as paragraphs that can be cited: plain text, Markdown, HTML and PDF. Only read, never fetched.

Knows nothing of evidence: a file becomes a `Document`, whose paragraphs have the place that an item's `at` names. The
libraries that parse a kind of file load when such a file is read.
"""

from workbench.documents.document import Document, Kind, Paragraph, Unit
from workbench.documents.reading import read
from workbench.documents.unreadable import Unreadable

__all__ = ["Document", "Kind", "Paragraph", "Unit", "Unreadable", "read"]
