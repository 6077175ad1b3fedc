"""Reads the PowerShell of runbooks and registrations by its grammar: what cannot be read does not reach a machine.

Usage: runbooks-powershell.py SCRIPTS
"""

import pathlib
import sys

import tree_sitter
import tree_sitter_powershell

PARSER = tree_sitter.Parser(tree_sitter.Language(tree_sitter_powershell.language()))


def wrong(node):
    """The lines at which the grammar finds what does not belong there."""
    if node.is_error or node.is_missing:
        return [node.start_point.row + 1]
    return [line for child in node.children for line in wrong(child)]


def lines(text):
    return sorted(set(wrong(PARSER.parse(text.encode()).root_node)))


# The reader itself has to be able to say no.
for broken in ("if ($true) { 1", "$a = @(1, 2", 'Write-Output "open', "foreach ($x on $y) { }"):
    if not lines(broken):
        sys.exit(f"the grammar takes {broken!r} for PowerShell")

scripts = sorted(pathlib.Path(sys.argv[1]).glob("*.ps1"))
found = {script.name: lines(script.read_text()) for script in scripts}
for name, at in found.items():
    print(f"{name}: {'ok' if not at else 'wrong at lines ' + ', '.join(map(str, at))}")
sys.exit(0 if scripts and not any(found.values()) else 1)
