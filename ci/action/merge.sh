#!/usr/bin/env bash
# Merges the base of a pull request into the present commit, in this clone only, with the merge driver.
# The merge button of GitHub does not run merge drivers: what it would do says nothing about cells.
# Needs: ACH_BASE, a commit or branch that is fetched here. ACH, the program (default: ach).
# Leaves: the merged commit checked out; or, where conflicts remain, the working tree with them, and exit code 1.
set -euo pipefail
ach=${ACH:-ach}
base=${ACH_BASE:?the base to merge: a commit or a branch}

top=$(git rev-parse --show-toplevel)
program=$(printf %q "$(command -v "$ach")")
git config --local merge.ach.name "by cell, item and field"
git config --local merge.ach.driver "$program -q merge-file --marker-size %L -- %O %A %B %P"

# In a file of this clone alone: the repository need not have been set up, and nothing in the working tree changes.
attributes=$(git rev-parse --git-path info/attributes)
mkdir -p "$(dirname "$attributes")"
for folder in hypotheses evidence matrices; do
  printf '**/%s.yaml merge=ach\n' "$folder/*" "$folder/*/*"
done >>"$attributes"

cd "$top"
export GIT_AUTHOR_NAME=ach GIT_AUTHOR_EMAIL=ach@localhost GIT_COMMITTER_NAME=ach GIT_COMMITTER_EMAIL=ach@localhost
if git -c commit.gpgsign=false merge --quiet --no-edit --no-verify "$base"; then
  exit 0
fi
if [ -z "$(git ls-files --unmerged)" ]; then
  echo "The base cannot be merged; is all of the history here (fetch-depth: 0)?" >&2
  exit 2
fi
echo "The base does not merge: what both sides changed differently stands between conflict markers." >&2
exit 1
