#!/usr/bin/env bash
# Prints the matrix of every question of a workspace, as Markdown and as text, into a folder.
# Needs: ACH_WORKSPACE, its folder; ACH_PRINTED, the folder to print into. ACH, the program (default: ach).
set -euo pipefail
ach=${ACH:-ach}
printed=${ACH_PRINTED:?the folder to print into}
mkdir -p "$printed"
"$ach" -q -C "${ACH_WORKSPACE:-.}" status --format json >"$printed/.status.json"
python3 -c 'import json, sys; print(*dict.fromkeys(q["question"] for q in json.load(sys.stdin)), sep="\n")' \
  <"$printed/.status.json" | while IFS= read -r question; do
  [ -n "$question" ] || continue
  for form in md txt; do
    "$ach" -q -C "${ACH_WORKSPACE:-.}" matrix "$question" -o "$printed/$question.$form" --force
  done
done
rm -f "$printed/.status.json"
