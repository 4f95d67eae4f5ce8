#!/usr/bin/env bash
# Checks a workspace and annotates the lines of the pull request. Exit codes are those of `ach check`.
# Needs: ACH_WORKSPACE, its folder. ACH, the program (default: ach).
set -euo pipefail
exec "${ACH:-ach}" -C "${ACH_WORKSPACE:-.}" check --format github
