"""The whole product: the report of one matrix, a module for each part; `content` computes, `page` puts together."""

from workbench.report.product.content import ReportContent, report_content
from workbench.report.product.page import report_document

__all__ = ["ReportContent", "report_content", "report_document"]
