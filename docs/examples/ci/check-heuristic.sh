#!/usr/bin/env bash
# Fails a build when a short search that begins at the heuristic in the repository finds a better one.
#
#   check-heuristic.sh PROBLEM HEURISTIC.cs BETTER_BY
#
# BETTER_BY is how much better the found program must score than the heuristic for the build to fail, in the unit of the score: below
# zero where a lower score is better. Both are scored by `evaluate` on the same inputs: those of validation, or of train where the problem
# has no validation inputs. SAMPLES (default 2000), SEED (1), BETTER (the file for the better program, better.cs), FUNSEARCH (funsearch),
# INPUT_OPTIONS (--data, --split-data, --limit, --memory: for the search and for both scores) and SEARCH_OPTIONS (for the search alone)
# come from the environment.
#
# 0: nothing better was found. 1: something was, and it is in BETTER. 2: the check itself could not be made.
set -uo pipefail

if [ $# -ne 3 ] || ! awk -v by="$3" 'BEGIN { exit by + 0 == 0 }'; then
  echo "Usage: check-heuristic.sh PROBLEM HEURISTIC.cs BETTER_BY, which is below zero where a lower score is better, and never zero" >&2
  exit 2
fi
problem=$1 heuristic=$2 better_by=$3
funsearch=${FUNSEARCH:-funsearch}
better=${BETTER:-better.cs}
samples=${SAMPLES:-2000}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Prints the score of a program; fails as `evaluate` does, and on standard error tells why.
score() {
  local file=$1 split=$2 answer code
  # shellcheck disable=SC2086
  answer=$($funsearch evaluate "$problem" --program "$file" --split "$split" ${INPUT_OPTIONS:-} --json)
  code=$?
  if [ $code -ne 0 ]; then
    printf '%s\n' "$answer" >&2
    return $code
  fi

  # The first two members of the answer are its outcome and its score.
  printf '%s\n' "$answer" | tail -n 1 | sed -n 's/^{"outcome":"scored","score":\([-+0-9.eE]*\),.*/\1/p'
}

# 3 says that the program does not score; whatever else is wrong with validation, train tells it better.
split=validation
old=$(score "$heuristic" validation 2>"$scratch/told")
code=$?
if [ $code -ne 0 ] && [ $code -ne 3 ]; then
  split=train
  old=$(score "$heuristic" train 2>"$scratch/told")
  code=$?
fi
if [ $code -ne 0 ] || [ -z "$old" ]; then
  echo "$heuristic does not score on $problem:" >&2
  cat "$scratch/told" >&2
  exit 2
fi
echo "$heuristic scores $old on the $split inputs of $problem. Is there something better by $better_by within $samples samples?"

# The program is kept only if it is better.
found=$scratch/$(basename "$better")
# shellcheck disable=SC2086
if ! $funsearch run "$problem" --from "$heuristic" --name check --samples "$samples" --seed "${SEED:-1}" ${INPUT_OPTIONS:-} ${SEARCH_OPTIONS:-} \
    --store "$scratch/store.db" || ! $funsearch export check --output "$found" --store "$scratch/store.db"; then
  echo "The search could not be made." >&2
  exit 2
fi

new=$(score "$found" "$split")
if [ -z "$new" ]; then
  echo "What the search found does not score again." >&2
  exit 2
fi

if awk -v new="$new" -v old="$old" -v by="$better_by" 'BEGIN { exit !(by > 0 ? new >= old + by : new <= old + by) }'; then
  mv "$found" "$better" || exit 2
  echo "$heuristic is worse than what $samples samples find, $new in place of $old on $split: see $better. Take it, or say why not." >&2
  exit 1
fi

echo "$heuristic stands: the best of $samples samples scores $new in place of $old on $split, which is not better by $better_by."
