#!/usr/bin/env bash
# Writes what changed, and what it did to the answers, into one comment of the pull request, the same at every push.
# Where it may not write (a pull request from a fork), it goes to the summary of the job alone.
# Needs: ACH_WORKSPACE, its folder; ACH_SPAN, the revisions, as in main...HEAD; GITHUB_REPOSITORY; ACH_PULL, the number
# of the pull request; gh with GH_TOKEN. ACH, the program (default: ach).
set -euo pipefail
ach=${ACH:-ach}
workspace=${ACH_WORKSPACE:-.}
span=${ACH_SPAN:?the revisions to compare}
most=65000 # GitHub takes 65,536 characters in a comment; bytes are never fewer

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
marker="<!-- ach diff: $(printf %s "$workspace" | tr -cd 'A-Za-z0-9/._-') -->"

if ! "$ach" -C "$workspace" diff "$span" --format md >"$scratch/diff.md"; then
  echo "ach diff could not tell what changed; there is no comment." >&2
  exit 0
fi
{ printf '%s\n' "$marker"; cat "$scratch/diff.md"; } >"$scratch/body.md"
if [ "$(wc -c <"$scratch/body.md")" -gt "$most" ]; then
  printf '%s\n%s\n' "$marker" "The changes are too many for a comment: see the summary of the job, or \`ach diff $span\`." \
    >"$scratch/body.md"
fi
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  head -c 1000000 "$scratch/diff.md" >>"$GITHUB_STEP_SUMMARY"
fi
if [ -z "${ACH_PULL:-}" ]; then
  exit 0
fi

comments="repos/$GITHUB_REPOSITORY/issues/$ACH_PULL/comments"
# Ours is the bot's, and begins with our mark: anybody may write the mark into a comment of their own.
mine='.[] | select(.user.login == "github-actions[bot]") | select(.body | startswith($ENV.ACH_MARKER)) | .id'
if ! id=$(ACH_MARKER=$marker gh api --paginate "$comments" --jq "$mine"); then
  echo "The comments cannot be read; what changed stands in the summary of the job." >&2
  exit 0
fi
id=${id%%$'\n'*}
if [ -n "$id" ]; then
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" -F "body=@$scratch/body.md" && exit 0
else
  gh api --silent --method POST "$comments" -F "body=@$scratch/body.md" && exit 0
fi
echo "The comment cannot be written (a pull request from a fork?); what changed stands in the summary of the job." >&2
