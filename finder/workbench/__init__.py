"""The clinician's workbench on the staff side: run a case, read the case table, compare two versions of the rules.

Nothing is stored: a case lives in the form of one page, an uploaded file in the memory of one request.
"""
